internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// 修正の申出: other minutes for somebody's claim, with a reason; the owner decides.
struct ChangeFormPage: Sendable {
  let employee: RecordID<Employee>
  let name: String
  let day: DayOrders
  let entered: FormFields
  let faults: [FormFault]
  let token: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "\(name) \(day.date.japanese)の修正の申出",
      breadcrumbs: [Breadcrumb("\(day.date.japaneseShort)の超過勤務", OrderPaths.day(day.date, of: employee))],
      lead: "本人の申告は\(day.claims.last.map { $0.amount.japanese } ?? "ありません（0:00）")。本人が確認するまで、本人の値が有効です。",
      faults: faults,
      body: form
    )
  }

  private var form: HTML {
    Forms.form(
      action: OrderPaths.change(day.date, of: employee),
      token: token,
      once: once,
      actions: [
        Buttons.submit("本人に申し出る"), Buttons.link("やめる", to: OrderPaths.day(day.date, of: employee)),
      ],
      content: """
        <p>申し出た値、理由、本人の値は、どれも記録に残り、人事担当と監査が見ることができます。</p>\
        \(Fields.hidden("seen", value: day.claims.last.map { "\($0.id)" } ?? ""))\
        \(AmountFields.draw("申し出る時間帯", kept: entered, faults: faults))\
        \(Fields.textArea(
          "reason", label: "理由", hint: "本人に示されます。200文字以内", value: entered.first("reason") ?? "",
          faults: faults, rows: 3))
        """
    )
  }
}
