import CivilTime
import Store
import TestSupport
import Testing

@testable import Journal

@Suite("Sealing the journal")
struct SealingTests {
  @Test(arguments: Engine.available)
  func anUntouchedJournalIsWholeOverSeveralSeals(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      _ = try await office.fill()
      try await office.append()
      let report = try await office.verify()
      #expect(report.faults == [])
      #expect(report.seals == 3)
      #expect(report.sealedEntries == 9)
      #expect(report.waitingEntries == 1)
      #expect(report.head.utf8.count == 64)
    }
  }

  @Test(arguments: Engine.available)
  func sealingTwiceSealsNothingTwice(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      try await office.append()
      #expect(try await office.seal() == 1)
      let head = try await office.verify().head
      office.clock.advance(milliseconds: 60_000)
      #expect(try await office.seal() == 0)
      let report = try await office.verify()
      #expect(report.seals == 1)
      #expect(report.head == head)
    }
  }

  @Test(arguments: Engine.available)
  func anEarlierHeadIsStillInALongerChain(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      try await office.append()
      _ = try await office.seal()
      let head = try await office.verify().head
      _ = try await office.fill()
      let report = try await office.verify(expecting: head)
      #expect(report.faults == [])
      #expect(report.head != head)
    }
  }

  struct Written: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var isThere = false
    let write: @Sendable (String) -> String
  }

  static let written = [
    Written(testDescription: "as printed", isThere: true) { $0 },
    Written(testDescription: "in capitals", isThere: true) { $0.uppercased() },
    Written(testDescription: "in mixed case", isThere: true) {
      String($0.prefix(32)).uppercased() + $0.suffix(32)
    },
    Written(testDescription: "the beginning of the chain", isThere: true) { _ in
      String(repeating: "0", count: 64)
    },
    Written(testDescription: "cut off") { String($0.dropLast()) },
    Written(testDescription: "with a letter more") { $0 + "A" },
    Written(testDescription: "nothing") { _ in "" },
    Written(testDescription: "another") { _ in String(repeating: "A", count: 64) },
  ]

  @Test(arguments: Engine.available, written)
  func aHeadIsFoundInEitherCase(engine: Engine, written: Written) async throws {
    try await JournalOffice.with(engine) { office in
      try await office.append()
      _ = try await office.seal()
      let head = written.write(try await office.verify().head)
      #expect(try await office.verify(expecting: head).faults == (written.isThere ? [] : [.missingHead]))
    }
  }

  @Test(arguments: Engine.available)
  func anEntryCommittedMinutesLateIsSealedAndNotReported(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      let late = office.entry()
      office.clock.advance(milliseconds: 10 * 60_000)
      try await office.append()
      #expect(try await office.seal() == 1)
      office.clock.advance(milliseconds: 60_000)
      try await office.append(late)
      let waiting = try await office.verify()
      #expect(waiting.faults == [])
      #expect(waiting.waitingEntries == 1)
      #expect(try await office.seal() == 1)
      let report = try await office.verify()
      #expect(report.faults == [])
      #expect(report.sealedEntries == 2)
      #expect(report.waitingEntries == 0)
    }
  }

  @Test(arguments: Engine.available)
  func theSealOfALateEntryKeepsTheReachOfTheChain(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      let late = office.entry()
      office.clock.advance(milliseconds: 20 * JournalOffice.hour)
      let newest = try await office.append()
      _ = try await office.seal()
      office.clock.advance(milliseconds: 60_000)
      try await office.append(late)
      _ = try await office.seal()
      let reaches = try await office.database.read { connection in
        try JournalVerification.storedSeals(on: connection).map(\.lastEntry)
      }
      #expect(reaches == [newest, newest])
    }
  }

  /// A clock that was days ahead leaves a seal and entries of the future; what comes after it is sealed all the same.
  @Test(arguments: Engine.available)
  func entriesAfterAClockThatWasAheadAreSealed(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      let present = office.clock.now()
      office.clock.advance(milliseconds: 48 * JournalOffice.hour)
      try await office.append()
      #expect(try await office.seal() == 1)
      office.clock.set(present)
      let restarted = JournalOffice(
        database: office.database,
        clock: office.clock,
        ids: RecordIDSource(clock: office.clock)
      )
      for turn in 2...4 {
        try await restarted.append()
        #expect(try await restarted.verify().waitingEntries == 1)
        #expect(try await restarted.verify().faults == [])
        #expect(try await restarted.seal() == 1)
        let report = try await restarted.verify()
        #expect(report.faults == [])
        #expect(report.seals == turn)
        #expect(report.sealedEntries == turn)
        office.clock.advance(milliseconds: 60_000)
      }
    }
  }

  @Test(arguments: Engine.available)
  func nothingThatIsSealedIsLookedAtAgain(engine: Engine) async throws {
    try await JournalOffice.with(engine) { office in
      _ = try await office.fill()
      let waiting = try await office.append()
      let entries = try await office.database.read { connection in
        try connection.rows("SELECT entry FROM journal_waiting ORDER BY entry").map { row in
          try row.value(0, as: Int64.self)
        }
      }
      #expect(entries == [waiting])
    }
  }

  /// What an older version passed over waits after the update.
  @Test(arguments: Engine.available)
  func entriesThatWerePassedOverAreSealedAfterTheUpdate(engine: Engine) async throws {
    let before = Array(JournalMigrations.all.prefix(1))
    try await TemporaryDatabase.with(engine, migrations: before) { temporary in
      let clock = SettableClock()
      let office = JournalOffice(
        database: temporary.database,
        clock: clock,
        ids: RecordIDSource(clock: clock)
      )
      let leaf = [UInt8](repeating: 1, count: 32)
      let seal = [UInt8](repeating: 2, count: 32)
      try await temporary.database.write { connection in
        try connection.execute(
          "INSERT INTO journal_entry (id, at, actor, kind, payload) VALUES (5, 1, 0, 'test.happened', '')"
        )
        try connection.execute(
          "INSERT INTO journal_entry (id, at, actor, kind, payload) VALUES (6, 1, 0, 'test.happened', '')"
        )
        try connection.execute("INSERT INTO journal_seal VALUES (1, 1, 1, 6, \(leaf), \(seal))")
        try connection.execute("INSERT INTO journal_leaf VALUES (1, 6, \(leaf))")
      }
      let applied = try await Migrator(JournalMigrations.all).migrate(temporary.database, clock: clock)
      #expect(applied == ["journal-0002-waiting"])
      #expect(try await office.verify().waitingEntries == 1)
      #expect(try await office.seal() == 1)
      #expect(try await office.verify().waitingEntries == 0)
    }
  }
}
