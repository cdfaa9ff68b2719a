import Store
import TestSupport
import Testing

@testable import Journal

@Suite("Tampering with the journal")
struct TamperingTests {
  @Test(arguments: Engine.available, Tampering.all)
  func whatWasChangedIsFoundAndLocated(engine: Engine, tampering: Tampering) async throws {
    try await JournalOffice.with(engine) { office in
      let journal = try await office.fill()
      #expect(try await office.verify().faults == [])
      try await office.tamper { connection in try tampering.change(journal, connection) }
      #expect(try await office.verify().faults == tampering.faults(journal))
    }
  }

  @Test(arguments: Engine.available)
  func aTailCutOffIsFoundByTheHeadWrittenDownBefore(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      let journal = try await office.fill()
      let head = try await office.verify().head
      #expect(try await office.verify(expecting: head).faults == [])
      try await office.tamper { connection in
        try connection.execute("DELETE FROM journal_leaf WHERE seal = \(journal.seals[2])")
        try connection.execute("DELETE FROM journal_seal WHERE id = \(journal.seals[2])")
        try connection.execute("DELETE FROM journal_entry WHERE id IN (\(list: journal.entries[2]))")
      }
      #expect(try await office.verify().faults == [])
      #expect(try await office.verify(expecting: head).faults == [.missingHead])
    }
  }

  @Test(arguments: Engine.available)
  func aTailSealedAnewIsFoundByTheHeadWrittenDownBefore(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      let journal = try await office.fill()
      let head = try await office.verify().head
      try await office.tamper { connection in
        try connection.execute("DELETE FROM journal_leaf WHERE seal = \(journal.seals[2])")
        try connection.execute("DELETE FROM journal_seal WHERE id = \(journal.seals[2])")
        try connection.execute("UPDATE journal_entry SET actor = 4 WHERE id = \(journal.entries[2][0])")
        for entry in journal.entries[2] {
          try connection.execute("INSERT INTO journal_waiting (entry) VALUES (\(entry))")
        }
      }
      #expect(try await office.seal() == 3)
      #expect(try await office.verify(expecting: head).faults == [.missingHead])
    }
  }
}

@Suite("The journal's tables")
struct AppendOnlyTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: String
    let statement: SQLText
  }

  static let refused = [
    Refused(
      testDescription: "entry update",
      table: "journal_entry",
      statement: "UPDATE journal_entry SET actor = 1"
    ),
    Refused(testDescription: "entry delete", table: "journal_entry", statement: "DELETE FROM journal_entry"),
    Refused(
      testDescription: "leaf update",
      table: "journal_leaf",
      statement: "UPDATE journal_leaf SET entry = 1"
    ),
    Refused(testDescription: "leaf delete", table: "journal_leaf", statement: "DELETE FROM journal_leaf"),
    Refused(
      testDescription: "seal update",
      table: "journal_seal",
      statement: "UPDATE journal_seal SET last_entry = 1"
    ),
    Refused(testDescription: "seal delete", table: "journal_seal", statement: "DELETE FROM journal_seal"),
  ]

  @Test(arguments: Engine.available, refused)
  func refuseToChangeOrForget(engine: Engine, refused: Refused) async throws {
    try await JournalOffice.with(engine) { office in
      try await office.append()
      _ = try await office.seal()
      await #expect(throws: StoreError.appendOnly(refused.table)) {
        try await office.database.write { connection in _ = try connection.execute(refused.statement) }
      }
      #expect(try await office.verify().faults == [])
    }
  }

  @Test(arguments: Engine.available)
  func keepWhatWasSaid(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      let first = office.entry()
      let second = office.entry()
      try await office.append(first)
      try await office.append(second)
      let read = try await office.database.read { connection in
        try JournalRecords.latest(about: RecordID<Never>(7), limit: 10, on: connection)
      }
      #expect(read == [second, first])
    }
  }
}
