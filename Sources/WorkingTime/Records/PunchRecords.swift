internal import CivilTime
internal import People
internal import Store

/// Reads and appends clock records.
///
/// Whoever reads has shown that the person is within reach.
enum PunchRecords {
  /// The records of a person between two days, in order of day, time and identifier.
  static func punches(
    of employee: RecordID<Employee>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [Punch] {
    try connection.rows(
      """
      SELECT p.id, p.work_date, p.minute, p.kind, p.source, p.recorded_at, p.reason, c.at
      FROM punch p LEFT JOIN punch_cancellation c ON c.punch = p.id
      WHERE p.employee = \(employee) AND p.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY p.work_date, p.minute, p.id
      """
    ).map { row in
      Punch(
        id: try row.value(0),
        employee: employee,
        workDate: try row.value(1),
        time: try row.value(2),
        kind: try row.value(3),
        source: try row.value(4),
        recordedAt: try row.value(5),
        reason: try row.optional(6),
        cancelledAt: try row.optional(7)
      )
    }
  }

  static func insert(
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

  static func cancel(
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
