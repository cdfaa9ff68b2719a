public import CivilTime
public import Store

/// Seals the entries of the last minute into the chain.
public enum JournalSealing: Sendable {
  /// The result of one sealing.
  public struct Sealed: Sendable, Hashable {
    /// How many entries were sealed.
    public let entries: Int
  }

  /// The most entries that go into one seal, so that memory stays bounded.
  static let batch = 20_000

  /// Seals all entries that stand in no seal yet; none makes no seal.
  ///
  /// Clocks do not matter: entries older than the newest seal, and seals older than the newest, come into the chain
  /// in the order in which they are made. Safe on several nodes at once: the digest before is unique, so that two seals can never follow the same
  /// one.
  public static func seal(
    _ database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource
  ) async throws -> Sealed {
    var entries = 0
    while true {
      let made: RecordID<Seal> = ids.next()
      let now = clock.now()
      let count = try await database.write { connection in
        try sealBatch(id: made, at: now, on: connection)
      }
      entries += count
      if count < batch { return Sealed(entries: entries) }
    }
  }

  private static func sealBatch(
    id made: RecordID<Seal>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Int {
    let entries = try waiting(on: connection)
    guard let newest = entries.last else { return 0 }
    let last = try connection.row("SELECT id, digest, last_entry FROM journal_seal ORDER BY id DESC LIMIT 1")
    // The seal before may come from a clock that was ahead; the chain is in the order of identifiers all the same.
    let id = max(made, RecordID(try last?.value(0, as: Int64.self) ?? 0).following)
    let previous: [UInt8] = try last?.value(1) ?? JournalDigest.genesis
    let lastEntry = max(newest.id.number, try last?.value(2) ?? 0)
    var digest = SealDigest(previous: previous)
    let leaves = entries.map { entry in
      let leaf = JournalDigest.leaf(entry)
      digest.add(leaf)
      return [id.sqlValue, entry.id.sqlValue, .bytes(leaf)]
    }
    let sealed = digest.digest(seal: id.number, sealedAt: now.milliseconds, lastEntry: lastEntry)
    try connection.execute(
      """
      INSERT INTO journal_seal (id, sealed_at, entry_count, last_entry, previous, digest)
      VALUES (\(id), \(now), \(entries.count), \(lastEntry), \(previous), \(sealed))
      """
    )
    try connection.insert(into: "journal_leaf", columns: ["seal", "entry", "digest"], rows: leaves)
    try connection.execute("DELETE FROM journal_waiting WHERE entry <= \(newest.id)")
    return entries.count
  }

  private static func waiting(on connection: any SQLConnection) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT e.id, e.at, e.actor, e.kind, e.employee, e.unit, e.payload
      FROM journal_waiting w JOIN journal_entry e ON e.id = w.entry ORDER BY w.entry LIMIT \(batch)
      """
    ).map(JournalRecords.entry)
  }
}

extension RecordID {
  /// The next greater identifier.
  fileprivate var following: RecordID { RecordID(number + 1) }
}

/// One link of the chain of seals.
public enum Seal: Sendable {}
