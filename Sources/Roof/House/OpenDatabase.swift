internal import ArgumentParser
internal import CivilTime
public import Store
internal import StorePostgres
internal import StoreSQLite

/// Opens a database by its address and brings its schema up to date.
public enum OpenDatabase: Sendable {
  /// How a database is opened.
  public enum Mode: Sendable {
    /// For reading and writing; a SQLite file is made where it is missing.
    case writing
    /// For reading alone.
    case reading
  }

  /// Opens `sqlite:PATH` or `postgres://…`.
  ///
  /// - Throws: ``StoreError``; `ValidationError` for another address.
  public static func open(_ address: String, for mode: Mode = .writing) async throws -> any SQLDatabase {
    if let path = filePath(address) {
      return switch mode {
      case .writing: try SQLiteDatabase.open(path: path)
      case .reading: try SQLiteDatabase.openForReading(path: path)
      }
    }
    let bytes = address.utf8
    if bytes.starts(with: "postgres:".utf8) || bytes.starts(with: "postgresql:".utf8) {
      return try await PostgresDatabase.open(url: address)
    }
    throw ValidationError("Unknown database address: write sqlite:PATH or postgres://USER@HOST/NAME.")
  }

  /// The path of a SQLite file; nil for another address.
  static func filePath(_ address: String) -> String? {
    let scheme = "sqlite:".utf8
    guard address.utf8.starts(with: scheme) else { return nil }
    return String(Substring(address.utf8.dropFirst(scheme.count)))
  }

  /// Opens and migrates.
  ///
  /// - Throws: ``StoreError/newerSchema(unknownMigration:)`` for a database of a newer version.
  public static func migrated(_ address: String) async throws -> any SQLDatabase {
    let database = try await open(address)
    return try await closing(database) {
      _ = try await Migrator(House.migrations).migrate(database, clock: SystemClock())
    }
  }

  /// Opens for reading and changes nothing, also where steps of the schema are missing that are not needed.
  ///
  /// - Throws: ``StoreError/newerSchema(unknownMigration:)``; ``OlderSchema`` where a needed step is missing.
  static func reading(_ address: String, needing needed: [Migration]) async throws -> any SQLDatabase {
    let database = try await open(address, for: .reading)
    return try await closing(database) {
      let names = Set(needed.map(\.name))
      let missing = try await Migrator(House.migrations).pending(database).filter(names.contains)
      if let first = missing.first { throw OlderSchema(missing: first) }
    }
  }

  /// The database after some work, closed where that fails.
  private static func closing(
    _ database: any SQLDatabase,
    unless work: () async throws -> Void
  ) async throws -> any SQLDatabase {
    do {
      try await work()
    } catch {
      await database.close()
      throw error
    }
    return database
  }
}

/// The database was written by an older version, and lacks what a command reads.
struct OlderSchema: Error, Sendable, Equatable {
  /// The first step that it lacks.
  let missing: String
}
