internal import CivilTime
internal import Markup
internal import Site

/// 事前申告の1件: what was declared, what it makes of the limits, and the order.
struct RequestPage: Sendable {
  /// Who reads.
  enum Reader: Sendable {
    case owner
    /// Somebody who decides, with a fresh key.
    case superior
    case other
  }

  let request: OvertimeRequest
  let name: String
  let projection: LimitProjection
  let warnings: [String]
  let reader: Reader
  let entered: FormFields
  let faults: [FormFault]
  let token: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "\(name) \(request.date.japanese)の事前申告",
      breadcrumbs: [
        reader == .superior
          ? Breadcrumb("承認箱", OrderPaths.approvals) : Breadcrumb("超過勤務の申告と命令", OrderPaths.own)
      ],
      lead: lead,
      faults: faults,
      body: facts + limits + act
    )
  }

  private var lead: HTML {
    guard let decision = request.decision else { return "上司の命令を待っています。" }
    let order = decision.amount.map { "命令は\($0.japanese)です。" } ?? ""
    return "「\(decision.outcome.japanese)」となりました。\(order)"
  }

  private var facts: HTML {
    let decided: [(term: String, value: HTML)] =
      request.decision.map { decision in
        [
          ("命令", "\(decision.amount?.japanese ?? decision.outcome.japanese)"),
          ("決定した人と時", "\(decision.by)　\(OfficeZone.dateTimeText(decision.at))"),
          ("決定の理由", "\(decision.reason ?? "－")"),
        ]
      } ?? []
    return Panels.keyValues(
      [
        ("申告", "\(request.amount.japanese)"), ("業務", "\(request.work)"), ("理由", "\(request.reason)"),
        ("特例業務", request.isSpecial ? "該当する" : "該当しない"),
        ("申告した時", "\(OfficeZone.dateTimeText(request.sentAt))"),
      ] + decided
    )
      + "<p class=\"on-screen\"><a\(href: OrderPaths.day(request.date, of: request.employee))>この日の命令と実績を見る</a></p>"
  }

  private var limits: HTML {
    guard request.decision == nil else { return .empty }
    let notice: HTML =
      warnings.isEmpty
      ? .empty : Panels.notice(.warning, "注意", body: "<ul>\(warnings.map { "<li>\($0)</li>" as HTML })</ul>")
    return notice + ProjectionTable.after(projection, added: "申告の分と、ほかの日の実績のない申告・命令を加えた見込みです。")
  }

  private var act: HTML {
    switch (reader, request.decision) {
    case (.superior, nil): orderForm
    case (.owner, nil):
      Forms.form(
        action: OrderPaths.withdrawal(request.id),
        token: token,
        once: once,
        actions: [Buttons.submit("申告を取り下げる", style: .secondary)],
        content: "<p>不要になったときは取り下げられます。記録は残ります。</p>"
      )
    default: .empty
    }
  }

  private var orderForm: HTML {
    let value = { (name: String) in entered.first(name) ?? "" }
    let content: HTML = """
      \(Fields.radios(
        "outcome", label: "決定",
        choices: [
          .init("ordered", "申告のとおり命令する"), .init("changed", "時間を変更して命令する", hint: "下に時間と理由を入力します。申告の値も残ります。"),
          .init("not-ordered", "命令しない", hint: "理由を入力します。本人が行った勤務は、後から実績として申告されれば受け付けます。"),
        ],
        value: value("outcome"), faults: faults))\
      \(AmountFields.draw("変更するときの時間帯", kept: entered, faults: faults))\
      \(Fields.textArea(
        "reason", label: "変更する、または命令しない理由", need: .optional, hint: "本人に示されます。200文字以内",
        value: value("reason"), faults: faults, rows: 3))
      """
    let form = Forms.form(
      action: OrderPaths.decision(request.id),
      token: token,
      once: once,
      actions: [Buttons.submit("決定する"), Buttons.link("承認箱に戻る", to: OrderPaths.approvals)],
      content: content
    )
    return Panels.section("命令", body: form)
  }
}
