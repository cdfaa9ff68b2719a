internal import ArgumentParser
internal import CivilTime
public import Store
internal import StorePostgres
internal import StoreSQLite

/// Opens a database by its address and brings its schema up to date.
public enum OpenDatabase: Sendable {
  /// Opens `sqlite:PATH` or `postgres://…`.
  ///
  /// - Throws: ``StoreError``; `ValidationError` for another address.
  public static func open(_ address: String) async throws -> any SQLDatabase {
    let bytes = address.utf8
    if bytes.starts(with: "sqlite:".utf8) {
      return try SQLiteDatabase.open(path: String(Substring(bytes.dropFirst("sqlite:".utf8.count))))
    }
    if bytes.starts(with: "postgres:".utf8) || bytes.starts(with: "postgresql:".utf8) {
      return try await PostgresDatabase.open(url: address)
    }
    throw ValidationError("Unknown database address: write sqlite:PATH or postgres://USER@HOST/NAME.")
  }

  /// Opens and migrates.
  ///
  /// - Throws: ``StoreError/newerSchema(unknownMigration:)`` for a database of a newer version.
  public static func migrated(_ address: String) async throws -> any SQLDatabase {
    let database = try await open(address)
    _ = try await Migrator(House.migrations).migrate(database, clock: SystemClock())
    return database
  }
}
