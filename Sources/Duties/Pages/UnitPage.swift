internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 組織の取組: what one unit owes, for those who lead it or watch over it.
struct UnitPage: Sendable {
  let shown: UnitSheet
  let part: InboxFilter.Part
  let page: Int
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "\(shown.unit.name)の取組",
      breadcrumbs: [Breadcrumb("担当の取組", DutyPaths.inbox)],
      lead: lead,
      body: tiles + measures + list + below
    )
  }

  private var lead: HTML {
    "\(shown.path)が\(shown.year.japanese)に担う取組です。報告は、組織の長または代理が「担当の取組」から行います。"
  }

  private var tiles: HTML {
    let owed = shown.measures.reduce(0) { $0 + $1.owed }
    let fulfilled = shown.measures.reduce(0) { $0 + $1.fulfilled }
    let overdue = shown.measures.reduce(0) { $0 + $1.overdue }
    return Panels.stats([
      .init("求められた数", value: "\(owed)", unit: "件"),
      .init("済み", value: "\(fulfilled)", unit: "件"),
      .init("期限超過", value: "\(overdue)", unit: "件"),
    ])
  }

  private var measures: HTML {
    guard !shown.measures.isEmpty else { return .empty }
    return DataTable.draw(
      id: "unit-measures",
      caption: "\(shown.year.japanese) 取組ごとの状況",
      columns: [
        .init("取組", .rowHeader), .init("求められた数", .number, unit: "件"), .init("済み", .number, unit: "件"),
        .init("免除", .number, unit: "件"), .init("期限超過", .number, unit: "件"),
      ],
      rows: shown.measures.map { line in
        [
          .text("\(line.key.measure) \(line.title)"), .text("\(line.owed)"), .text("\(line.fulfilled)"),
          .text("\(line.excused)"), .text("\(line.overdue)"),
        ]
      },
      narrow: .stacks
    )
  }

  private var list: HTML {
    let other: InboxFilter.Part = part == .settled ? .open : .settled
    let link = Panels.actions([
      Buttons.link("\(other.japanese)を見る", to: DutyPaths.unit(shown.unit.id, other), size: .small)
    ])
    guard !shown.items.isEmpty else {
      let title = part == .settled ? "済んだ取組はまだありません" : "未了の取組はありません"
      return link + Panels.emptyState(title, "取組が届いたり済んだりすると、ここに表示します。")
    }
    let table = DataTable.draw(
      id: "unit-duties",
      caption: part.japanese,
      columns: [
        .init("取組", .rowHeader), .init("期限", .word), .init("すること", .text), .init("対象", .text),
        .init("状態", .word),
      ],
      rows: shown.items.map(row),
      narrow: .stacks
    )
    let pages = Pagination.links(
      page: page,
      perPage: InboxPage.length,
      total: shown.total,
      path: DutyPaths.unit(shown.unit.id, part)
    )
    return link + table + pages
  }

  private func row(_ item: InboxItem) -> DataTable.Row {
    let title = "\(item.duty.rule.measure) \(item.title)"
    return [
      shown.mayOpen(item.duty) ? .link(title, to: DutyPaths.duty(item.duty.id)) : .text(title),
      .text(item.duty.dueOn.japaneseShort), .text(item.task), .text(about(item)),
      .html(DutyWords.tag(item.duty, today: today)),
    ]
  }

  /// Whom a duty is about: those who lead the unit itself see the name, those far above do not need it.
  private func about(_ item: InboxItem) -> String {
    if shown.reader == .above, case .employee = item.duty.subject { return "職員" }
    return item.about
  }

  private var below: HTML {
    guard !shown.below.isEmpty else { return .empty }
    return Panels.section(
      "下位の組織",
      body: Panels.entries(shown.below.map { .init($0.name, to: DutyPaths.unit($0.id)) })
    )
  }
}
