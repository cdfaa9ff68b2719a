internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 出勤簿: one sheet of A4 for each person and month.
struct AttendancePage: Sendable {
  let cases: [ClosingCase]
  let month: YearMonth
  /// The unit whose people they are; nil for one person's sheet.
  let unitName: String?
  /// The names of the units of the people.
  let unitNames: [RecordID<OrganizationUnit>: String]

  var content: PageContent {
    PageContent(
      title: "出勤簿 \(month.japanese)",
      breadcrumbs: [Breadcrumb("月次の確定", ClosingPaths.home)],
      lead: unitName.map { "\($0)の\(cases.count)人です。印刷すると、1人が1枚になります。" } ?? .empty,
      body: cases.isEmpty
        ? Panels.emptyState("この月の職員はいません", "別の月を選んでください。") : HTML(cases.map(sheet))
    )
  }

  private func sheet(_ one: ClosingCase) -> HTML {
    let closed = one.closed.last
    let unit = closed?.unitName ?? one.place.unit.flatMap { unitNames[$0] } ?? ""
    let state =
      closed.map { closed in
        let late = one.corrections.isEmpty ? "" : "。その後の訂正\(one.corrections.count)日分は含みません"
        return "\(OfficeZone.dateTimeText(closed.at))に確定（第\(closed.number)回）\(late)"
      } ?? "未確定（\(one.state.japanese)）"
    return """
      <div class="sheet"><h2>\(one.person.name)</h2>\
      <p>\(unit)　\(one.place.title)　職員番号 \(one.person.number)　\(state)</p>\
      \(SheetTable.draw(one.shown, id: "sheet-\(one.person.id)", caption: "\(one.person.name)　\(month.japanese)"))</div>
      """
  }
}

/// 勤務時間の証明: what was approved, by whom, with the digest by which it is known to be unchanged.
struct CertificatePage: Sendable {
  let one: ClosingCase
  let closed: ClosedMonth

  private var month: YearMonth { closed.sheet.month }

  var content: PageContent {
    PageContent(
      title: "勤務時間の証明 \(month.japanese)",
      breadcrumbs: [
        Breadcrumb("月次の確定", ClosingPaths.home),
        Breadcrumb(month.japanese, ClosingPaths.person(one.person.id, month)),
      ],
      lead: "\(one.person.name)の\(month.japanese)の勤務時間は、次のとおり確定しています。",
      body: broken + Panels.keyValues(facts) + later
        + SheetTable.draw(closed.sheet, id: "certified", caption: "\(month.japanese)の勤務")
    )
  }

  private var facts: [(term: String, value: HTML)] {
    let steps = CertifiedSteps(one.steps, approval: closed.number, isSame: isSame)
    return [
      (term: "所属", value: "\(closed.unitName)　職員番号 \(one.person.number)"),
      (term: "超過勤務", value: "\(closed.sheet.overtime.japanese)（特例業務\(closed.sheet.special.japanese)）"),
      (term: "出勤した日", value: "\(closed.sheet.attendedDays)日"), (term: "本人", value: answer(steps.answer)),
      (term: "点検", value: check(steps.check)),
      (term: "確定", value: "第\(closed.number)回　\(steps.approval.map(act) ?? "")"),
      (term: "照合値", value: "<code>\(groups)</code>"),
    ]
  }

  /// Whether a step has seen the content of this certificate; what differs from it in words or versions alone is the same.
  private func isSame(_ step: ClosingStep) -> Bool {
    closed.sheet.isSame(as: step.seen)
      || one.present.corrections(since: closed.sheet).isEmpty && one.present.isSame(as: step.seen)
  }

  private func answer(_ answer: CertifiedSteps.Answer) -> HTML {
    switch answer {
    case .none: StatusTag.draw("本人未確認", tone: .attention)
    case .confirmed: "確認済み"
    case .changedAfter: StatusTag.draw("確認後の変更", tone: .attention) + " 本人の確認の後に内容が変わりました。"
    case .onlyOther: StatusTag.draw("本人未確認", tone: .attention) + " 本人は、確定した後の別の内容を確認しています。"
    case .objected(let words): "異議あり: \(words)"
    }
  }

  private func check(_ step: ClosingStep?) -> HTML {
    guard let step else {
      return closed.number > 1 ? "追加の確定には点検がありません。" : "期限までに点検がなく、点検を待たずに確定しました。"
    }
    return isSame(step) ? act(step) : "\(act(step))　点検の後に内容が変わりました。"
  }

  /// When a step was done, by whom and as what.
  private func act(_ step: ClosingStep) -> HTML {
    let standing = step.standing.japanese.map { "（\($0)）" } ?? ""
    return "\(OfficeZone.dateTimeText(step.at))　\(step.by.name)\(standing)"
  }

  /// The digest in groups of eight digits, which can be compared by eye.
  private var groups: String {
    let digits = Array(closed.digest.utf8)
    return stride(from: 0, to: digits.count, by: 8).map { start in
      String(decoding: digits[start..<min(start + 8, digits.count)], as: UTF8.self)
    }.joined(separator: " ")
  }

  private var broken: HTML {
    closed.isWhole
      ? .empty : Panels.notice(.warning, "保存されている日ごとの記録が、確定したときの照合値と一致しません。システム管理者に連絡してください。")
  }

  private var later: HTML {
    if one.closed.last?.number != closed.number {
      return Panels.notice(.information, "この後に追加の確定があります。これは第\(closed.number)回の内容です。")
    }
    return one.corrections.isEmpty
      ? .empty : Panels.notice(.information, "確定した後に\(one.corrections.count)日分の訂正があります。この証明には含みません。")
  }
}
