internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// 確認の画面: who was ticked, those with something to look at apart, each with a tick of its own.
struct ClosingReviewPage: Sendable {
  let closing: UnitClosing
  let act: ClosingAct
  let chosen: [ClosingCase]
  let token: String
  let once: String

  private static let formID = "decision"

  private var possible: [ClosingCase] { chosen.filter { closing.standing(for: act, on: $0) != nil } }
  private var clean: [ClosingCase] { possible.filter { asked($0).isEmpty } }
  private var warned: [ClosingCase] { possible.filter { !asked($0).isEmpty } }
  private var impossible: [ClosingCase] { chosen.filter { closing.standing(for: act, on: $0) == nil } }

  var content: PageContent {
    let word = ClosingWords.act(act)
    return PageContent(
      title: "\(word)の前の確かめ",
      breadcrumbs: [
        Breadcrumb("月次の確定", ClosingPaths.home),
        Breadcrumb(closing.unit.name, ClosingPaths.unit(closing.unit.id, closing.month)),
      ],
      lead: possible.isEmpty
        ? "選んだ職員に、いま\(word)ができる人はいません。"
        : "\(closing.month.japanese)の\(word)をします。注意のない\(clean.count)人と、注意を見て選んだ職員が対象です。",
      body: warnedTable + cleanTable + form + impossibleTable
    )
  }

  private var warnedTable: HTML {
    guard !warned.isEmpty else { return .empty }
    return Panels.section(
      "注意のある職員（\(warned.count)人）",
      body: DataTable.draw(
        id: "warned",
        caption: "内容を見て、\(ClosingWords.act(act))してよい職員を選んでください",
        columns: [.init("氏名", .rowHeader), .init("注意", .text), .init("超過勤務", .number), .init("選ぶ", .word)],
        rows: warned.map { one in
          [
            .link(one.person.name, to: ClosingPaths.person(one.person.id, closing.month)),
            .html(ConcernList.summary(asked(one), withWords: true)), .text("\(one.present.overtime)"),
            .html(tick(one)),
          ]
        },
        narrow: .stacks
      )
    )
  }

  private func asked(_ one: ClosingCase) -> [MonthConcern] {
    ClosingConcerns.asked(act, one.concerns)
  }

  private func tick(_ one: ClosingCase) -> HTML {
    let id = "warned-\(one.person.id)"
    return """
      <div class="choice"><input type="checkbox" name="warned"\(attribute: "form", Self.formID)\
      \(attribute: "id", id)\(attribute: "value", ClosingTick.text(one))><label\(attribute: "for", id)>注意を見た\
      <span class="hidden">：\(one.person.name)</span></label></div>
      """
  }

  private var cleanTable: HTML {
    guard !clean.isEmpty else { return .empty }
    return Panels.section(
      "注意のない職員（\(clean.count)人）",
      body: DataTable.draw(
        id: "clean",
        caption: "まとめて\(ClosingWords.act(act))する職員",
        columns: [.init("氏名", .rowHeader), .init("出勤", .number, unit: "日"), .init("超過勤務", .number)],
        rows: clean.map { one in
          [.text(one.person.name), .text("\(one.present.attendedDays)"), .text("\(one.present.overtime)")]
        }
      )
    )
  }

  private var impossibleTable: HTML {
    guard !impossible.isEmpty else { return .empty }
    return Panels.section(
      "対象にならない職員（\(impossible.count)人）",
      body: DataTable.draw(
        id: "impossible",
        caption: "いまは\(ClosingWords.act(act))できません",
        columns: [.init("氏名", .rowHeader), .init("理由", .text)],
        rows: impossible.map { one in
          let refusal = one.rules.refusal(of: act, on: closing.reach.today) ?? .notTheirs
          return [.text(one.person.name), .text(ClosingWords.refusal(refusal, one))]
        },
        narrow: .stacks
      )
    )
  }

  private var form: HTML {
    let back = Buttons.link("やめる", to: ClosingPaths.unit(closing.unit.id, closing.month))
    guard !possible.isEmpty else { return Panels.actions([back]) }
    return """
      <form class="form" method="post"\(attribute: "id", Self.formID)\
      \(action: ClosingPaths.decide(closing.unit.id, closing.month))>\
      \(Fields.hidden(FormNames.token, value: token))\(Fields.hidden(FormNames.once, value: once))\
      \(Fields.hidden("act", value: act.rawValue))\
      \(clean.map { Fields.hidden("person", value: ClosingTick.text($0)) })\
      \(Panels.actions([Buttons.submit("\(ClosingWords.act(act))する"), back]))</form>
      """
  }
}
