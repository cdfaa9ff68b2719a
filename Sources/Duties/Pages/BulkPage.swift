internal import CivilTime
internal import Markup
internal import Site
internal import Store

/// まとめて記録する: the ticked duties, and one date for all of them.
struct BulkPage: Sendable {
  let items: [InboxItem]
  let today: CivilDate
  let kept: FormFields
  let faults: [FormFault]
  let formToken: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "まとめて記録する",
      breadcrumbs: [Breadcrumb("担当の取組", DutyPaths.inbox)],
      lead: "次の\(items.count)件を、同じ日に実施したものとして記録します。日付が違うものは、分けて記録してください。",
      faults: faults,
      body: warning + table + form
    )
  }

  private var warning: HTML {
    let overdue = items.count { $0.duty.dueOn < today }
    guard overdue > 0 else { return .empty }
    return Panels.notice(.warning, "期限を過ぎたものが\(overdue)件あります。実際に行った日を入力してください。")
  }

  private var table: HTML {
    DataTable.draw(
      id: "chosen",
      caption: "記録する取組",
      columns: [
        .init("取組", .rowHeader), .init("期限", .word), .init("対象", .text), .init("状態", .word),
      ],
      rows: items.map { item in
        [
          .text("\(item.duty.rule.measure) \(item.title)"), .text(item.duty.dueOn.japaneseShort),
          .text(item.about), .html(DutyWords.tag(item.duty, today: today)),
        ]
      },
      narrow: .stacks
    )
  }

  private var form: HTML {
    let date = Fields.date(
      "day",
      label: "実施した日",
      value: kept.first("day") ?? today.japaneseWithoutWeekday,
      faults: faults
    )
    return Forms.form(
      action: DutyPaths.fulfil,
      token: formToken,
      once: once,
      actions: [Buttons.submit("\(items.count)件を記録する"), Buttons.link("やめる", to: DutyPaths.inbox)],
      content: HTML(items.map { Fields.hidden("duty", value: "\($0.duty.id)") }) + date
    )
  }
}
