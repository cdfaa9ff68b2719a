internal import CivilTime
internal import People
internal import Store

/// Reads and appends what was done about interviews.
enum InterviewRecords {
  /// The records of some people's months between two months, in the order in which they were made.
  static func records(
    of employees: some Collection<RecordID<Employee>>,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [InterviewRecord]] {
    let found = try connection.rows(
      """
      SELECT s.id, s.employee, s.month, s.step, s.done_on, s.exemption, s.at, c.step
      FROM interview_step s LEFT JOIN interview_cancellation c ON c.step = s.id
      WHERE s.employee IN (\(list: employees)) AND s.month BETWEEN \(months.lowerBound) AND \(months.upperBound)
      ORDER BY s.employee, s.month, s.id
      """
    ) { row in
      InterviewRecord(
        id: try row.value(0),
        employee: try row.value(1),
        month: try row.value(2),
        step: try row.value(3),
        doneOn: try row.value(4),
        exemption: try row.optional(5),
        recordedAt: try row.value(6),
        isCancelled: try row.optional(7, as: Int64.self) != nil
      )
    }
    return Dictionary(grouping: found, by: \.employee)
  }

  /// Those about whom anything was recorded for a month.
  static func employees(
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<Employee>> {
    Set(
      try connection.rows("SELECT DISTINCT employee FROM interview_step WHERE month = \(month)") {
        try $0.value(0, as: RecordID<Employee>.self)
      }
    )
  }

  static func insert(
    _ record: InterviewRecord,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO interview_step (id, employee, month, step, done_on, exemption, at, by_account)
      VALUES (\(record.id), \(record.employee), \(record.month), \(record.step), \(record.doneOn), \
      \(record.exemption), \(record.recordedAt), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when it was taken back before.
  static func cancel(
    _ id: RecordID<InterviewRecord>,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      "INSERT INTO interview_cancellation (step, at, by_account) VALUES (\(id), \(now), \(account))"
    )
  }
}
