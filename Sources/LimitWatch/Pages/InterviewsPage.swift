internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 面接指導の対象者: whom a month of overtime calls to a doctor, for the personnel authority.
struct InterviewsPage: Sendable {
  let month: YearMonth
  let lines: [(person: StaffPerson, found: InterviewCase)]
  let tree: UnitTree
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "面接指導の対象者",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      body: actions + table
    )
  }

  private var lead: HTML {
    let due = lines.filter { if case .due = $0.found.state { true } else { false } }
    let late = due.count { $0.found.isLate(on: today) }
    let asked = lines.count { $0.found.state == .mayRequest }
    let state = due.isEmpty ? "面接指導を待つ職員はいません。" : "面接指導を待つ職員が\(due.count)人います。"
    let delay = late == 0 ? "" : "うち\(late)人が目安の期限を過ぎています。"
    let ask = asked == 0 ? "" : "申し出れば対象になる職員が\(asked)人います。"
    return "\(month.japanese)分は、\(state)\(delay)\(ask)"
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の月", to: LimitWatchPaths.interviews(month.adding(months: -1)), size: .small),
      Buttons.link("次の月", to: LimitWatchPaths.interviews(month.adding(months: 1)), size: .small),
      Buttons.link("CSVで保存", to: LimitWatchPaths.interviewsFile(month), size: .small),
    ])
  }

  private var table: HTML {
    guard !lines.isEmpty else {
      return Panels.emptyState(
        "\(month.japanese)の対象者はいません",
        "超過勤務が100時間以上か、2〜6か月の平均が80時間を超える職員、80時間を超えた職員を、ここに表示します。"
      )
    }
    return DataTable.draw(
      id: "interviews",
      caption: "\(month.japanese)の面接指導",
      columns: [
        .init("氏名", .rowHeader), .init("組織", .text), .init("超過勤務", .number, unit: "時間:分"),
        .init("申出", .word), .init("状態", .word), .init("理由", .text), .init("根拠", .text),
      ],
      rows: lines.map(row),
      note: """
        超過勤務は週休日の勤務を含み、休日の正規の勤務時間を含みません。管理職を含みます。\
        期限は算定の日（月末）から1か月で、規則に「遅滞なく」とあることに対するこのシステムの目安です。
        """,
      narrow: .stacks
    )
  }

  private func row(_ line: (person: StaffPerson, found: InterviewCase)) -> DataTable.Row {
    let found = line.found
    return DataTable.Row(
      [
        .link(line.person.name, to: LimitWatchPaths.interview(line.person.id, month)),
        .text(tree.path(of: line.person.unit) ?? ""), .text("\(found.verdict.overtime)"),
        .text(InterviewWords.request(found.verdict)),
        .html(InterviewWords.state(found, on: today)), .text(found.verdict.explanation),
        .text(found.verdict.citation),
      ],
      tone: found.isLate(on: today) ? .attention : .plain
    )
  }

  /// The list as a machine-readable table.
  func file() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["氏名", "組織", "年月", "超過勤務（分）", "申出", "状態"])
    for line in lines {
      writer.write(fields: [
        .freeText(line.person.name), .freeText(tree.path(of: line.person.unit) ?? ""), .value(month.iso),
        .value("\(line.found.verdict.overtime.count)"),
        .value(InterviewWords.request(line.found.verdict)),
        .value(InterviewWords.word(line.found.state)),
      ])
    }
    return writer.bytes
  }
}

/// How the state of an interview is told.
enum InterviewWords {
  /// Whether it takes the person's request.
  static func request(_ verdict: InterviewVerdict) -> String {
    if verdict.duty == .mandatory { return "不要" }
    return verdict.duty == .none && !verdict.mayRequest ? "－" : "必要"
  }

  static func word(_ state: InterviewCase.State) -> String {
    switch state {
    case .mayRequest: "申出があれば行う"
    case .due(let day): "\(day.japaneseShort)まで"
    case .held(let day): "実施済み（\(day.japaneseShort)）"
    case .exempt: "免除"
    case .none: "対象でなくなった"
    }
  }

  static func state(_ found: InterviewCase, on today: CivilDate) -> HTML {
    let tone: StatusTag.Tone =
      switch found.state {
      case .mayRequest, .none: .neutral
      case .due(let day): day < today ? .alarm : .attention
      case .held, .exempt: .success
      }
    return StatusTag.draw(word(found.state), tone: tone)
  }

  /// The steps, with what was taken back marked.
  static func history(_ records: [InterviewRecord]) -> HTML {
    guard !records.isEmpty else { return .empty }
    let events = records.map { record -> Panels.Event in
      let why = record.exemption.map { "（\($0.japanese)）" } ?? ""
      let mark: HTML = record.isCancelled ? StatusTag.draw("取り消し済み", tone: .neutral) : .empty
      return Panels.Event(
        when: record.doneOn.japanese,
        who: "",
        what: "\(record.step.japanese)\(why)\(mark)"
      )
    }
    return Panels.section("経過", body: Panels.history(events))
  }
}
