public import CivilTime

/// Brings a database to the newest schema: forward only, each step once and in its own transaction.
public struct Migrator: Sendable {
  private let migrations: [Migration]

  /// A migrator for all steps the software knows, in the order in which they are to run.
  public init(_ migrations: [Migration]) {
    self.migrations = migrations
  }

  /// Applies what is missing; answers the names of the applied steps.
  ///
  /// Two processes may do so at once.
  ///
  /// - Throws: ``StoreError/changedMigration(name:)``, ``StoreError/newerSchema(unknownMigration:)``, or what the
  ///   engine refused; the steps before the failing one stay applied.
  public func migrate(_ database: any SQLDatabase, clock: any WallClock) async throws -> [String] {
    try await createLedger(in: database)
    _ = try await pending(database)
    var applied: [String] = []
    for migration in migrations {
      let now = clock.now()
      let isNew = try await database.write { try apply(migration, on: $0, at: now) }
      if isNew { applied.append(migration.name) }
    }
    return applied
  }

  /// The names of the steps that a database still lacks.
  ///
  /// - Throws: ``StoreError/changedMigration(name:)``, ``StoreError/newerSchema(unknownMigration:)``.
  public func pending(_ database: any SQLDatabase) async throws -> [String] {
    let ledger = try await database.read { connection in
      try Self.hasLedger(connection) ? Self.ledger(connection) : [:]
    }
    try check(ledger)
    return migrations.map(\.name).filter { ledger[$0] == nil }
  }

  private func apply(
    _ migration: Migration,
    on connection: any SQLConnection,
    at now: Instant
  ) throws -> Bool {
    // On PostgreSQL the lock must be the first statement: the snapshot is taken after it was granted.
    if connection.dialect == .postgres {
      try connection.execute("LOCK TABLE schema_migration IN EXCLUSIVE MODE")
    }
    let ledger = try Self.ledger(connection)
    try check(ledger)
    guard ledger[migration.name] == nil else { return false }
    for statement in migration.statements {
      if let sql = statement.statement(for: connection.dialect) { try connection.execute(sql) }
    }
    try connection.execute(
      """
      INSERT INTO schema_migration (name, digest, applied_at)
      VALUES (\(migration.name), \(migration.digest), \(now))
      """
    )
    return true
  }

  private func check(_ ledger: [String: String]) throws(StoreError) {
    for migration in migrations {
      guard let digest = ledger[migration.name] else { continue }
      guard digest == migration.digest else { throw .changedMigration(name: migration.name) }
    }
    let known = Set(migrations.map(\.name))
    if let unknown = ledger.keys.filter({ !known.contains($0) }).min() {
      throw .newerSchema(unknownMigration: unknown)
    }
  }

  private func createLedger(in database: any SQLDatabase) async throws {
    do {
      try await database.write { connection in
        guard try !Self.hasLedger(connection) else { return }
        if let sql = Self.ledgerSchema.statement(for: connection.dialect) { try connection.execute(sql) }
      }
    } catch {
      // Another process may have created it at the same moment; then all is well.
      guard try await database.read(Self.hasLedger) else { throw error }
    }
  }

  private static let ledgerSchema: SchemaText = """
    CREATE TABLE schema_migration (
      name TEXT NOT NULL PRIMARY KEY,
      digest TEXT NOT NULL,
      applied_at {integer} NOT NULL
    ) {strict}
    """

  private static func hasLedger(_ connection: any SQLConnection) throws -> Bool {
    let query: SQLText =
      switch connection.dialect {
      case .sqlite: "SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'schema_migration'"
      case .postgres: "SELECT to_regclass('schema_migration') IS NOT NULL"
      }
    return try connection.value(query) ?? false
  }

  private static func ledger(_ connection: any SQLConnection) throws -> [String: String] {
    var ledger: [String: String] = [:]
    for row in try connection.rows("SELECT name, digest FROM schema_migration ORDER BY name") {
      ledger[try row.value(0)] = try row.value(1, as: String.self)
    }
    return ledger
  }
}
