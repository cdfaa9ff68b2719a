@testable import Store

/// Every table of a demo with all its rows, in the order in which they are kept.
struct DatabaseDump: Equatable, Sendable {
  let tables: [Table]

  struct Table: Equatable, Sendable {
    let name: String
    let rows: [[SQLValue]]
  }

  /// All tables but the list of migrations, which knows the time of day.
  init(of database: any SQLDatabase) async throws {
    tables = try await database.read { connection in
      let names = try connection.rows(
        """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_migration' ORDER BY name
        """
      ).map { row in try row.value(0, as: String.self) }
      return try names.map { name in
        Table(name: name, rows: try connection.rows(SQLText(schema: "SELECT * FROM \(name)")).map(\.values))
      }
    }
  }

  func rowCount(_ table: String) -> Int {
    tables.first { $0.name == table }?.rows.count ?? 0
  }
}
