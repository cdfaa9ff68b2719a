public import Access
public import CivilTime
internal import People
public import Store

/// 義務の照会 – what stands on whose desk, and what all of it comes to.
public enum DutyQuery: Sendable {
  /// One page of the duties that lie with somebody; `page` counts from 1.
  public static func inbox(
    of actor: Actor,
    today: CivilDate,
    filter: InboxFilter,
    page: Int,
    on connection: any SQLConnection
  ) throws -> InboxPage {
    let owned = try DutyReach(actor, on: connection).owned
    let book = try RuleBook(on: connection)
    let condition = try condition(of: actor, filter, today, on: connection)
    let items = try InboxItems.read(
      where: condition,
      order: filter.part == .settled ? "d.settled_on DESC, d.id DESC" : InboxItems.byDue,
      page: page,
      book,
      on: connection
    )
    return InboxPage(
      items: items,
      total: try connection.value("SELECT COUNT(*) FROM duty d WHERE \(fragment: condition)") ?? 0,
      counts: try counts(owned, today: today, on: connection),
      measures: try measures(owned, book, on: connection)
    )
  }

  /// How many duties lie open with somebody.
  public static func openCount(
    of actor: Actor,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> InboxCounts {
    try counts(DutyReach(actor, on: connection).owned, today: today, on: connection)
  }

  /// One duty for somebody who owns it or watches over it; nil for everybody else.
  public static func sheet(
    _ id: RecordID<Duty>,
    for actor: Actor,
    on connection: any SQLConnection
  ) throws -> DutySheet? {
    guard let duty = try DutyRecords.duty(id, on: connection) else { return nil }
    let reach = try DutyReach(actor, on: connection)
    let isOwner = reach.owns(duty.owner)
    let isWatched = reach.watches(duty.employer)
    guard isOwner || isWatched else { return nil }
    let book = try RuleBook(on: connection)
    let names = try DutyNames([duty], on: connection)
    let own: String? = try connection.value("SELECT task FROM duty WHERE id = \(id)")
    return DutySheet(
      duty: duty,
      title: book.title(duty.rule),
      task: own ?? book.rule(duty.rule)?.task ?? "",
      about: names.name(of: duty.subject),
      ownerName: names.name(of: duty.owner),
      isOwner: isOwner,
      isWatched: isWatched
    )
  }

  /// One duty, for services that have judged themselves who may know of it.
  public static func duty(_ id: RecordID<Duty>, on connection: any SQLConnection) throws -> Duty? {
    try DutyRecords.duty(id, on: connection)
  }

  /// Whether somebody sits where a duty lies, for services that settle it in the same transaction.
  public static func owns(_ actor: Actor, _ duty: Duty, on connection: any SQLConnection) throws -> Bool {
    try DutyReach(actor, on: connection).owns(duty.owner)
  }

  /// The tallies of a whole plan in one query, by measure, employer and bureau.
  public static func tallies(
    year: FiscalYear,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [DutyTally] {
    try TallyRecords.tallies(of: year, plan: plan, on: connection)
  }

  /// Calls back with every duty of a fiscal year, by plan, measure, employer and due day.
  public static func forEach(
    year: FiscalYear,
    on connection: any SQLConnection,
    _ body: (Duty) throws -> Void
  ) throws {
    try connection.forEachRow(
      """
      SELECT \(fragment: DutyRecords.columns) FROM duty d WHERE d.fiscal_year = \(year.startYear)
      ORDER BY d.plan_code, d.measure, d.employer, d.bureau, d.due_on, d.id
      """
    ) { try body(DutyRecords.duty($0)) }
  }

  /// Calls back with the duties that a filter leaves, some at a time, the earliest due day first.
  ///
  /// For those who watch over all duties; who may see them is for the caller to judge.
  public static func forEachLine(
    _ filter: DutyListFilter,
    today: CivilDate,
    on connection: any SQLConnection,
    _ body: ([DutyLine]) throws -> Void
  ) throws {
    try DutyLines.forEach(where: filter.condition(today), on: connection, body)
  }

  /// The day of the last sweep, as of which tallies count what is overdue.
  public static func sweptOn(on connection: any SQLConnection) throws -> CivilDate? {
    try connection.value("SELECT swept_on FROM duty_sweep WHERE name = \(TallyRecords.sweepName)")
  }

  /// True for the duties `d` that lie with somebody and that a filter leaves.
  static func condition(
    of actor: Actor,
    _ filter: InboxFilter,
    _ today: CivilDate,
    on connection: any SQLConnection
  ) throws -> SQLText {
    let owned = try DutyReach(actor, on: connection).owned
    let ofMeasure: SQLText = filter.measure.map { "AND d.measure = \($0)" } ?? ""
    return "\(fragment: owned) AND \(fragment: part(filter.part, today)) \(fragment: ofMeasure)"
  }

  private static func part(_ part: InboxFilter.Part, _ today: CivilDate) -> SQLText {
    switch part {
    case .overdue: "d.state = 'open' AND d.due_on < \(today)"
    case .week: "d.state = 'open' AND d.due_on BETWEEN \(today) AND \(endOfWeek(today))"
    case .month: "d.state = 'open' AND d.due_on BETWEEN \(today) AND \(today.yearMonth.lastDay)"
    case .open: "d.state = 'open'"
    case .settled: "d.state <> 'open'"
    }
  }

  /// Sunday.
  private static func endOfWeek(_ today: CivilDate) -> CivilDate {
    today.adding(days: (7 - today.weekday.rawValue) % 7)
  }

  private static func counts(
    _ owned: SQLText,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> InboxCounts {
    let row = try connection.row(
      """
      SELECT COUNT(*), COUNT(CASE WHEN d.due_on < \(today) THEN 1 END),
      COUNT(CASE WHEN d.due_on BETWEEN \(today) AND \(endOfWeek(today)) THEN 1 END),
      COUNT(CASE WHEN d.due_on BETWEEN \(today) AND \(today.yearMonth.lastDay) THEN 1 END)
      FROM duty d WHERE d.state = 'open' AND \(fragment: owned)
      """
    )
    guard let row else { return InboxCounts(open: 0, overdue: 0, week: 0, month: 0) }
    return InboxCounts(
      open: try row.value(0),
      overdue: try row.value(1),
      week: try row.value(2),
      month: try row.value(3)
    )
  }

  private static func measures(
    _ owned: SQLText,
    _ book: RuleBook,
    on connection: any SQLConnection
  ) throws -> [InboxMeasure] {
    try connection.rows(
      """
      SELECT d.plan_code, d.measure, COUNT(*) FROM duty d WHERE d.state = 'open' AND \(fragment: owned)
      GROUP BY d.plan_code, d.measure ORDER BY d.plan_code, d.measure
      """
    ).map { row in
      let key = DutyRuleKey(plan: try row.value(0), measure: try row.value(1), name: "")
      return (key: key, open: try row.value(2, as: Int.self))
    }.sorted { book.isBefore($0.key, $1.key) }.map { line in
      InboxMeasure(measure: line.key.measure, title: book.title(line.key), open: line.open)
    }
  }
}
