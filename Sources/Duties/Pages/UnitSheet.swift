internal import CivilTime
internal import People
internal import Store

/// What one unit owes in a fiscal year.
struct UnitSheet: Sendable {
  struct Line: Sendable {
    let key: DutyRuleKey
    let title: String
    let owed: Int
    let fulfilled: Int
    let excused: Int
    let overdue: Int
  }

  let unit: OrganizationUnit
  let path: String
  let year: FiscalYear
  let measures: [Line]
  let items: [InboxItem]
  let total: Int
  let below: [OrganizationUnit]
  let reader: UnitReader

  init(
    _ unit: OrganizationUnit,
    in tree: UnitTree,
    part: InboxFilter.Part,
    page: Int,
    today: CivilDate,
    reader: UnitReader,
    on connection: any SQLConnection
  ) throws {
    self.unit = unit
    self.reader = reader
    path = tree.path(of: unit.id) ?? unit.name
    year = today.fiscalYear
    below = tree.children(of: unit.id)
    let book = try RuleBook(on: connection)
    // What was handed over stays visible to the unit that it is about.
    let own: SQLText = "(d.owner_unit = \(unit.id) OR d.about_unit = \(unit.id))"
    measures = try connection.rows(
      """
      SELECT d.plan_code, d.measure, COUNT(*), COUNT(CASE WHEN d.state = 'fulfilled' THEN 1 END),
      COUNT(CASE WHEN d.state = 'excused' THEN 1 END),
      COUNT(CASE WHEN d.state = 'open' AND d.due_on < \(today) THEN 1 END)
      FROM duty d WHERE \(fragment: own) AND d.fiscal_year = \(year.startYear)
      GROUP BY d.plan_code, d.measure ORDER BY d.plan_code, d.measure
      """
    ).map { row in
      let key = DutyRuleKey(plan: try row.value(0), measure: try row.value(1), name: "")
      return Line(
        key: key,
        title: book.title(key),
        owed: try row.value(2),
        fulfilled: try row.value(3),
        excused: try row.value(4),
        overdue: try row.value(5)
      )
    }.sorted { book.isBefore($0.key, $1.key) }
    // Open duties of earlier years are still owed; settled ones belong to their own year.
    let listed: SQLText =
      part == .settled
      ? "\(fragment: own) AND d.state <> 'open' AND d.fiscal_year = \(year.startYear)"
      : "\(fragment: own) AND d.state = 'open'"
    items = try InboxItems.read(
      where: listed,
      order: part == .settled ? "d.settled_on DESC, d.id DESC" : InboxItems.byDue,
      page: page,
      book,
      on: connection
    )
    total = try connection.value("SELECT COUNT(*) FROM duty d WHERE \(fragment: listed)") ?? 0
  }

  /// Whether the visitor may open the page of a duty: not who merely leads a unit above.
  func mayOpen(_ duty: Duty) -> Bool {
    switch reader {
    case .watcher: true
    case .head: duty.owner == .head(unit.id)
    case .above: false
    }
  }
}
