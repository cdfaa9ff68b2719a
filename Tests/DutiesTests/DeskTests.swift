import Access
import CivilTime
import Journal
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Fulfilling, excusing, reopening")
struct DeskTests {
  static let date = EvidenceKindID(rawValue: "hand.date")
  static let rules = [
    DutiesOffice.rule("S", .superior(of: .staff), .every(.half), evidence: date, bulk: true),
    DutiesOffice.rule("R", .superior(of: .staff), .every(.half)),
    DutiesOffice.rule("D", .head(of: .divisions), .every(.quarter)),
  ]

  private func office(_ engine: Engine, _ body: (DutiesOffice) async throws -> Void) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.rules)
      try await office.sweep()
      try await office.openAccounts([1, 2, 90])
      try await body(office)
    }
  }

  private func any(_ office: DutiesOffice, _ condition: SQLText = "d.measure = 'R'") async throws -> Duty {
    try #require(try await office.duties(where: condition).first)
  }

  @Test(arguments: Engine.available)
  func evidenceOfTheKindSettlesOnce(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try await any(office)
      #expect(try await office.fulfil(duty.id, with: Self.date) == .otherKind)
      #expect(try await office.fulfil(duty.id, revision: 5) == .changedMeanwhile)
      #expect(try await office.fulfil(duty.id, revision: 0) == .settled)
      #expect(try await office.fulfil(duty.id, revision: 0) == .alreadySettled)
      #expect(try await office.fulfil(RecordID(1)) == .notFound)
      #expect(try await office.count("duty_step WHERE act = 'fulfilled'") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoWhoSettleAtOnceOneIsTold(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try await any(office)
      async let one = office.fulfil(duty.id)
      async let other = office.fulfil(duty.id)
      let outcomes = try await [one, other]
      #expect(outcomes.count { $0 == .settled } == 1)
      #expect(outcomes.count { $0 == .alreadySettled } == 1)
      #expect(try await office.count("duty_step") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func evidenceFindsTheOldestDutyOfEachRule(engine: Engine) async throws {
    try await DutiesOffice.with(engine, on: "2026-11-05") { office in
      try await office.load(Self.rules + [DutiesOffice.rule("Q", .superior(of: .staff), .every(.quarter))])
      try await office.sweep()
      func settled(_ date: String, measure: String? = nil) async throws -> [String] {
        try await office.settle(.employee(.init(5)), on: date, measure: measure)
      }
      // The first half is long over: what was done in it still counts for it, what was done since does not.
      #expect(try await settled("2026-11-01", measure: "R") == ["R 2026-h2 e5"])
      #expect(try await settled("2026-11-02", measure: "R") == [])
      #expect(try await settled("2026-09-20") == ["Q 2026-q2 e5", "R 2026-h1 e5"])
      #expect(try await settled("2026-09-20") == [])
      #expect(try await settled("2026-06-30") == ["Q 2026-q1 e5"])
      #expect(try await settled("2026-11-01") == ["Q 2026-q3 e5"])
      #expect(try await settled("2028-11-01") == [])
      let all = try await office.duties(where: "d.about_employee = 5 AND d.state = 'fulfilled'")
      #expect(all.count == 5)
    }
  }

  @Test(arguments: Engine.available)
  func evidenceOfAPersonSettlesNothingOfOtherSeats(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      let offices: [(String, Debtor)] = [("P", .office(.personnel)), ("S", .office(.secretariat))]
      try await office.load(offices.map { DutiesOffice.rule($0.0, $0.1, .every(.half)) })
      try await office.sweep()
      let employer = DutySubject.employer(.init(1))
      let stranger = office.actor(5)
      #expect(try await office.settle(employer, on: "2026-04-08", seats: .of(stranger)) == [])
      let secretariat = DutyFulfilment.Seats.of(office.secretariat)
      #expect(try await office.settle(employer, on: "2026-04-08", seats: secretariat) == ["S 2026-h1 p1"])
      #expect(try await office.settle(employer, on: "2026-04-08", seats: .all) == ["P 2026-h1 p1"])
    }
  }

  @Test(arguments: Engine.available)
  func excusingNeedsAReasonAndTheRightPerson(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try await any(office, "d.measure = 'R' AND d.about_employee = 5")
      let (desk, now) = (office.desk, office.clock.now())
      for reason in ["", " ", "\u{3000}\n"] {
        await #expect(throws: DutyRefusal.reasonMissing) {
          try await desk.excuse(duty.id, reason: reason, by: office.secretariat, at: now)
        }
      }
      let strangers = [office.actor(7), office.actor(2, heads: [11]), office.actor(3, [.hr], hrOf: [2])]
      for stranger in strangers {
        await #expect(throws: DutyRefusal.notFound) {
          try await desk.excuse(duty.id, reason: "不要", by: stranger, at: now)
        }
      }
      await #expect(throws: DutyRefusal.changedMeanwhile) {
        try await desk.excuse(duty.id, reason: "不要", revision: 3, by: office.secretariat, at: now)
      }
      #expect(try await office.duty(duty.id)?.state == .open)
      try await desk.excuse(duty.id, reason: "長期の休業", by: office.secretariat, at: now, once: "once-1234")
      try await desk.excuse(duty.id, reason: "長期の休業", by: office.secretariat, at: now, once: "once-1234")
      #expect(try await office.duty(duty.id)?.state == .excused(on: day("2026-04-10")))
      await #expect(throws: DutyRefusal.alreadySettled) {
        try await desk.excuse(duty.id, reason: "不要", by: office.secretariat, at: now)
      }
      let hr = office.actor(1, [.hr], hrOf: [1])
      try await desk.reopen(duty.id, reason: "誤り", by: hr, at: now)
      #expect(try await office.duty(duty.id)?.state == .open)
      await #expect(throws: DutyRefusal.stillOpen) {
        try await desk.reopen(duty.id, reason: "誤り", by: hr, at: now)
      }
      let steps = try await office.database.read { try StepRecords.steps(of: duty.id, on: $0) }
      #expect(steps.map(\.act) == [.excused, .reopened])
      #expect(steps.map(\.reason) == ["長期の休業", "誤り"])
      #expect(steps.map(\.account) == [90, 1])
    }
  }

  @Test(arguments: Engine.available)
  func theJournalHoldsNoWordsOfPeople(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try await any(office)
      let now = office.clock.now()
      try await office.desk.excuse(duty.id, reason: "内緒の理由", by: office.secretariat, at: now)
      try await office.desk.reopen(duty.id, reason: "内緒の理由", by: office.secretariat, at: now)
      let owner = DutyOwner.office(.personnel, .init(1))
      try await office.desk.handOver(
        duty.id,
        to: owner,
        reason: "内緒の理由",
        by: office.secretariat,
        at: now
      )
      #expect(try await office.desk.remind([duty.id], by: office.secretariat, at: now) == 1)
      let payloads = try await office.database.read { connection in
        try connection.rows("SELECT payload FROM journal_entry ORDER BY id").map {
          try $0.value(0, as: String.self)
        }
      }
      #expect(payloads.count == 7)
      #expect(payloads.allSatisfy { text in text.utf8.allSatisfy { $0 < 0x80 } })
    }
  }

  @Test(arguments: Engine.available)
  func remindersReachOnlyOpenDutiesOfOnesOwnEmployers(engine: Engine) async throws {
    try await office(engine) { office in
      let duties = try await office.duties(where: "d.measure = 'R'")
      let now = office.clock.now()
      _ = try await office.fulfil(duties[0].id)
      let hr = office.actor(1, [.hr], hrOf: [2])
      #expect(try await office.desk.remind(duties.map(\.id), by: hr, at: now) == 1)
      #expect(try await office.desk.remind(duties.map(\.id), by: office.actor(5), at: now) == 0)
      let sent = try await office.desk.remind(
        duties.map(\.id),
        by: office.secretariat,
        at: now,
        once: "once-5678"
      )
      #expect(sent == 5)
      let again = try await office.desk.remind(
        duties.map(\.id),
        by: office.secretariat,
        at: now,
        once: "once-5678"
      )
      #expect(again == 5)
      await #expect(throws: OnceAct.Refusal.keyUsedOtherwise) {
        try await office.desk.remind([duties[1].id], by: office.secretariat, at: now, once: "once-5678")
      }
      #expect(try await office.count("duty_step WHERE act = 'reminded'") == 6)
    }
  }

  @Test(arguments: Engine.available)
  func manyAreSettledWithOneDateAllOrNone(engine: Engine) async throws {
    try await office(engine) { office in
      let head = office.actor(2, heads: [11])
      let bulk = DutyBulk(database: office.database, ids: office.ids)
      let own = try await office.duties(where: "d.measure = 'S' AND d.owner_unit = 11").map(\.id)
      let foreign = try await any(office, "d.measure = 'S' AND d.owner_unit = 21").id
      let report = try await any(office, "d.measure = 'R' AND d.owner_unit = 11").id
      let (today, now) = (day("2026-04-10"), office.clock.now())
      await #expect(throws: DutyRefusal.notFound) {
        try await bulk.fulfil(own + [foreign], on: today, by: head, at: now, once: nil)
      }
      await #expect(throws: DutyRefusal.notBulkSafe) {
        try await bulk.fulfil(own + [report], on: today, by: head, at: now, once: nil)
      }
      await #expect(throws: DutyRefusal.dayAhead) {
        try await bulk.fulfil(own, on: today.adding(days: 1), by: head, at: now, once: nil)
      }
      #expect(try await office.count("duty WHERE state <> 'open'") == 0)
      _ = try await office.fulfil(own[0], with: Self.date)
      let done = try await bulk.fulfil(own, on: today, by: head, at: now, once: "once-9012")
      #expect(done == DutyBulk.Done(settled: own.count - 1, already: 1))
      #expect(try await office.count("duty WHERE state = 'fulfilled'") == own.count)
    }
  }

  @Test(arguments: Engine.available)
  func stepsCannotBeChanged(engine: Engine) async throws {
    try await office(engine) { office in
      _ = try await office.fulfil(try await any(office).id)
      await #expect(throws: StoreError.appendOnly("duty_step")) {
        try await office.run("UPDATE duty_step SET reason = 'x'")
      }
      await #expect(throws: StoreError.appendOnly("duty_step")) {
        try await office.run("DELETE FROM duty_step")
      }
    }
  }

  @Test(arguments: Engine.available)
  func aDecisionOpensExactlyOneDutyWithWordsOfItsOwn(engine: Engine) async throws {
    try await office(engine) { office in
      let order = DutyOrder(
        measure: DutyRuleKey(plan: "soumu", measure: "V-1-a", name: "decision"),
        occasion: "decision:77",
        year: FiscalYear(startYear: 2026),
        employer: .init(1),
        owner: .head(.init(21)),
        dueOn: day("2026-06-30"),
        task: "会議を減らします。",
        evidence: DutiesOffice.report
      )
      let (ids, now) = (office.ids, office.clock.now())
      let id: RecordID<Duty> = ids.next()
      let entries: [RecordID<JournalEntry>] = [ids.next(), ids.next()]
      try await office.database.write {
        try DutyDesk.open(order, id: id, by: .account(90), at: now, entry: entries[0], on: $0)
      }
      await #expect(throws: StoreError.self) {
        try await office.database.write {
          try DutyDesk.open(order, id: ids.next(), by: .account(90), at: now, entry: entries[1], on: $0)
        }
      }
      let tally = try await office.tallies().filter { $0.measure == "V-1-a" }
      #expect(tally.map(\.owed) == [1])
      #expect(tally.map(\.bureau) == [.init(2)])
      let head = office.actor(4, heads: [21])
      let sheet = try await office.database.read { try DutyQuery.sheet(id, for: head, on: $0) }
      #expect(sheet?.task == "会議を減らします。")
      try await office.run("UPDATE unit_period SET valid_to = '2026-04-30' WHERE unit = 21")
      try await office.sweep(on: "2026-05-01")
      #expect(try await office.duty(id)?.owner == .head(.init(2)))
    }
  }
}
