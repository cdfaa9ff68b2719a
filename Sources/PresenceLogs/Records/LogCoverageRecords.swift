internal import CivilTime
internal import People
internal import Store

/// Reads and widens what log systems cover.
enum LogCoverageRecords {
  static func coverage(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> LogCoverage {
    var spans: [RecordID<Employee>: [LogCoverage.Span]] = [:]
    try connection.readRows(
      """
      SELECT employee, source, first_day, last_day FROM log_person WHERE employee IN (\(list: employees))
      ORDER BY employee, source
      """
    ) { row in
      let first: CivilDate = try row.value(2)
      let span = LogCoverage.Span(source: try row.value(1), days: first...(try row.value(3)))
      spans[try row.value(0), default: []].append(span)
    }
    var delivered: Set<LogCoverage.SourceDay> = []
    guard !spans.isEmpty else { return LogCoverage(spans: [:], delivered: []) }
    try connection.readRows(
      """
      SELECT source, employer, day FROM log_day
      WHERE employer IN (SELECT employer FROM employee WHERE id IN (\(list: employees)))
      AND day BETWEEN \(days.lowerBound) AND \(days.upperBound)
      """
    ) { row in
      delivered.insert(
        LogCoverage.SourceDay(source: try row.value(0), employer: try row.value(1), day: try row.value(2))
      )
    }
    return LogCoverage(spans: spans, delivered: delivered)
  }

  /// Adds what a file has seen; spans grow and never shrink.
  static func widen(_ seen: LogCoverage.Seen, source: String, on connection: any SQLConnection) throws {
    for (employer, days) in seen.days.sorted(by: { $0.key < $1.key }) {
      for day in days.sorted() {
        try connection.execute(
          """
          INSERT INTO log_day (source, employer, day) VALUES (\(source), \(employer), \(day)) ON CONFLICT DO NOTHING
          """
        )
      }
    }
    for (employee, days) in seen.people.sorted(by: { $0.key < $1.key }) {
      try connection.execute(
        """
        INSERT INTO log_person (employee, source, first_day, last_day)
        VALUES (\(employee), \(source), \(days.lowerBound), \(days.upperBound))
        ON CONFLICT (employee, source) DO UPDATE SET
        first_day = CASE WHEN excluded.first_day < log_person.first_day THEN excluded.first_day
        ELSE log_person.first_day END,
        last_day = CASE WHEN excluded.last_day > log_person.last_day THEN excluded.last_day
        ELSE log_person.last_day END
        """
      )
    }
  }
}
