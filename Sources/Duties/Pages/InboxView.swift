internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 担当の取組: what lies on somebody's desk.
struct InboxView: Sendable {
  let inbox: InboxPage
  let filter: InboxFilter
  let page: Int
  let today: CivilDate
  /// Units that the visitor heads.
  let units: [(id: RecordID<OrganizationUnit>, name: String)]
  let formToken: String

  var content: PageContent {
    PageContent(title: "担当の取組", lead: lead, body: tiles + measures + list + settledLink + unitLinks)
  }

  private var lead: HTML {
    let counts = inbox.counts
    if counts.open == 0 { return "いま未了の取組はありません。" }
    return counts.overdue == 0
      ? "未了は\(counts.open)件です。期限を過ぎたものはありません。"
      : "未了は\(counts.open)件です。うち\(counts.overdue)件は期限を過ぎています。遅れても記録できます。"
  }

  private var tiles: HTML {
    let counts = inbox.counts
    let parts: [(InboxFilter.Part, Int)] = [
      (.overdue, counts.overdue), (.week, counts.week), (.month, counts.month), (.open, counts.open),
    ]
    let stats = parts.map { part, count in
      Panels.Stat(part.japanese, value: "\(count)", unit: "件", note: link(part))
    }
    return Panels.stats(stats)
  }

  private func link(_ part: InboxFilter.Part) -> HTML {
    let isShown = part == filter.part
    let words = isShown ? "表示しています" : "表示する"
    return """
      <a\(attribute: "aria-current", isShown ? "true" : nil)\(href: DutyPaths.inbox(InboxFilter(part)))>\
      <span class="hidden">\(part.japanese)を</span>\(words)</a>
      """
  }

  private var measures: HTML {
    guard inbox.measures.count > 1 || filter.measure != nil else { return .empty }
    let choices =
      [Fields.Choice("", "すべての取組（\(inbox.counts.open)件）")]
      + inbox.measures.map { Fields.Choice($0.measure, "\($0.measure) \($0.title)（\($0.open)件）") }
    return Forms.search(
      action: DutyPaths.inbox,
      content: Fields.hidden("state", value: filter.part.rawValue)
        + Fields.select(
          "measure",
          label: "取組",
          choices: choices,
          need: .unmarked,
          value: filter.measure ?? ""
        )
    )
  }

  private var list: HTML {
    guard !inbox.items.isEmpty else { return nothing }
    let pages = Pagination.links(
      page: page,
      perPage: InboxPage.length,
      total: inbox.total,
      path: DutyPaths.inbox(filter)
    )
    let table = DataTable.draw(
      id: "duties",
      caption: "担当の取組（\(filter.part.japanese)）",
      columns: columns,
      rows: inbox.items.map(row),
      note: hasBulk ? "日付だけで済む取組は、選んでまとめて記録できます。ほかは「取組」を開いて報告してください。" : .empty,
      narrow: .stacks
    )
    return (hasBulk ? table + bulkForm : table) + pages + file
  }

  private var file: HTML {
    Panels.actions([Buttons.link("この一覧（\(inbox.total)件）をCSVで保存", to: DutyPaths.file(filter), size: .small)])
  }

  /// Stands below the table, which needs the whole width; the boxes name it.
  private var bulkForm: HTML {
    """
    <form class="one-button" method="post"\(attribute: "id", Self.bulkID)\(action: DutyPaths.confirm)>\
    \(Fields.hidden(FormNames.token, value: formToken))\(Buttons.submit("選んだものをまとめて記録する"))</form>
    """
  }

  private static let bulkID = "bulk"

  private var hasBulk: Bool { inbox.items.contains { BulkRule.admits($0.duty) } }

  private var columns: [DataTable.Column] {
    let columns: [DataTable.Column] = [
      .init("取組", .rowHeader), .init("期限", .word), .init("すること", .text), .init("対象", .text),
      .init("状態", .word),
    ]
    return hasBulk ? columns + [.init("まとめて記録", .word)] : columns
  }

  private func row(_ item: InboxItem) -> DataTable.Row {
    let duty = item.duty
    let reminder: HTML =
      item.remindedAt.map { at in
        " <span class=\"hint\">催促 \(OfficeZone.date(of: at).japaneseShort)</span>"
      } ?? .empty
    let cells: [DataTable.Cell] = [
      .link("\(duty.rule.measure) \(item.title)", to: DutyPaths.duty(duty.id)),
      .text(duty.dueOn.japaneseShort),
      .text(item.task),
      .text(item.about),
      .html(DutyWords.tag(duty, today: today) + reminder),
    ]
    let isOverdue = duty.state.isOpen && duty.dueOn < today
    return DataTable.Row(hasBulk ? cells + [tick(item)] : cells, tone: isOverdue ? .attention : .plain)
  }

  private func tick(_ item: InboxItem) -> DataTable.Cell {
    // Nothing is left out here: the duty is told of by a report of its own.
    guard BulkRule.admits(item.duty) else { return .html(.empty) }
    let id = "duty-\(item.duty.id)"
    return .html(
      """
      <div class="choice"><input type="checkbox" name="duty"\(attribute: "form", Self.bulkID)\
      \(attribute: "id", id)\
      \(attribute: "value", "\(item.duty.id)")><label\(attribute: "for", id)>選ぶ\
      <span class="hidden">：\(item.title)、\(item.about)</span></label></div>
      """
    )
  }

  private var nothing: HTML {
    switch filter.part {
    case .settled:
      Panels.emptyState("済んだ取組はまだありません", "報告や記録をすると、ここに残ります。消えることはありません。")
    case .overdue, .week, .month, .open:
      Panels.emptyState(
        inbox.counts.open == 0 ? "いま担当の取組はありません" : "この条件に当てはまる取組はありません",
        inbox.counts.open == 0
          ? "半期や年度が始まったとき、異動や昇任などのできごとがあったときに、ここに届きます。" : "条件を変えるか、すべての未了を表示してください。",
        action: Buttons.link("すべての未了を表示する", to: DutyPaths.inbox(InboxFilter()))
      )
    }
  }

  private var settledLink: HTML {
    let (words, part): (String, InboxFilter.Part) =
      filter.part == .settled ? ("未了を見る", .open) : ("済み・免除を見る", .settled)
    return Panels.actions([Buttons.link(words, to: DutyPaths.inbox(InboxFilter(part)), size: .small)])
  }

  private var unitLinks: HTML {
    guard !units.isEmpty else { return .empty }
    return Panels.section(
      "組織の取組",
      body: Panels.entries(units.map { .init($0.name, to: DutyPaths.unit($0.id), text: "この組織が担う取組を見ます。") })
    )
  }
}
