internal import Markup
internal import Site
internal import Store

/// The forms by which a request is made and decided.
enum RequestForms {
  /// Grant or refuse for those who lead, take back for the person.
  static func decision(
    _ reader: SchedulePage.Reader,
    key: String,
    action: String,
    token: String,
    once: String,
    _ faults: [FormFault],
    _ entered: FormFields
  ) -> HTML {
    if reader == .owner {
      return Forms.button(
        "取り下げる",
        action: action,
        token: token,
        once: "\(once)-\(key)",
        hidden: [("outcome", RequestOutcome.withdrawn.rawValue)]
      )
    }
    return Forms.form(
      action: action,
      token: token,
      once: "\(once)-\(key)",
      actions: [
        Buttons.submit("認める", name: "outcome", value: RequestOutcome.granted.rawValue),
        Buttons.submit(
          "認めない",
          style: .secondary,
          name: "outcome",
          value: RequestOutcome.refused.rawValue
        ),
      ],
      content: Fields.text(
        reason(key),
        label: "理由",
        need: .optional,
        hint: "認めないときは必ず入力してください。本人に表示します。",
        value: entered.first(reason(key)) ?? "",
        faults: faults
      )
    )
  }

  /// The control for the reason of a decision; a page has one for each request.
  static func reason(_ key: String) -> String { "reason-\(key)" }

  /// The value of the choice that stands for the standard day.
  static let standard = "standard"

  static func pattern(
    _ offers: [WorkPattern],
    isOwner: Bool,
    _ faults: [FormFault],
    _ entered: FormFields
  ) -> HTML {
    let choices =
      offers.map { offer in
        Fields.Choice("\(offer.id)", ScheduleWords.pattern(offer), hint: ScheduleWords.week(offer))
      } + [Fields.Choice(standard, "標準の勤務時間に戻す")]
    return Fields.radios(
      "pattern",
      label: "型",
      choices: choices,
      value: entered.first("pattern") ?? "",
      faults: faults
    )
      + Fields.date("from", label: "始まりの日", value: entered.first("from") ?? "", faults: faults)
      + Fields.date(
        "to",
        label: "終わりの日",
        need: .optional,
        hint: "当分の間のときは空けておきます。",
        value: entered.first("to") ?? "",
        faults: faults
      )
      + Fields.text(
        "why",
        label: "理由",
        hint: isOwner ? "上司、勤務時間管理員、人事担当が見ます。" : "本人に表示します。",
        value: entered.first("why") ?? "",
        faults: faults
      )
  }
}
