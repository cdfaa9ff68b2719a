public import CivilTime
internal import Crypto
internal import DelimitedText
public import Journal
public import Store

/// 参考の数値の登録: loads the file of published figures, in place of what was loaded before.
public struct ReferenceLoading: Sendable {
  /// What came of it.
  public enum Outcome: Sendable, Hashable {
    /// So many figures stand now.
    case loaded(rows: Int)
    /// This very file was the last to be loaded.
    case unchanged(rows: Int)
  }

  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource

  /// Loads into a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Loads the bytes of a CSV file.
  ///
  /// - Throws: ``ReferenceFaults``; `DelimitedTextError` for a file that is not CSV; ``StoreError`` from the engine.
  public func load(_ bytes: [UInt8], by actor: JournalActor = .commandLine) async throws -> Outcome {
    let digest = Array(SHA256.hash(data: bytes))
    let file = try ReferenceFile(bytes)
    guard file.faults.isEmpty else { throw ReferenceFaults(faults: file.faults) }
    let rows = file.rows
    let now = clock.now()
    let entry = JournalEntry(
      id: ids.next(),
      at: now,
      actor: actor,
      kind: IndicatorKinds.referencesLoaded,
      payload: JournalPayload([("rows", "\(rows.count)")])
    )
    return try await database.write { connection in
      if try ReferenceRecords.loadedDigest(on: connection) == digest { return .unchanged(rows: rows.count) }
      try ReferenceRecords.replace(rows, digest: digest, at: now, on: connection)
      try JournalRecords.append(entry, on: connection)
      return .loaded(rows: rows.count)
    }
  }
}

/// 参考の数値の誤り: why a file of reference figures was not loaded.
public struct ReferenceFaults: Error, Sendable, Hashable {
  /// What must be mended, line by line.
  public let faults: [FigureFileFault]
}
