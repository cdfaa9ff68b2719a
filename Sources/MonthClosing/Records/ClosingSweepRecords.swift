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

  /// Whether an employer has taken up the procedure (月次の手続の採用) by a month: it has set its terms for that month or an
  /// earlier one, or somebody has checked or approved such a month of one of its people.
  ///
  /// What employees say of their own months adopts nothing for everybody else, nor does what the server or the operator's
  /// command closed: no person decided that. A personnel officer who closes what is overdue has.
  static func isInUse(
    by employer: RecordID<Employer>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> Bool {
    let terms = try connection.row(
      "SELECT 1 FROM closing_terms WHERE employer = \(employer) AND from_month <= \(month) LIMIT 1"
    )
    if terms != nil { return true }
    // The words of the condition are those of the index closing_step_official: of each person only what counts is read.
    return try connection.row(
      """
      SELECT 1 FROM employee e WHERE e.employer = \(employer) AND EXISTS (
        SELECT 1 FROM closing_step s WHERE s.employee = e.id AND s.month <= \(month)
        AND s.kind IN ('checked', 'approved') AND s.by_account IS NOT NULL
      ) LIMIT 1
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
