internal import CivilTime
internal import People
internal import Store

/// Reads and appends reasons, questions and thresholds of gaps.
///
/// Whoever reads has shown that the people are within reach.
enum GapRecords {
  /// All reasons of some people between two days, in the order in which they were given.
  static func reasons(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [GapReason]] {
    var found: [RecordID<Employee>: [GapReason]] = [:]
    try connection.readRows(
      """
      SELECT employee, id, work_date, code, words, gap_minutes, at FROM gap_reason
      WHERE employee IN (\(list: employees)) AND work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY id
      """
    ) { row in
      let reason = GapReason(
        id: try row.value(1),
        date: try row.value(2),
        code: try row.value(3),
        words: try row.optional(4),
        gap: try row.value(5),
        at: try row.value(6)
      )
      found[try row.value(0), default: []].append(reason)
    }
    return found
  }

  /// The same of questions.
  static func questions(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [GapQuestion]] {
    var found: [RecordID<Employee>: [GapQuestion]] = [:]
    try connection.readRows(
      """
      SELECT q.employee, q.id, q.work_date, q.words, a.name, q.at
      FROM gap_question q JOIN account a ON a.id = q.by_account
      WHERE q.employee IN (\(list: employees)) AND q.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY q.id
      """
    ) { row in
      let question = GapQuestion(
        id: try row.value(1),
        date: try row.value(2),
        words: try row.value(3),
        asker: try row.value(4),
        at: try row.value(5)
      )
      found[try row.value(0), default: []].append(question)
    }
    return found
  }

  /// The days before another about which somebody asked and the person has not answered, in order.
  static func unanswered(
    of employee: RecordID<Employee>,
    before day: CivilDate,
    on connection: any SQLConnection
  ) throws -> [CivilDate] {
    try connection.rows(
      """
      SELECT DISTINCT q.work_date FROM gap_question q WHERE q.employee = \(employee) AND q.work_date < \(day)
      AND NOT EXISTS (SELECT 1 FROM gap_reason r
        WHERE r.employee = q.employee AND r.work_date = q.work_date AND r.id > q.id)
      ORDER BY q.work_date
      """
    ) { try $0.value(0, as: CivilDate.self) }
  }

  static func append(
    _ reason: GapReason,
    of employee: RecordID<Employee>,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO gap_reason (id, employee, work_date, code, words, gap_minutes, at, by_account)
      VALUES (\(reason.id), \(employee), \(reason.date), \(reason.code), \(reason.words), \(reason.gap), \
      \(reason.at), \(account))
      """
    )
  }

  static func append(
    question id: RecordID<GapQuestion>,
    _ words: String,
    about employee: RecordID<Employee>,
    on date: CivilDate,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO gap_question (id, employee, work_date, words, at, by_account)
      VALUES (\(id), \(employee), \(date), \(words), \(now), \(account))
      """
    )
  }

  static func thresholds(on connection: any SQLConnection) throws -> GapThresholds {
    GapThresholds(
      all: try connection.rows(
        "SELECT employer, valid_from, minutes FROM gap_threshold ORDER BY valid_from, id"
      ) { row in
        GapThreshold(employer: try row.value(0), from: try row.value(1), minutes: try row.value(2))
      }
    )
  }

  static func append(
    _ threshold: GapThreshold,
    id: RecordID<GapThreshold>,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO gap_threshold (id, employer, valid_from, minutes, at, by_account)
      VALUES (\(id), \(threshold.employer), \(threshold.from), \(threshold.minutes), \(now), \(account))
      """
    )
  }
}
