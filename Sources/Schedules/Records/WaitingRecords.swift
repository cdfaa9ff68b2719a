internal import CivilTime
internal import People
internal import Store

/// What waits for a decision, whatever it is: one short list, however long the past.
enum WaitingRecords {
  enum Kind: String, SQLStorable, Hashable, CaseIterable {
    case pattern
    case move
    case flextime
    case telework

    var japanese: String {
      switch self {
      case .pattern: "早出遅出・短時間勤務の申出"
      case .move: "振替・代休の申出"
      case .flextime: "フレックスタイム制の申告"
      case .telework: "テレワークの希望"
      }
    }
  }

  struct Entry: Sendable {
    let kind: Kind
    let record: Int64
    let employee: RecordID<Employee>
    let name: String
    let since: Instant
  }

  static func add(
    _ kind: Kind,
    _ record: Int64,
    of employee: RecordID<Employee>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO schedule_waiting (record, kind, employee, since)
      VALUES (\(record), \(kind), \(employee), \(now))
      """
    )
  }

  static func remove(_ record: Int64, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM schedule_waiting WHERE record = \(record)")
  }

  /// How much waits within a scope, apart from somebody's own.
  static func count(
    in scope: PersonScope,
    besides own: RecordID<Employee>?,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> Int {
    try connection.value(countText(in: scope, besides: own, asOf: date)) ?? 0
  }

  static func countText(
    in scope: PersonScope,
    besides own: RecordID<Employee>?,
    asOf date: CivilDate
  ) -> SQLText {
    """
    SELECT COUNT(*) FROM schedule_waiting w
    WHERE w.employee <> \(own?.number ?? 0) AND \(fragment: scope.listing(employeeColumn: "w.employee", on: date))
    """
  }

  /// What waits within a scope, apart from somebody's own, the oldest first.
  static func entries(
    in scope: PersonScope,
    besides own: RecordID<Employee>?,
    asOf date: CivilDate,
    limit: Int,
    on connection: any SQLConnection
  ) throws -> [Entry] {
    try connection.rows(
      """
      SELECT w.kind, w.record, w.employee, e.family_name, e.given_name, w.since
      FROM schedule_waiting w JOIN employee e ON e.id = w.employee
      WHERE w.employee <> \(own?.number ?? 0) AND \(fragment: scope.listing(employeeColumn: "w.employee", on: date))
      ORDER BY w.since, w.record LIMIT \(limit)
      """
    ).map { row in
      Entry(
        kind: try row.value(0),
        record: try row.value(1),
        employee: try row.value(2),
        name: try row.value(3, as: String.self) + " " + row.value(4, as: String.self),
        since: try row.value(5)
      )
    }
  }
}
