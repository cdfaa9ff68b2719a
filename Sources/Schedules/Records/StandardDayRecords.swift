internal import CivilTime
package import People
package import Store
internal import WorkingTimeRules

/// Reads and appends the standard days of employers.
package enum StandardDayRecords {
  /// A standard day with who fixed it, when and why.
  struct Entry: Sendable {
    let standard: StandardDay
    let reason: String
    let at: Instant
    let by: String
  }

  /// The standard days of each person's employer, the newest record first.
  package static func standards(
    of employees: [RecordID<Employee>],
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [StandardDay]] {
    let rows = try connection.rows(
      "SELECT id, employer, valid_from, hours FROM standard_day ORDER BY id DESC",
      standard
    )
    let byEmployer = Dictionary(grouping: rows, by: \.employer)
    var found: [RecordID<Employee>: [StandardDay]] = [:]
    try connection.readRows("SELECT id, employer FROM employee WHERE id IN (\(list: employees))") { row in
      found[try row.value(0)] = byEmployer[try row.value(1)]
    }
    return found
  }

  static func entries(
    of employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection
  ) throws -> [Entry] {
    try connection.rows(
      """
      SELECT s.id, s.employer, s.valid_from, s.hours, s.reason, s.at, a.name
      FROM standard_day s LEFT JOIN account a ON a.id = s.by_account
      WHERE s.employer IN (\(list: employers.sorted())) ORDER BY s.id DESC
      """
    ).map { row in
      Entry(
        standard: try standard(row),
        reason: try row.value(4),
        at: try row.value(5),
        by: try row.optional(6) ?? ""
      )
    }
  }

  static func append(
    _ standard: StandardDay,
    reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO standard_day (id, employer, valid_from, hours, reason, at, by_account)
      VALUES (\(standard.id), \(standard.employer), \(standard.from), \(StoredHours(standard.hours)), \
      \(reason), \(now), \(account))
      """
    )
  }

  private static func standard(_ row: SQLRow) throws -> StandardDay {
    StandardDay(
      id: try row.value(0),
      employer: try row.value(1),
      from: try row.value(2),
      hours: try row.value(3, as: StoredHours.self).hours
    )
  }
}
