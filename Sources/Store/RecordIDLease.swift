public import CivilTime

/// Numbers of nodes, leased from the database that they share: process numbers are alike in every container.
extension RecordIDSource {
  /// The schema of the leases.
  public static let migrations = [
    Migration(
      "store-0001-nodes",
      [
        // Without a holder the number is free, since `expires_at`.
        """
        CREATE TABLE record_id_node (
          node {integer} PRIMARY KEY CHECK (node BETWEEN 1 AND 1023),
          holder {integer},
          expires_at {integer} NOT NULL
        ) {strict}
        """
      ]
    )
  ]

  /// How long a number stays with a node that no longer renews it, in milliseconds: longer than any command runs.
  static let lease: Int64 = 24 * 3600 * 1000

  /// A source with a number that no other node on the database has; 0 is never leased.
  ///
  /// Renew it every minute while the process runs, and give it back at the end.
  ///
  /// - Throws: ``StoreError/cannotOpen(_:)`` when all numbers are taken; ``StoreError`` from the engine.
  public static func leased(
    on database: any SQLDatabase,
    clock: any WallClock
  ) async throws -> RecordIDSource {
    let source = RecordIDSource(clock: clock)
    try await source.renewLease(on: database)
    return source
  }

  /// Prolongs the lease; takes another number where this one has gone to another node in the meantime.
  ///
  /// - Throws: ``StoreError/cannotOpen(_:)`` when all numbers are taken; ``StoreError`` from the engine.
  public func renewLease(on database: any SQLDatabase) async throws {
    let (node, holder, now) = (node, holder, clock.now())
    let kept = try await database.write { connection in
      // The lock comes first: the snapshot is taken after it was granted.
      if connection.dialect == .postgres {
        try connection.execute("LOCK TABLE record_id_node IN EXCLUSIVE MODE")
      }
      let end = now.adding(milliseconds: Self.lease)
      let renewed = try connection.execute(
        "UPDATE record_id_node SET expires_at = \(end) WHERE node = \(node) AND holder = \(holder)"
      )
      return renewed > 0 ? node : try Self.take(for: holder, at: now, until: end, on: connection)
    }
    if kept != node { move(to: kept) }
  }

  /// Gives the number back; the source must not be used any more.
  public func endLease(on database: any SQLDatabase) async throws {
    let (node, holder, now) = (node, holder, clock.now())
    try await database.write { connection in
      try connection.execute(
        """
        UPDATE record_id_node SET holder = NULL, expires_at = \(now)
        WHERE node = \(node) AND holder = \(holder)
        """
      )
    }
  }

  /// Takes a number that was never used, or else the one that has been free for the longest time: clocks that were
  /// set back then meet no identifiers of the node before.
  private static func take(
    for holder: Int64,
    at now: Instant,
    until end: Instant,
    on connection: any SQLConnection
  ) throws -> Int {
    let greatest: Int = try connection.value("SELECT MAX(node) FROM record_id_node") ?? 0
    guard greatest == 1023 else {
      try connection.execute(
        """
        INSERT INTO record_id_node (node, holder, expires_at) VALUES (\(greatest + 1), \(holder), \(end))
        """
      )
      return greatest + 1
    }
    let free: Int? = try connection.value(
      """
      SELECT node FROM record_id_node WHERE holder IS NULL OR expires_at <= \(now)
      ORDER BY expires_at, node LIMIT 1
      """
    )
    guard let free else {
      throw StoreError.cannotOpen("all 1023 numbers of processes are taken; end some, or wait for a day")
    }
    try connection.execute(
      "UPDATE record_id_node SET holder = \(holder), expires_at = \(end) WHERE node = \(free)"
    )
    return free
  }
}
