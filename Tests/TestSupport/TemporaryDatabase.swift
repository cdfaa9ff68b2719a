import CivilTime
import Foundation
package import Store
import StorePostgres
import StoreSQLite

/// An empty database of a test's own: a file in a temporary folder, or a fresh schema on the server for tests.
package struct TemporaryDatabase: Sendable {
  /// The open database.
  package let database: any SQLDatabase
  /// Where it lies.
  package let location: DatabaseLocation

  /// Every test starts at once, and each has connections of its own to the one server, which has not so many.
  private static let gate = Gate(64)
  /// Whether the test has passed: it may use more than one database.
  @TaskLocal private static var hasPassed = false

  /// Gives a body a database with the given schema, and removes it afterwards.
  package static func with<Value>(
    _ engine: Engine,
    migrations: [Migration] = [],
    _ body: (TemporaryDatabase) async throws -> Value
  ) async throws -> Value {
    guard engine == .postgres, !hasPassed else { return try await use(engine, migrations, body) }
    return try await gate.pass {
      try await $hasPassed.withValue(true) { try await use(engine, migrations, body) }
    }
  }

  private static func use<Value>(
    _ engine: Engine,
    _ migrations: [Migration],
    _ body: (TemporaryDatabase) async throws -> Value
  ) async throws -> Value {
    let temporary = try await make(engine, migrations: migrations)
    do {
      let value = try await body(temporary)
      try await temporary.remove()
      return value
    } catch {
      try? await temporary.remove()
      throw error
    }
  }

  /// Makes a database with the given schema; whoever makes it removes it.
  package static func make(_ engine: Engine, migrations: [Migration] = []) async throws -> TemporaryDatabase {
    let location = try newLocation(engine)
    let database = try await location.open()
    _ = try await Migrator(migrations).migrate(database, clock: SettableClock())
    return TemporaryDatabase(database: database, location: location)
  }

  /// Closes the database and deletes all that is in it.
  package func remove() async throws {
    await database.close()
    switch location {
    case .sqlite(let path):
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.removeItem(at: folder)
    case .postgres(let url, let schema):
      let again = try await PostgresDatabase.open(url: url, schema: schema, connections: 1)
      try await again.dropSchema()
      await again.close()
    }
  }

  private static func newLocation(_ engine: Engine) throws -> DatabaseLocation {
    let name = "test_\(String(UInt64.random(in: .min ... .max), radix: 36))"
    switch engine {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hataraki-\(name)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return .sqlite(path: folder.appendingPathComponent("test.sqlite").path)
    case .postgres:
      guard let url = Engine.postgresURL else { throw MissingServer() }
      return .postgres(url: url, schema: name)
    }
  }

  /// There is no server for tests.
  package struct MissingServer: Error {}
}
