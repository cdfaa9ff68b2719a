internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 超勤代休時間: what the overtime of a month beyond 60 hours gives, and what becomes of it.
struct TimeOffPage: Sendable {
  let employee: RecordID<Employee>
  let name: String
  let account: TimeOffAccount
  let reader: DayOrdersPage.Reader
  let today: CivilDate
  let entered: FormFields
  let faults: [FormFault]
  let token: String
  let once: String

  private var offer: TimeOffInLieu { account.offer }
  private var month: YearMonth { offer.month }
  private var isOpen: Bool {
    offer.convertible > .zero && month < today.yearMonth && !account.isDeclined && account.left > .zero
      && today <= offer.window.upperBound
  }

  var content: PageContent {
    PageContent(
      title: "\(name) \(month.japanese)の超勤代休時間",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: lead,
      faults: faults,
      body: facts + history + act + months
    )
  }

  private var lead: HTML {
    guard offer.convertible > .zero else { return "この月に60時間を超える超過勤務はないため、超勤代休時間はありません。" }
    if account.isDeclined { return "本人が希望しないと申し出ています。割増しの手当を全額支給します。" }
    let days = "\(offer.window.lowerBound.japaneseShort)から\(offer.window.upperBound.japaneseShort)まで"
    return "換算した\(offer.convertible.japanese)のうち、\(account.left.japanese)を\(days)に指定できます。"
  }

  private var facts: HTML {
    guard offer.convertible > .zero else { return .empty }
    let proposal = offer.proposal
    let excess = offer.excess
    return Panels.keyValues([
      ("60時間を超えた時間", "\((excess.onDutyDays + excess.onOffDays + excess.withinFullDay).japanese)"),
      (
        "内訳",
        "勤務日\(excess.onDutyDays.japanese)（25%）、週休日など\(excess.onOffDays.japanese)（15%）、短時間勤務\(excess.withinFullDay.japanese)（50%）"
      ),
      ("取り方の案", "1日\(proposal.fullDays)回、4時間\(proposal.fourHours)回（残り\(proposal.left.japanese)）"),
      ("残りを使うには", "\(leaveWords)"), ("根拠", "\(TimeOffInLieu.conversion.newest.citation)"),
    ])
  }

  private var leaveWords: String {
    offer.leaveForFourHours == .zero
      ? "残りはありません" : "年次休暇\(offer.leaveForFourHours.japanese)を続けて取ると、4時間になります"
  }

  private var history: HTML {
    guard !account.steps.isEmpty else { return .empty }
    let events = account.steps.map { step -> Panels.Event in
      let what: HTML =
        switch step.act {
        case .declined: "希望しないことを申出"
        case .designated(let date, let unit, let leave):
          "\(date.japanese)に\(unit.length.japanese)を指定\(leave == .zero ? "" : "（うち年次休暇\(leave.japanese)）")"
        }
      return Panels.Event(when: OfficeZone.dateTimeText(step.at), who: step.by, what: what)
    }
    return Panels.section("記録", body: Panels.history(events))
  }

  private var act: HTML {
    guard isOpen else { return .empty }
    switch reader {
    case .owner where account.steps.isEmpty:
      return Panels.section(
        "希望しないとき",
        body: Forms.form(
          action: "/overtime/time-off/\(month.iso)/decline",
          token: token,
          once: once,
          actions: [Buttons.submit("希望しないことを申し出る", style: .secondary)],
          content: "<p>申し出ると指定されず、割増しの手当を全額受け取ります。希望するときは、何もする必要はありません。</p>"
        )
      )
    case .superior: return Panels.section("指定", body: form)
    default: return .empty
    }
  }

  private var form: HTML {
    let value = { (name: String) in entered.first(name) ?? "" }
    return Forms.form(
      action: "\(OrderPaths.timeOff(month, of: employee))/designation",
      token: token,
      once: once,
      actions: [Buttons.submit("指定する")],
      content: """
        \(Fields.date("date", label: "指定する日", value: value("date"), faults: faults))\
        \(Fields.radios(
          "unit", label: "長さ",
          choices: [.init("four-hours", "4時間"), .init("full-day", "1日（7時間45分）")],
          value: value("unit"), faults: faults))\
        \(Fields.text(
          "leave", label: "続けて取る年次休暇", need: .optional, hint: "例：1:00。単位に足りない分を年次休暇で補うとき",
          value: value("leave"), faults: faults, width: .short))
        """
    )
  }

  private var months: HTML {
    Panels.actions([
      Buttons.link("前の月", to: OrderPaths.timeOff(month.adding(months: -1), of: employee)),
      Buttons.link("次の月", to: OrderPaths.timeOff(month.adding(months: 1), of: employee)),
    ])
  }
}
