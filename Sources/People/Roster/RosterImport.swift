public import CivilTime
public import Journal
public import Store

/// 職員名簿の取り込み – looks a staff list over, or imports it in one transaction.
///
/// Both go the same way: the file is read, compared with what is stored, and the difference is reported; only
/// an import then writes it. Nobody is ever deleted: who does not stand in the file stays as before.
public struct RosterImport: Sendable {
  /// The kind of receipt that an import leaves.
  public static let receiptKind = "people.roster"

  /// The kind of entry in the journal.
  public static let journalKind: JournalKind = "people.roster-imported"

  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource

  /// An importer into a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Tells what importing a file would change, and all that is wrong with it; changes nothing.
  ///
  /// - Throws: ``StoreError`` from the engine; faults of the file are reported, not thrown.
  public func check(_ bytes: [UInt8]) async throws -> RosterReport {
    let attempt = attempt(bytes)
    return try await database.read { connection in
      try attempt.compare(on: connection).report
    }
  }

  /// Imports a file whole, with a receipt and one entry in the journal; or not at all, where it has faults.
  ///
  /// - Throws: ``StoreError`` from the engine; faults of the file are reported, not thrown.
  public func apply(_ bytes: [UInt8], by actor: JournalActor) async throws -> RosterReport {
    let attempt = attempt(bytes)
    let entry: RecordID<JournalEntry> = ids.next()
    return try await database.write { connection in
      let compared = try attempt.compare(on: connection)
      guard case .checked = compared.report.outcome else { return compared.report }
      let receipt = attempt.receipt(for: compared.report.counts)
      try RosterWriter.write(compared.difference, receipt: receipt, on: connection)
      try JournalRecords.append(attempt.entry(entry, by: actor, receipt: receipt), on: connection)
      return compared.applied(receipt.id, attempt.file)
    }
  }

  private func attempt(_ bytes: [UInt8]) -> RosterAttempt {
    let file = RosterFile(bytes)
    return RosterAttempt(
      file: file,
      identifiers: RosterIdentifiers(for: file, from: ids),
      receipt: ids.next(),
      now: clock.now()
    )
  }
}
