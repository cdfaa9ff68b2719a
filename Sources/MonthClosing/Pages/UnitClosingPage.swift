internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 組織の月次の確定: who stands where, what is to be looked at, and whom to check or approve in one go.
struct UnitClosingPage: Sendable {
  let closing: UnitClosing
  let token: String
  var faults: [FormFault] = []

  private var month: YearMonth { closing.month }
  private static let formID = "chosen"

  var content: PageContent {
    PageContent(
      title: "\(closing.unit.name) \(month.japanese)の確定",
      breadcrumbs: [Breadcrumb("月次の確定", ClosingPaths.home)],
      lead: lead,
      faults: faults,
      printing: .landscape,
      body: tiles + people + form + fromBelow + links + below
    )
  }

  private func count(_ stage: ClosingState.Stage) -> Int {
    closing.members.count { $0.state.stage == stage }
  }

  private var lead: HTML {
    let all = closing.members.count
    guard all > 0 else { return "\(closing.path)に、この月の職員はいません。" }
    if count(.approved) == all { return "\(closing.path)の\(all)人は、全員が確定しています。" }
    let mine = closing.all.count { !acts($0).isEmpty }
    return "\(closing.path)の\(all)人のうち\(count(.approved))人が確定しています。あなたの処理を待つ職員は\(mine)人です。"
  }

  private var tiles: HTML {
    guard let first = closing.members.first else { return .empty }
    return Panels.stats([
      .init("本人の確認待ち", value: "\(count(.open))", unit: "人", note: "\(first.dues.confirm.japaneseShort)まで"),
      .init("点検待ち", value: "\(count(.answered))", unit: "人", note: "\(first.dues.check.japaneseShort)まで"),
      .init("確定待ち", value: "\(count(.checked))", unit: "人", note: "\(first.dues.approve.japaneseShort)まで"),
      .init("確定済み", value: "\(count(.approved))", unit: "人"),
    ])
  }

  /// What the visitor may do with a month today.
  private func acts(_ one: ClosingCase) -> [ClosingAct] {
    [.check, .approve].filter { closing.standing(for: $0, on: one) != nil }
  }

  private var people: HTML {
    guard !closing.members.isEmpty else {
      return Panels.emptyState("この月の職員はいません", "この月に本務の官職がこの組織にある職員を表示します。")
    }
    return table(closing.members, id: "people", caption: "\(month.japanese)の職員")
  }

  private var fromBelow: HTML {
    guard !closing.fromBelow.isEmpty else { return .empty }
    return Panels.section(
      "この組織で確定する下位の組織の長など",
      body: table(closing.fromBelow, id: "from-below", caption: "自分の月は自分で確定できないため、上位の組織で確定します")
    )
  }

  private func table(_ cases: [ClosingCase], id: String, caption: String) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("氏名", .rowHeader), .init("状態", .word), .init("出勤", .number, unit: "日"),
        .init("超過勤務", .number, unit: "時間:分"), .init("見ておくこと", .text), .init("選ぶ", .word),
      ],
      rows: cases.map { one in
        DataTable.Row(
          [
            .link(one.person.name, to: ClosingPaths.person(one.person.id, month)),
            .html(ClosingWords.tag(one)),
            .text("\(one.shown.attendedDays)"), .text("\(one.shown.overtime)"),
            .html(ConcernList.summary(one.concerns)), .html(tick(one)),
          ],
          tone: one.concerns.isEmpty ? .plain : .attention
        )
      },
      note: "見ておくことのない職員は、はじめから選んであります。見ておくことのある職員は、次の画面で1人ずつ確かめて選びます。",
      narrow: .stacks
    )
  }

  private func tick(_ one: ClosingCase) -> HTML {
    let acts = acts(one)
    guard let first = acts.first else { return .empty }
    let isClean = ClosingConcerns.asked(first, one.concerns).isEmpty
    let id = "person-\(one.person.id)"
    return """
      <div class="choice"><input type="checkbox" name="person"\(attribute: "form", Self.formID)\
      \(attribute: "id", id)\(attribute: "value", "\(one.person.id)")\(flag: "checked", isClean)>\
      <label\(attribute: "for", id)>\(acts.map(ClosingWords.act).joined(separator: "・"))\
      <span class="hidden">：\(one.person.name)</span></label></div>
      """
  }

  /// Stands below the table, which needs the whole width; the boxes name it.
  private var form: HTML {
    let possible = [ClosingAct.check, .approve].filter { act in
      closing.all.contains { closing.standing(for: act, on: $0) != nil }
    }
    guard !possible.isEmpty else { return .empty }
    let buttons = possible.enumerated().map { place, act in
      Buttons.submit(
        "選んだ職員の\(ClosingWords.act(act))へ進む",
        style: place == 0 ? .primary : .secondary,
        name: "act",
        value: act.rawValue
      )
    }
    return """
      <form class="one-button" method="post"\(attribute: "id", Self.formID)\
      \(action: ClosingPaths.review(closing.unit.id, month))>\
      \(Fields.hidden(FormNames.token, value: token))\(Panels.actions(buttons))</form>
      """
  }

  private var links: HTML {
    Panels.actions([
      Buttons.link("前の月", to: ClosingPaths.unit(closing.unit.id, month.adding(months: -1)), size: .small),
      Buttons.link("次の月", to: ClosingPaths.unit(closing.unit.id, month.adding(months: 1)), size: .small),
      Buttons.link("出勤簿を印刷する", to: ClosingPaths.sheets(closing.unit.id, month), size: .small),
      Buttons.link("確定した内容をCSVで保存", to: ClosingPaths.file(closing.unit.id, month), size: .small),
    ])
  }

  private var below: HTML {
    guard !closing.below.isEmpty else { return .empty }
    return Panels.section(
      "下位の組織",
      body: Panels.entries(closing.below.map { .init($0.name, to: ClosingPaths.unit($0.id, month)) })
    )
  }
}
