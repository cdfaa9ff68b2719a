package import Store
import StorePostgres
import StoreSQLite

/// Where a database lies, so that another process can open it too.
package enum DatabaseLocation: Sendable, Codable {
  case sqlite(path: String)
  case postgres(url: String, schema: String)

  /// Opens the database, and creates it where it is missing.
  package func open(connections: Int = 4) async throws -> any SQLDatabase {
    switch self {
    case .sqlite(let path):
      try SQLiteDatabase.open(path: path, readers: connections)
    case .postgres(let url, let schema):
      try await PostgresDatabase.open(url: url, schema: schema, connections: connections)
    }
  }
}
