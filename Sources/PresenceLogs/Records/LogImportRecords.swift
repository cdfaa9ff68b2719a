internal import CivilTime
internal import Store

/// 取込の状況 – one file and how far its import has come.
struct LogImport: Sendable, Hashable {
  let id: RecordID<LogImport>
  let mapping: String
  /// The name of the file without folders.
  let file: String
  let startedAt: Instant
  let updatedAt: Instant
  /// Nil while it runs, or after it was broken off.
  let finishedAt: Instant?
  let progress: LogProgress
}

/// Reads and writes the progress of imports.
enum LogImportRecords {
  /// The import of a file by a mapping, whether finished or not.
  static func known(
    _ digest: [UInt8],
    mapping: String,
    on connection: any SQLConnection
  ) throws -> LogImport? {
    try connection.row("\(fragment: columns) WHERE digest = \(digest) AND mapping = \(mapping)").map(read)
  }

  /// The newest first.
  static func newest(_ limit: Int, on connection: any SQLConnection) throws -> [LogImport] {
    try connection.rows("\(fragment: columns) ORDER BY id DESC LIMIT \(limit)", read)
  }

  static func faults(
    of id: RecordID<LogImport>,
    on connection: any SQLConnection
  ) throws -> [LogFault] {
    try connection.rows(
      "SELECT line, kind, column_name FROM log_fault WHERE log_import = \(id) ORDER BY place"
    ) { row in LogFault(line: try row.value(0), kind: try row.value(1), column: try row.value(2)) }
  }

  static func insert(_ new: LogImport, digest: [UInt8], on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO log_import (id, digest, mapping, file, started_at, updated_at, row_count, event_count,
      passed_over, unknown_people, unreadable, doubtful)
      VALUES (\(new.id), \(digest), \(new.mapping), \(new.file), \(new.startedAt), \(new.updatedAt), 0, 0, 0, 0, 0, 0)
      """
    )
  }

  /// Moves an import on; false when somebody else has moved it since `before`.
  static func advance(
    _ id: RecordID<LogImport>,
    from before: Int,
    to progress: LogProgress,
    finishedAt: Instant? = nil,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE log_import SET updated_at = \(now), finished_at = \(finishedAt), row_count = \(progress.rows),
      event_count = \(progress.events), passed_over = \(progress.passedOver),
      unknown_people = \(progress.unknownPeople), unreadable = \(progress.unreadable),
      doubtful = \(progress.doubtful)
      WHERE id = \(id) AND row_count = \(before) AND finished_at IS NULL
      """
    ) == 1
  }

  static func append(
    _ faults: [LogFault],
    to id: RecordID<LogImport>,
    on connection: any SQLConnection
  ) throws {
    guard !faults.isEmpty else { return }
    let count: Int =
      try connection.value("SELECT COUNT(*) FROM log_fault WHERE log_import = \(id)") ?? 0
    try connection.insert(
      into: "log_fault",
      columns: ["log_import", "place", "line", "kind", "column_name"],
      rows: faults.enumerated().map { place, fault in
        [
          id.sqlValue, (count + place).sqlValue, fault.line.sqlValue, fault.kind.sqlValue,
          fault.column.sqlValue,
        ]
      }
    )
  }

  private static let columns: SQLText = """
    SELECT id, mapping, file, started_at, updated_at, finished_at, row_count, event_count, passed_over,
    unknown_people, unreadable, doubtful FROM log_import
    """

  private static func read(_ row: SQLRow) throws -> LogImport {
    var progress = LogProgress()
    progress.rows = try row.value(6)
    progress.events = try row.value(7)
    progress.passedOver = try row.value(8)
    progress.unknownPeople = try row.value(9)
    progress.unreadable = try row.value(10)
    progress.doubtful = try row.value(11)
    return LogImport(
      id: try row.value(0),
      mapping: try row.value(1),
      file: try row.value(2),
      startedAt: try row.value(3),
      updatedAt: try row.value(4),
      finishedAt: try row.optional(5),
      progress: progress
    )
  }
}
