package import CivilTime
package import People
package import Store

/// Reads and appends clock records.
///
/// Whoever reads has shown that the person is within reach.
package enum PunchRecords {
  /// The records of a person between two days, in order of day, time and identifier.
  package static func punches(
    of employee: RecordID<Employee>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [Punch] {
    try punches(of: employee, from: "\(days.lowerBound)", to: days.upperBound, on: connection)
  }

  /// What a new record is seen against: the records of today and of the last day before with one that counts.
  ///
  /// Days longer ago than any rest is measured are not looked at.
  package static func recent(
    of employee: RecordID<Employee>,
    asOf today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Punch] {
    let lastDay: SQLText = """
      COALESCE((
        SELECT l.work_date FROM punch l LEFT JOIN punch_cancellation c ON c.punch = l.id
        WHERE l.employee = \(employee) AND l.work_date >= \(today.adding(days: -MonthTotalRecords.lookBack))
        AND l.work_date < \(today) AND c.punch IS NULL ORDER BY l.work_date DESC LIMIT 1), \(today))
      """
    return try punches(of: employee, from: lastDay, to: today, on: connection)
  }

  /// The records of several people between two days; those without records are not in the answer.
  package static func punches(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Punch]] {
    let punches = try connection.rows(
      """
      \(fragment: columns) WHERE p.employee IN (\(list: employees))
      AND p.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY p.employee, p.work_date, p.minute, p.id
      """,
      punch
    )
    return Dictionary(grouping: punches, by: \.employee)
  }

  private static func punches(
    of employee: RecordID<Employee>,
    from first: SQLText,
    to last: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Punch] {
    try connection.rows(
      """
      \(fragment: columns) WHERE p.employee = \(employee)
      AND p.work_date BETWEEN \(fragment: first) AND \(last)
      ORDER BY p.work_date, p.minute, p.id
      """,
      punch
    )
  }

  private static let columns: SQLText = """
    SELECT p.employee, p.id, p.work_date, p.minute, p.kind, p.source, p.recorded_at, p.reason, c.at
    FROM punch p LEFT JOIN punch_cancellation c ON c.punch = p.id
    """

  private static func punch(_ row: SQLRow) throws -> Punch {
    Punch(
      id: try row.value(1),
      employee: try row.value(0),
      workDate: try row.value(2),
      time: try row.value(3),
      kind: try row.value(4),
      source: try row.value(5),
      recordedAt: try row.value(6),
      reason: try row.optional(7),
      cancelledAt: try row.optional(8)
    )
  }

  package static func insert(
    _ punch: Punch,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO punch (id, employee, work_date, minute, kind, source, recorded_at, recorded_by, reason)
      VALUES (\(punch.id), \(punch.employee), \(punch.workDate), \(punch.time), \(punch.kind), \
      \(punch.source), \(punch.recordedAt), \(account), \(punch.reason))
      """
    )
  }

  package static func cancel(
    _ punch: RecordID<Punch>,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      "INSERT INTO punch_cancellation (punch, at, by_account) VALUES (\(punch), \(now), \(account))"
    )
  }
}
