public import Store

/// One schema of a PostgreSQL server: a pool of connections, each on a queue of its own.
///
/// Reads run REPEATABLE READ, writes SERIALIZABLE. A write that collides with another, or whose connection is lost
/// before its commit, runs again; after a loss during the commit nobody can know, and the error says so.
public final class PostgresDatabase: SQLDatabase {
  private let lanes: Lanes<PostgresSession>

  /// Always ``SQLDialect/postgres``.
  public var dialect: SQLDialect { .postgres }

  private init(sessions: sending [PostgresSession]) {
    lanes = Lanes(sessions, label: "hataraki.postgres.connection")
  }

  /// Opens a pool on a schema, and creates the schema where it is missing.
  ///
  /// - Parameter url: A connection URI or string as libpq takes it, such as `postgres://user@host/database`.
  /// - Parameter schema: Lower-case ASCII letters, digits and underscores.
  /// - Parameter connections: How many transactions run at once; the others wait in line.
  /// - Throws: ``StoreError/cannotOpen(_:)`` when the server cannot be reached or does not suit.
  public static func open(
    url: String,
    schema: String = "public",
    connections: Int = 8
  ) async throws -> PostgresDatabase {
    let target = try PostgresTarget(url: url, schema: schema)
    let sessions = (0..<max(1, connections)).map { _ in PostgresSession(target: target) }
    let database = PostgresDatabase(sessions: sessions)
    do {
      try await database.lanes.run { try $0.prepareSchema() }
    } catch {
      await database.close()
      throw error
    }
    return database
  }

  /// Runs reads in one snapshot of a read-only transaction; after a lost connection it runs again.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await lanes.run { try $0.transaction(.read, body) }
  }

  /// Runs one serializable transaction, again where another was in the way.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine, among them
  ///   ``StoreError/connectionLost(outcomeUnknown:)``.
  @discardableResult
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await lanes.run { try $0.transaction(.write, body) }
  }

  /// Lets the work that waits finish and closes all connections.
  public func close() async {
    await lanes.close { $0.disconnect() }
  }

  /// Deletes the schema this pool was opened on, with all that is in it.
  package func dropSchema() async throws {
    try await lanes.run { try $0.dropSchema() }
  }
}
