public import CivilTime
public import Store

/// Seals the entries of the last minute into the chain.
public enum JournalSealing: Sendable {
  /// An entry may be committed this much later than its identifier was made; longer than any transaction.
  static let overlap = Int64(24 * 3600 * 1000) << 22

  /// The result of one sealing.
  public struct Sealed: Sendable, Hashable {
    /// How many entries were sealed.
    public let entries: Int
  }

  /// The most entries that go into one seal, so that memory stays bounded.
  static let batch = 20_000

  /// Seals all entries that stand in no seal yet; none makes no seal.
  ///
  /// Safe on several nodes at once: the digest before is unique, so that two seals can never follow the same
  /// one.
  public static func seal(
    _ database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource
  ) async throws -> Sealed {
    var entries = 0
    while true {
      let id: RecordID<Seal> = ids.next()
      let now = clock.now()
      let count = try await database.write { connection in
        try sealBatch(id: id, at: now, on: connection)
      }
      entries += count
      if count < batch { return Sealed(entries: entries) }
    }
  }

  private static func sealBatch(
    id: RecordID<Seal>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Int {
    let last = try connection.row("SELECT id, digest, last_entry FROM journal_seal ORDER BY id DESC LIMIT 1")
    // Another node with a faster clock has just sealed; the next minute takes what is left.
    if let last, try last.value(0, as: Int64.self) >= id.number { return 0 }
    let entries = try unsealed(after: try last?.value(2) ?? 0, on: connection)
    guard let newest = entries.last else { return 0 }
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
    return entries.count
  }

  private static func unsealed(
    after lastEntry: Int64,
    on connection: any SQLConnection
  ) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT e.id, e.at, e.actor, e.kind, e.employee, e.unit, e.payload FROM journal_entry e
      LEFT JOIN journal_leaf l ON l.entry = e.id
      WHERE e.id > \(lastEntry - overlap) AND l.entry IS NULL ORDER BY e.id LIMIT \(batch)
      """
    ).map(JournalRecords.entry)
  }
}

/// One link of the chain of seals.
public enum Seal: Sendable {}
