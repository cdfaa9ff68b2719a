import Access
import CivilTime
import Duties
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Evidence

@Suite("Reports by hand")
struct EvidenceServiceTests {
  @Test(arguments: Engine.available)
  func settleTheDutyInTheSameTransaction(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let duty = try await office.duty(of: .head(RecordID(2)))
      let report = office.report(kind: EvidenceKinds.report)
      let reported = try await office.service.report(
        report,
        for: duty,
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      )
      #expect(reported.settled == [duty])
      guard case .fulfilled(let day, let entry) = try await office.duty(duty).state else {
        Issue.record("not fulfilled")
        return
      }
      #expect(day == report.heldOn)
      let found = try await office.database.read { try EvidenceRecords.of(entry: entry, on: $0) }
      #expect(found == reported.id)
    }
  }

  @Test(arguments: Engine.available)
  func leaveNothingBehindWhenTheDutyIsNotThere(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      await #expect(throws: EvidenceRefusal.notFound) {
        try await office.service.report(
          office.report(),
          for: RecordID(12345),
          by: office.actor(),
          at: EvidenceOffice.now,
          once: "once-12345678"
        )
      }
      for table: SQLText in ["evidence", "evidence_tally", "journal_entry", "once_key"] {
        let rows = try await office.count(table)
        #expect(rows == 0)
      }
    }
  }

  @Test(arguments: Engine.available)
  func areWrittenOnceHoweverOftenTheyAreSent(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.count)
      let report = office.report(quantity: 3)
      let both = try await withThrowingTaskGroup(of: EvidenceService.Reported.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await office.service.report(
              report,
              for: duty,
              by: office.actor(),
              at: EvidenceOffice.now,
              once: "once-12345678"
            )
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(both.map(\.id)).count == 1)
      #expect(both.allSatisfy { $0.settled == [duty] })
      #expect(try await office.count("evidence") == 1)
      #expect(try await office.tallies().map(\.quantity) == [3])
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoPeopleAtOnceSettleTheDutyOnceAndBothStay(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.count)
      let reports = try await withThrowingTaskGroup(of: EvidenceService.Reported.self) { group in
        for person: Int64 in [201, 202] {
          group.addTask {
            try await office.service.report(
              office.report(quantity: 1),
              for: duty,
              by: office.actor(person),
              at: EvidenceOffice.now,
              once: nil
            )
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(reports.map(\.settled).sorted { $0.count < $1.count } == [[], [duty]])
      #expect(try await office.count("evidence") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func withoutADutySettleThoseThatTheyFulfil(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let own = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.count)
      let other = try await office.duty(of: .head(RecordID(3)), evidence: EvidenceKinds.count)
      let kind = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.report)
      let reported = try await office.service.report(
        office.report(on: "2026-06-01", quantity: 1),
        for: nil,
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      )
      #expect(reported.settled == [own])
      #expect(try await office.duty(other).state == .open)
      #expect(try await office.duty(kind).state == .open)
    }
  }

  @Test(arguments: Engine.available)
  func ofTheSecretariatSettleNoDutyOfAnotherOffice(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let employer = RecordID<Employer>(1)
      let theirs = try await office.duty(
        of: .office(.personnel, employer),
        evidence: EvidenceKinds.count
      )
      let own = try await office.duty(of: .office(.secretariat, employer), evidence: EvidenceKinds.count)
      let reported = try await office.service.report(
        office.report(unit: nil, on: "2026-06-01", quantity: 1),
        for: nil,
        by: office.actor(202, [.staff, .secretariat], heads: []),
        at: EvidenceOffice.now,
        once: nil
      )
      #expect(reported.settled == [own])
      #expect(try await office.duty(theirs).state == .open)
    }
  }

  @Test(arguments: Engine.available)
  func leaveNothingBehindWhenTheDutyHasMovedOn(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.count)
      let head = office.actor()
      try await DutyDesk(database: office.database, ids: office.ids)
        .handOver(duty, to: .head(RecordID(3)), reason: "担当替え", by: head, at: EvidenceOffice.now)
      let entries = try await office.count("journal_entry")
      await #expect(throws: EvidenceRefusal.movedOn) {
        try await office.service.report(
          office.report(quantity: 1),
          for: duty,
          by: head,
          at: EvidenceOffice.now,
          once: "once-12345678"
        )
      }
      #expect(try await office.duty(duty).state == .open)
      #expect(try await office.count("evidence") == 0)
      #expect(try await office.count("once_key") == 0)
      #expect(try await office.count("journal_entry") == entries)
    }
  }

  @Test(arguments: Engine.available)
  func tellTheJournalIdentifiersAloneAndNoWords(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let secret = "育児のため早く帰りました"
      let reported = try await office.service.report(
        office.report(about: 202, text: secret),
        for: nil,
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      )
      let new = try await office.service.correct(
        reported.id,
        with: EvidenceCorrection(
          heldOn: EvidenceOffice.today,
          text: secret + "2",
          link: ExternalLink("https://example.jp/himitsu")
        ),
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      )
      try await office.service.withdraw(
        new,
        reason: secret + "3",
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      )
      let entries = try await office.database.read {
        try JournalRecords.latest(before: nil, limit: 9, on: $0)
      }
      #expect(entries.map(\.kind.name) == ["evidence.withdrawn", "evidence.corrected", "evidence.reported"])
      for entry in entries {
        #expect(entry.employee == 202)
        #expect(entry.payload.text.utf8.allSatisfy { $0 < 0x80 })
        #expect(!entry.payload.text.contains("example"))
      }
    }
  }

  @Test(arguments: Engine.available)
  func ofADayToComeAreRefused(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      await #expect(throws: EvidenceRefusal.dayAhead) {
        try await office.service.report(
          office.report(on: "2026-06-02"),
          for: nil,
          by: office.actor(),
          at: EvidenceOffice.now,
          once: nil
        )
      }
    }
  }

  @Test(arguments: Engine.available)
  func areCorrectedOnceAndNotAfterTheyWereWithdrawn(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let first = try await office.service.report(
        office.report(quantity: 5),
        for: nil,
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      ).id
      let change = EvidenceCorrection(heldOn: EvidenceOffice.day("2026-03-31"), quantity: 7)
      let second = try await correct(first, change, office)
      await #expect(throws: EvidenceRefusal.corrected) { try await correct(first, change, office) }
      #expect(try await office.tallies().isEmpty)
      #expect(try await office.tallies(FiscalYear(startYear: 2025)).map(\.quantity) == [7])
      try await withdraw(second, office)
      await #expect(throws: EvidenceRefusal.withdrawn) { try await correct(second, change, office) }
      await #expect(throws: EvidenceRefusal.withdrawn) { try await withdraw(second, office) }
      #expect(try await office.tallies(FiscalYear(startYear: 2025)).isEmpty)
      let all = try await office.database.read { try EvidenceRecords.latest(limit: 9, on: $0) }
      #expect(all.map(\.standing) == [.withdrawn(at: EvidenceOffice.now), .corrected(by: second)])
    }
  }

  @Test(arguments: Engine.available)
  func areNeverChangedInPlace(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let id = try await office.service.report(
        office.report(),
        for: nil,
        by: office.actor(),
        at: EvidenceOffice.now,
        once: nil
      ).id
      await #expect(throws: StoreError.appendOnly("evidence")) {
        try await office.database.write { try $0.execute("UPDATE evidence SET text = '' WHERE id = \(id)") }
      }
      await #expect(throws: StoreError.appendOnly("evidence")) {
        try await office.database.write { try $0.execute("DELETE FROM evidence WHERE id = \(id)") }
      }
    }
  }

  @Test(arguments: Engine.available)
  func aboutPeopleSayNothingInLists(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      for about: Int64? in [202, nil] {
        _ = try await office.service.report(
          office.report(about: about, quantity: 4),
          for: nil,
          by: office.actor(),
          at: EvidenceOffice.now,
          once: nil
        )
      }
      let listed = try await office.database.read {
        try EvidenceRecords.of(measure: "M01", year: EvidenceOffice.year, units: [RecordID(2)], on: $0)
      }
      #expect(listed.map(\.isAboutPerson) == [false, true])
      #expect(listed.map { $0.content?.quantity } == [4, nil])
      let elsewhere = try await office.database.read {
        try EvidenceRecords.of(measure: "M01", year: EvidenceOffice.year, units: [RecordID(3)], on: $0)
      }
      #expect(elsewhere.isEmpty)
    }
  }

  @discardableResult
  private func correct(
    _ id: RecordID<EvidenceEntry>,
    _ change: EvidenceCorrection,
    _ office: EvidenceOffice
  ) async throws -> RecordID<EvidenceEntry> {
    try await office.service.correct(id, with: change, by: office.actor(), at: EvidenceOffice.now, once: nil)
  }

  private func withdraw(_ id: RecordID<EvidenceEntry>, _ office: EvidenceOffice) async throws {
    try await office.service.withdraw(
      id,
      reason: "誤り",
      by: office.actor(),
      at: EvidenceOffice.now,
      once: nil
    )
  }
}
