internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends wishes and orders to work at home.
enum TeleworkRecords {
  /// Everything of somebody from a day on, the earliest day first.
  static func all(
    of employee: RecordID<Employee>,
    from date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Telework] {
    try connection.rows(
      "\(fragment: columns) WHERE t.employee = \(employee) AND t.date >= \(date) ORDER BY t.date, t.id"
    ).map(telework)
  }

  /// What waits of somebody for days before one, the earliest day first: it is counted until it is decided.
  static func waiting(
    of employee: RecordID<Employee>,
    before date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Telework] {
    try connection.rows(
      """
      \(fragment: columns) WHERE t.id IN (
        SELECT w.record FROM schedule_waiting w
        WHERE w.employee = \(employee) AND w.kind = \(WaitingRecords.Kind.telework))
      AND t.date < \(date) ORDER BY t.date, t.id
      """
    ).map(telework)
  }

  static func telework(_ id: RecordID<Telework>, on connection: any SQLConnection) throws -> Telework? {
    try connection.row("\(fragment: columns) WHERE t.id = \(id)").map(telework)
  }

  /// How many days each person was ordered to work wholly at home, by month.
  static func wholeDays(
    of employees: [RecordID<Employee>],
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [YearMonth: Int]] {
    var counts: [RecordID<Employee>: [YearMonth: Int]] = [:]
    try connection.readRows(
      """
      SELECT t.employee, t.date FROM telework t
      JOIN telework_decision d ON d.telework = t.id AND d.outcome = \(Telework.Outcome.ordered)
      LEFT JOIN telework_cancellation x ON x.telework = t.id
      WHERE t.employee IN (\(list: LayerRecords.padded(employees))) AND t.part IS NULL AND x.telework IS NULL
      AND t.date >= \(months.lowerBound.firstDay) AND t.date <= \(months.upperBound.lastDay)
      """
    ) { row in
      let date: CivilDate = try row.value(1)
      counts[try row.value(0), default: [:]][date.yearMonth, default: 0] += 1
    }
    return counts
  }

  static func append(_ telework: Telework, account: Int64, on connection: any SQLConnection) throws {
    let part: StoredHours? =
      if case .part(let range) = telework.extent { StoredHours(range) } else { nil }
    try connection.execute(
      """
      INSERT INTO telework (id, employee, date, part, at, by_account)
      VALUES (\(telework.id), \(telework.employee), \(telework.date), \(part), \(telework.at), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when it was decided before.
  static func decide(
    _ id: RecordID<Telework>,
    _ outcome: Telework.Outcome,
    _ reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO telework_decision (telework, outcome, reason, at, by_account)
      VALUES (\(id), \(outcome), \(reason), \(now), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when it was taken back before.
  static func cancel(
    _ id: RecordID<Telework>,
    _ reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO telework_cancellation (telework, reason, at, by_account)
      VALUES (\(id), \(reason), \(now), \(account))
      """
    )
  }

  private static let columns: SQLText = """
    SELECT t.id, t.employee, t.date, t.part, t.at, d.outcome, d.reason, a.name, x.reason
    FROM telework t LEFT JOIN telework_decision d ON d.telework = t.id
    LEFT JOIN account a ON a.id = d.by_account LEFT JOIN telework_cancellation x ON x.telework = t.id
    """

  private static func telework(_ row: SQLRow) throws -> Telework {
    let part = try row.optional(3, as: StoredHours.self)?.hours.span
    let outcome: Telework.Outcome? = try row.optional(5)
    return Telework(
      id: try row.value(0),
      employee: try row.value(1),
      date: try row.value(2),
      extent: part.map { .part($0) } ?? .whole,
      at: try row.value(4),
      decision: try outcome.map {
        Telework.Decision(outcome: $0, reason: try row.value(6), by: try row.optional(7) ?? "")
      },
      cancellation: try row.optional(8)
    )
  }
}
