import CivilTime
import Store
import TestSupport

@testable import Journal

/// A database with a journal, and short ways to fill, seal and prove it.
struct JournalOffice: Sendable {
  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource

  static let hour: Int64 = 3_600_000

  static func with(_ engine: Engine, _ body: (JournalOffice) async throws -> Void) async throws {
    let clock = SettableClock()
    try await TemporaryDatabase.with(engine, migrations: JournalMigrations.all) { temporary in
      try await body(
        JournalOffice(database: temporary.database, clock: clock, ids: RecordIDSource(clock: clock))
      )
    }
  }

  func entry(id: RecordID<JournalEntry>? = nil) -> JournalEntry {
    JournalEntry(
      id: id ?? ids.next(),
      at: clock.now(),
      actor: .account(3),
      kind: "test.happened",
      employee: RecordID<Never>(7),
      unit: RecordID<Never>(9),
      payload: JournalPayload([("date", "2026-04-01")])
    )
  }

  @discardableResult
  func append(_ entry: JournalEntry? = nil) async throws -> Int64 {
    let entry = entry ?? self.entry()
    try await database.write { connection in try JournalRecords.append(entry, on: connection) }
    return entry.id.number
  }

  func seal() async throws -> Int {
    try await JournalSealing.seal(database, clock: clock, ids: ids).entries
  }

  func verify(expecting head: String? = nil) async throws -> JournalVerification.Report {
    try await JournalVerification.verify(database, expecting: head)
  }

  /// Three days, two days apart, each with three entries and one seal.
  func fill() async throws -> SealedJournal {
    var entries: [[Int64]] = []
    for _ in 0..<3 {
      var day: [Int64] = []
      for _ in 0..<3 { day.append(try await append()) }
      entries.append(day)
      _ = try await seal()
      clock.advance(milliseconds: 48 * Self.hour)
    }
    let seals = try await database.read { connection in
      try JournalVerification.storedSeals(on: connection).map(\.id)
    }
    return SealedJournal(entries: entries, seals: seals)
  }

  /// Does to the database what its owner could do: without triggers, row by row.
  func tamper(_ change: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
    try await database.write { connection in
      let statements: [StaticString] =
        switch connection.dialect {
        case .sqlite:
          [
            "DROP TRIGGER journal_entry_no_update", "DROP TRIGGER journal_entry_no_delete",
            "DROP TRIGGER journal_leaf_no_update", "DROP TRIGGER journal_leaf_no_delete",
            "DROP TRIGGER journal_seal_no_update", "DROP TRIGGER journal_seal_no_delete",
          ]
        case .postgres:
          [
            "DROP TRIGGER journal_entry_append_only ON journal_entry",
            "DROP TRIGGER journal_leaf_append_only ON journal_leaf",
            "DROP TRIGGER journal_seal_append_only ON journal_seal",
          ]
        }
      for statement in statements { try connection.execute(SQLText(stringLiteral: statement)) }
      try change(connection)
    }
  }
}

/// What was sealed: the entries of each seal, and the seals.
struct SealedJournal: Sendable {
  let entries: [[Int64]]
  let seals: [Int64]
}
