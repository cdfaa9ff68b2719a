import Store

/// Every table of a demo with all its rows, in the order of their columns.
struct DatabaseDump: Equatable, Sendable {
  let tables: [Table]

  struct Table: Equatable, Sendable {
    let name: String
    let rows: [[SQLValue]]
  }

  static let queries: [(name: String, query: SQLText)] = [
    ("employer", "SELECT * FROM employer ORDER BY 1"),
    ("unit", "SELECT * FROM unit ORDER BY 1"),
    ("unit_period", "SELECT * FROM unit_period ORDER BY 1, 2"),
    ("post", "SELECT * FROM post ORDER BY 1"),
    ("employee", "SELECT * FROM employee ORDER BY 1"),
    ("assignment", "SELECT * FROM assignment ORDER BY 1"),
    ("deputy", "SELECT * FROM deputy ORDER BY 1"),
    ("import_receipt", "SELECT * FROM import_receipt ORDER BY 1"),
    ("people_change", "SELECT * FROM people_change ORDER BY 1, 2, 3"),
    ("people_revision", "SELECT * FROM people_revision ORDER BY 1"),
    ("account", "SELECT * FROM account ORDER BY 1"),
    ("role_grant", "SELECT * FROM role_grant ORDER BY 1"),
    ("session", "SELECT * FROM session ORDER BY 1"),
    ("failed_sign_in", "SELECT * FROM failed_sign_in ORDER BY 1"),
    ("api_token", "SELECT * FROM api_token ORDER BY 1"),
    ("once_key", "SELECT * FROM once_key ORDER BY 1"),
    ("punch", "SELECT * FROM punch ORDER BY 1"),
    ("punch_cancellation", "SELECT * FROM punch_cancellation ORDER BY 1"),
    ("overtime_declaration", "SELECT * FROM overtime_declaration ORDER BY 1"),
    ("external_designation", "SELECT * FROM external_designation ORDER BY 1"),
    ("month_total", "SELECT * FROM month_total ORDER BY 1, 2"),
    ("journal_entry", "SELECT * FROM journal_entry ORDER BY 1"),
    ("journal_waiting", "SELECT * FROM journal_waiting ORDER BY 1"),
    ("journal_seal", "SELECT * FROM journal_seal ORDER BY 1"),
    ("journal_leaf", "SELECT * FROM journal_leaf ORDER BY 1, 2"),
    ("schema_migration", "SELECT name, digest FROM schema_migration ORDER BY 1"),
  ]

  init(of database: any SQLDatabase) async throws {
    tables = try await database.read { connection in
      try Self.queries.map { name, query in Table(name: name, rows: try connection.rows(query).map(\.values))
      }
    }
  }

  /// The tables that a database has and this does not read.
  static func unread(in database: any SQLDatabase) async throws -> Set<String> {
    let names = try await database.read { connection in
      try connection.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      ).map { row in try row.value(0, as: String.self) }
    }
    return Set(names).subtracting(queries.map(\.name))
  }

  func rowCount(_ table: String) -> Int {
    tables.first { $0.name == table }?.rows.count ?? 0
  }
}
