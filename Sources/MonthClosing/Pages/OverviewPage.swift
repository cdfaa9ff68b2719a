internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 特定事業主の月次の確定: how far each unit is, who holds what up, the days that are set, and what is overdue.
struct OverviewPage: Sendable {
  let employers: [EmployerClosing]
  let month: YearMonth
  let today: CivilDate
  /// Whether units where all is done are shown too.
  let showsAll: Bool
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "\(month.japanese)の確定の進み",
      breadcrumbs: [Breadcrumb("月次の確定", ClosingPaths.home)],
      lead: lead,
      faults: faults,
      printing: .landscape,
      body: links + HTML(employers.map(section))
    )
  }

  private var lead: HTML {
    guard !employers.isEmpty else { return "担当する特定事業主はありません。" }
    let people = employers.reduce(0) { $0 + $1.total(\.people) }
    let approved = employers.reduce(0) { $0 + $1.total { $0.stages[.approved, default: 0] } }
    let late = employers.reduce(0) { $0 + $1.lines.count(where: \.tally.isLate) }
    return "\(people)人のうち\(approved)人が確定しています。期限を過ぎて滞っている組織は\(late)あります。"
  }

  private var links: HTML {
    let other = showsAll ? ClosingPaths.overview(month) : "\(ClosingPaths.overview(month))?all=1"
    return Panels.actions([
      Buttons.link("前の月", to: ClosingPaths.overview(month.adding(months: -1)), size: .small),
      Buttons.link("次の月", to: ClosingPaths.overview(month.adding(months: 1)), size: .small),
      Buttons.link(showsAll ? "確定していない組織だけを見る" : "すべての組織を見る", to: other, size: .small),
    ])
  }

  private func section(_ one: EmployerClosing) -> HTML {
    Panels.section(
      one.employer.name,
      id: "employer-\(one.employer.id)",
      body: dues(one) + sweep(one) + table(one) + terms(one)
    )
  }

  private func dues(_ one: EmployerClosing) -> HTML {
    let days = [
      ("本人の確認", one.dues.confirm, one.terms.confirm), ("点検", one.dues.check, one.terms.check),
      ("確定", one.dues.approve, one.terms.approve), ("最終", one.dues.timeOut, one.terms.timeOut),
    ]
    return Panels.keyValues(
      days.map { name, day, number in (term: "\(name)の期限", value: "\(day.japaneseShort)（第\(number)勤務日）") }
    )
  }

  private func table(_ one: EmployerClosing) -> HTML {
    let lines = one.lines.filter { showsAll || $0.tally.open > 0 }
    guard !lines.isEmpty else {
      return Panels.emptyState("確定していない組織はありません", "すべての職員の月次が確定しています。")
    }
    return DataTable.draw(
      id: "units-\(one.employer.id)",
      caption: "滞っている人と段階",
      columns: [
        .init("組織", .rowHeader), .init("職員", .number), .init("本人待ち", .number), .init("点検待ち", .number),
        .init("確定待ち", .number), .init("確定済み", .number), .init("異議", .number), .init("期限超過", .text),
      ],
      rows: lines.map(row),
      note: "期限超過には、その段階を担当する人を示します。期限の後は、代わりの人や上位の組織も処理できます。"
    )
  }

  private func row(_ line: EmployerClosing.Line) -> DataTable.Row {
    let tally = line.tally
    let count = { (stage: ClosingState.Stage) -> DataTable.Cell in
      .text("\(tally.stages[stage, default: 0])")
    }
    return DataTable.Row(
      [
        line.unit.map { .link(line.path, to: ClosingPaths.unit($0.id, month)) } ?? .text(line.path),
        .text("\(tally.people)"), count(.open), count(.answered), count(.checked), count(.approved),
        .text("\(tally.objections)"), .html(holdUps(line)),
      ],
      tone: tally.isLate ? .attention : .plain
    )
  }

  /// Who holds what up: those whose turn it is, past the day.
  private func holdUps(_ line: EmployerClosing.Line) -> HTML {
    let kinds: [(ClosingState.Stage, String, [String])] = [
      (.open, "本人", []), (.answered, "点検", line.keepers), (.checked, "確定", line.leaders),
    ]
    return HTML(
      kinds.compactMap { stage, word, names -> HTML? in
        guard let late = line.tally.late[stage] else { return nil }
        let who =
          stage == .open ? "" : "（\(names.isEmpty ? "担当者がいません" : names.joined(separator: "、"))）"
        return "<p>\(StatusTag.draw("\(word) \(late)人", tone: .alarm)) \(who)</p>"
      }
    )
  }

  /// What an act of the personnel officers sets off.
  private static let takenUp: HTML = "これをすると、この月から後の月は、最終の期限を過ぎるとサーバーが毎日、期限切れとして確定します。"

  private func sweep(_ one: EmployerClosing) -> HTML {
    guard today > one.dues.timeOut, one.total(\.open) > 0 else { return .empty }
    return Panels.details(
      "期限を過ぎた月をまとめて確定する",
      body: Forms.form(
        action: ClosingPaths.sweep(month),
        token: token,
        once: "\(once)-sweep",
        actions: [Buttons.submit("\(one.total(\.open))人のうち期限を過ぎたものを確定する", style: .secondary)],
        content: """
          <p>最終の期限（\(one.dues.timeOut.japaneseShort)）を過ぎた月を、いま記録されている内容で確定します。\
          「期限切れによる処理」と記され、本人は後からでも確認や異議の申立てができます。\
          \(Self.takenUp)</p>\
          \(Fields.hidden("employer", value: "\(one.employer.id)"))
          """
      )
    )
  }

  private func terms(_ one: EmployerClosing) -> HTML {
    func field(_ name: String, _ label: String, _ value: Int) -> HTML {
      let name = "\(name)-\(one.employer.id)"
      return Fields.text(
        name,
        label: label,
        value: entered.first(name) ?? "\(value)",
        faults: faults,
        input: .digits,
        width: .tiny
      )
    }
    return Panels.details(
      "期限の定めを変える",
      body: Forms.form(
        action: ClosingPaths.terms(month),
        token: token,
        once: once,
        actions: [Buttons.submit("\(month.japanese)分から変える", style: .secondary)],
        content: """
          <p>翌月の何日目の勤務日までに済ませるかを、1から\(ClosingTerms.latest)までの数で、順に大きくなるように決めます。\
          \(Self.takenUp)</p>\
          \(field("confirm", "本人の確認", one.terms.confirm))\(field("check", "点検", one.terms.check))\
          \(field("approve", "確定", one.terms.approve))\(field("time-out", "最終の期限", one.terms.timeOut))\
          \(Fields.hidden("employer", value: "\(one.employer.id)"))
          """
      )
    )
  }
}
