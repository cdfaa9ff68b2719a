@testable import Store
import StoreSQLite

/// Every table that a file holds, with all its rows in the order in which they are kept.
struct WholeDump: Sendable {
  let tables: [String: [[SQLValue]]]

  init(of file: String) async throws {
    let database = try SQLiteDatabase.openForReading(path: file)
    do {
      tables = try await database.read { connection in
        let names = try connection.rows(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).map { row in try row.value(0, as: String.self) }
        let rows = try names.map { name in
          (name, try connection.rows(SQLText(schema: "SELECT * FROM \(name)")).map(\.values))
        }
        return Dictionary(uniqueKeysWithValues: rows)
      }
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }

  /// The names of the tables that differ from those of another.
  func differences(from other: WholeDump) -> Set<String> {
    let names = Set(tables.keys).union(other.tables.keys)
    return names.filter { tables[$0] != other.tables[$0] }
  }
}
