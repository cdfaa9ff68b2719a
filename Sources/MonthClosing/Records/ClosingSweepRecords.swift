internal import CivilTime
internal import People
internal import Store

/// Reads and appends on which days the months of employers were looked through for what is overdue.
enum ClosingSweepRecords {
  /// The employers whose months nobody has looked through on a day yet.
  static func due(on day: CivilDate, connection: any SQLConnection) throws -> [RecordID<Employer>] {
    try connection.rows(
      """
      SELECT e.id FROM employer e
      WHERE NOT EXISTS (SELECT 1 FROM closing_sweep s WHERE s.employer = e.id AND s.day = \(day)) ORDER BY e.id
      """
    ) { row in try row.value(0) }
  }

  /// Whether anybody of an employer has acted on a month or an earlier one: before, nobody knew of the procedure.
  static func isInUse(
    by employer: RecordID<Employer>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> Bool {
    try connection.row(
      """
      SELECT 1 FROM closing_step s JOIN employee e ON e.id = s.employee
      WHERE s.month <= \(month) AND e.employer = \(employer) LIMIT 1
      """
    ) != nil
  }

  /// - Throws: ``StoreError/unique(constraint:)`` where another process was first.
  static func insert(
    _ employer: RecordID<Employer>,
    on day: CivilDate,
    closed: Int,
    at now: Instant,
    connection: any SQLConnection
  ) throws {
    try connection.execute(
      "INSERT INTO closing_sweep (employer, day, at, closed) VALUES (\(employer), \(day), \(now), \(closed))"
    )
  }
}
