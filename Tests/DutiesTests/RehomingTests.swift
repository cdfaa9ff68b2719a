import CivilTime
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Open duties follow the people, and never vanish")
struct RehomingTests {
  static let staff = [DutiesOffice.rule("S", .superior(of: .staff), .every(.fiscalYear))]

  private func owner(_ office: DutiesOffice, of person: Int64) async throws -> DutyOwner? {
    try await office.duties(where: "d.about_employee = \(person)").first?.owner
  }

  @Test(arguments: Engine.available)
  func aTransferTakesTheDutyToTheNewHeadWithAStep(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.staff)
      try await office.sweep()
      #expect(try await owner(office, of: 5) == .head(.init(11)))
      try await office.run("UPDATE assignment SET valid_to = '2026-05-31' WHERE employee = 5")
      try await office.run(
        """
        INSERT INTO assignment (id, employee, post, kind, valid_from, valid_to)
        VALUES (501, 5, 213, 'primary', '2026-06-01', NULL)
        """
      )
      let swept = try await office.sweep(on: "2026-06-01")
      #expect(swept.handedOver == 1)
      #expect(try await owner(office, of: 5) == .head(.init(21)))
      let id = try #require(try await office.duties(where: "d.about_employee = 5").first?.id)
      let steps = try await office.database.read { try StepRecords.steps(of: id, on: $0) }
      #expect(steps.map(\.act) == [.handedOver])
      #expect(steps.map(\.from) == [.head(.init(11))])
      #expect(steps.map(\.to) == [.head(.init(21))])
      #expect(try await office.count("journal_entry WHERE kind = 'duties.handed-over'") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func aVacantOrDissolvedUnitLeadsToTheUnitAboveAndThenToPersonnel(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.staff + [DutiesOffice.rule("D", .head(of: .divisions), .every(.fiscalYear))])
      try await office.sweep()
      try await office.run("UPDATE employee SET left_on = '2026-04-30' WHERE id = 2")
      try await office.sweep(on: "2026-05-01")
      #expect(try await owner(office, of: 5) == .head(.init(1)))
      try await office.run("UPDATE unit_period SET valid_to = '2026-05-31' WHERE unit IN (11, 21)")
      try await office.run("UPDATE employee SET left_on = '2026-05-31' WHERE id = 1")
      try await office.run("UPDATE unit_period SET valid_to = '2026-05-31' WHERE unit = 2")
      try await office.sweep(on: "2026-06-01")
      #expect(try await owner(office, of: 5) == .office(.personnel, .init(1)))
      let units = try await office.duties(where: "d.measure = 'D' AND d.employer = 1")
      #expect(units.map(\.owner) == [.head(.init(1)), .office(.personnel, .init(1))])
      #expect(units.allSatisfy { $0.state.isOpen })
    }
  }

  @Test(arguments: Engine.available)
  func whoeverLeavesIsExcusedInSightButLeavingItselfIsStillServed(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      let leaving = DutyEventKind(rawValue: "people.leaving")
      try await office.load(
        Self.staff + [DutiesOffice.rule("L", .office(.personnel), .on(leaving), due: .daysAfter(30))]
      )
      try await office.sweep()
      try await office.run("UPDATE employee SET left_on = '2026-05-10' WHERE id = 6")
      try await office.sweep(on: "2026-05-10")
      #expect(try await office.duties(where: "d.about_employee = 6").allSatisfy(\.state.isOpen))
      let swept = try await office.sweep(on: "2026-05-11")
      #expect(swept.excused == 1)
      let duties = try await office.duties(where: "d.about_employee = 6")
      #expect(duties.map(\.rule.measure).sorted() == ["L", "S"])
      #expect(duties.first { $0.rule.measure == "S" }?.state == .excused(on: day("2026-05-11")))
      #expect(duties.first { $0.rule.measure == "L" }?.state == .open)
      let tally = try await office.tallies().filter { $0.measure == "S" }.map(\.excused)
      #expect(tally.reduce(0, +) == 1)
    }
  }

  @Test(arguments: Engine.available)
  func aFulfilledDutyNeverMoves(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.staff)
      try await office.sweep()
      let duty = try #require(try await office.duties(where: "d.about_employee = 5").first)
      #expect(try await office.fulfil(duty.id) == .settled)
      try await office.run("UPDATE employee SET left_on = '2026-04-30' WHERE id IN (2, 5)")
      try await office.run("UPDATE unit_period SET valid_to = '2026-04-30' WHERE unit = 11")
      try await office.sweep(on: "2026-05-05")
      let now = try #require(try await office.duty(duty.id))
      #expect(now.owner == duty.owner)
      guard case .fulfilled(let settled, _) = now.state else {
        Issue.record("no longer fulfilled")
        return
      }
      #expect(settled == day("2026-04-10"))
    }
  }

  @Test(arguments: Engine.available)
  func whatIsSettledWhileTheSweepThinksStaysWhereItIs(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.staff)
      try await office.sweep()
      let duty = try #require(try await office.duties(where: "d.about_employee = 5").first)
      try await office.run("UPDATE assignment SET post = 214 WHERE employee IN (5, 6)")
      let today = day("2026-04-11")
      let found = try await office.database.read { connection in
        try Rehoming(Roster(on: connection), RuleBook(on: connection), today: today, on: connection)
      }
      #expect(found.moves.count == 2)
      #expect(try await office.fulfil(duty.id) == .settled)
      let (work, now) = (RehomingWork(found, ids: office.ids), office.clock.now())
      let done = try await office.database.write { try work.write(today: today, at: now, on: $0) }
      #expect(done.handedOver == 1)
      #expect(try await office.duty(duty.id)?.owner == duty.owner)
      #expect(try await owner(office, of: 6) == .head(.init(21)))
      // A duty that was read before somebody settled it is not settled a second time.
      let (ids, entry) = (office.ids, office.ids.next(JournalEntry.self))
      let context = StepContext(actor: .system, at: now, entry: entry)
      let isMoved = try await office.database.write { connection in
        try Settling.move(duty, to: .excused(on: today), step: ids.next(), in: context, on: connection)
      }
      #expect(!isMoved)
    }
  }

  @Test(arguments: Engine.available)
  func whatWasHandedOverByHandStaysUntilTheNewOwnerIsGone(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.staff)
      try await office.sweep()
      let duty = try #require(try await office.duties(where: "d.about_employee = 5").first)
      let head = office.actor(2, heads: [11])
      let now = office.clock.now()
      try await office.desk.handOver(duty.id, to: .person(.init(7)), reason: "分担", by: head, at: now)
      try await office.sweep(on: "2026-04-11")
      #expect(try await owner(office, of: 5) == .person(.init(7)))
      try await office.run("UPDATE employee SET left_on = '2026-04-12' WHERE id = 7")
      try await office.sweep(on: "2026-04-13")
      #expect(try await owner(office, of: 5) == .head(.init(21)))
      await #expect(throws: DutyRefusal.ownerNotThere) {
        try await office.desk.handOver(
          duty.id,
          to: .person(.init(7)),
          reason: "分担",
          by: office.secretariat,
          at: noon(day("2026-04-14"))
        )
      }
    }
  }
}
