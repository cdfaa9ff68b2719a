public import Store

/// Proves the journal whole, or says where it is not.
public enum JournalVerification: Sendable {
  /// Something that is not as it was sealed.
  public enum Fault: Sendable, Hashable {
    /// A sealed entry no longer says what it said.
    case changed(entry: Int64, seal: Int64)
    /// A sealed entry is gone.
    case removed(entry: Int64, seal: Int64)
    /// An entry stands in no seal and does not wait for one.
    case inserted(entry: Int64)
    /// A seal does not follow from the one before it, or its own parts were changed.
    case brokenSeal(seal: Int64)
    /// No seal has the digest that was written down earlier.
    case missingHead
  }

  /// What was found.
  public struct Report: Sendable, Hashable {
    /// How many seals there are.
    public let seals: Int
    /// How many entries are sealed.
    public let sealedEntries: Int
    /// How many entries wait for the next seal.
    public let waitingEntries: Int
    /// The digest of the newest seal in hexadecimal: written down elsewhere, it proves the whole chain later.
    public let head: String
    /// What is wrong, in order; empty when the journal is whole.
    public let faults: [Fault]
  }

  /// Reads the whole chain once, in bounded memory.
  ///
  /// - Parameter expecting: a head written down earlier, in hexadecimal of either case, which the chain must still
  ///   contain.
  public static func verify(_ database: any SQLDatabase, expecting head: String? = nil) async throws -> Report
  {
    try await database.read { connection in
      var walk = ChainWalk(seals: try storedSeals(on: connection))
      try connection.forEachRow(
        """
        SELECT l.seal, l.entry, l.digest, e.id, e.at, e.actor, e.kind, e.employee, e.unit, e.payload
        FROM journal_leaf l LEFT JOIN journal_entry e ON e.id = l.entry ORDER BY l.seal, l.entry
        """
      ) { row in
        try walk.visit(row)
      }
      walk.finish()
      let inserted = try connection.rows(
        """
        SELECT e.id FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry = e.id
        LEFT JOIN journal_waiting w ON w.entry = e.id
        WHERE l.entry IS NULL AND w.entry IS NULL ORDER BY e.id
        """
      ).map { row in try row.value(0, as: Int64.self) }
      return Report(
        seals: walk.sealCount,
        sealedEntries: walk.entryCount,
        waitingEntries: try connection.value("SELECT COUNT(*) FROM journal_waiting") ?? 0,
        head: hexadecimal(walk.head),
        faults: walk.faults + inserted.map { Fault.inserted(entry: $0) }
          + missing(head, among: walk.digests)
      )
    }
  }

  static func storedSeals(on connection: any SQLConnection) throws -> [StoredSeal] {
    try connection.rows(
      "SELECT id, sealed_at, entry_count, last_entry, previous, digest FROM journal_seal ORDER BY id"
    ).map { row in
      StoredSeal(
        id: try row.value(0),
        sealedAt: try row.value(1),
        entryCount: try row.value(2),
        lastEntry: try row.value(3),
        previous: try row.value(4),
        digest: try row.value(5)
      )
    }
  }

  private static func missing(_ head: String?, among digests: [[UInt8]]) -> [Fault] {
    guard let head else { return [] }
    let expected = head.utf8.map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) ? byte + 32 : byte
    }
    let isThere = ([JournalDigest.genesis] + digests).contains { digest in
      hexadecimal(digest).utf8.elementsEqual(expected)
    }
    return isThere ? [] : [.missingHead]
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}

struct StoredSeal: Sendable {
  let id: Int64
  let sealedAt: Int64
  let entryCount: Int64
  let lastEntry: Int64
  let previous: [UInt8]
  let digest: [UInt8]
}
