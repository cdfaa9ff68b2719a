internal import CivilTime
internal import People
internal import Store

/// アカウント名・PC名の登録 – whose a name is from a day on.
struct LogName: Sendable, Hashable {
  let name: String
  /// Nobody's from the day on where nil.
  let employee: RecordID<Employee>?
  let from: CivilDate
}

/// Reads and appends names; of several from one day the newest counts.
enum LogNameRecords {
  static func names(on connection: any SQLConnection) throws -> LogNames {
    var names = LogNames()
    try connection.forEachRow("SELECT name, valid_from, employee FROM log_name ORDER BY valid_from, id") {
      row in
      names.add(try row.value(0), LogNames.Entry(from: try row.value(1), employee: try row.optional(2)))
    }
    try connection.forEachRow("SELECT login, employee FROM account WHERE employee IS NOT NULL") { row in
      names.add(login: try row.value(0), of: try row.value(1))
    }
    return names
  }

  static func count(on connection: any SQLConnection) throws -> Int {
    try connection.value("SELECT COUNT(DISTINCT name) FROM log_name") ?? 0
  }

  static func append(
    _ names: [LogName],
    ids: [RecordID<LogName>],
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "log_name",
      columns: ["id", "name", "employee", "valid_from", "at", "by_account"],
      rows: zip(ids, names).map { id, name in
        [
          id.sqlValue, name.name.sqlValue, name.employee?.sqlValue ?? .null, name.from.sqlValue, now.sqlValue,
          account.sqlValue,
        ]
      }
    )
  }
}
