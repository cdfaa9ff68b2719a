import CivilTime
import Duties
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import Committee
@testable import Roof

/// What the committee and its office do, written down on both sides.
extension Simulation {
  private var plan: CommitteePlan { CommitteePlan(definitions: House.indicators.map(\.definition)) }

  /// The summer period of one employer is set before it begins.
  mutating func setSummer() async throws {
    let desk = IntensiveDesk(
      database: office.database,
      ids: office.ids,
      plan: plan,
      actor: try await actor("secretariat"),
      now: office.clock.now()
    )
    for (employer, days) in Obligations.summers {
      try await desk.setDays(
        days,
        title: "夏の集中取組期間",
        of: office.employer(employer),
        in: FiscalYear(startYear: 2026)
      )
    }
  }

  /// The committee meets: an item, a decision that a division has to carry out, minutes; it settles the duty to meet.
  mutating func meet(on date: CivilDate) async throws {
    let desk = MeetingDesk(
      database: office.database,
      ids: office.ids,
      plan: plan,
      actor: try await actor("secretariat"),
      now: office.clock.now()
    )
    let meeting = try await desk.plan(day: date, title: "推進委員会", place: "会議室", once: nil)
    try await desk.add([], own: "上期の状況", note: "", to: meeting, once: nil)
    let items = try await office.database.read { try MeetingRecords.items(of: meeting, on: $0) }
    try await decide(desk, meeting, try #require(items.first).id)
    #expect(try await desk.write("議事の記録です。", seen: 0, to: meeting) == 1)
    try await desk.hold(meeting)
    await #expect(throws: CommitteeRefusal.self) { try await desk.hold(meeting) }
    for employer in Ministry.employers {
      for name in ledger.answered("V-1-a", "committee.meeting", "p:\(employer.code)", on: date) {
        ledger.settle(name, .fulfilled(date))
      }
    }
    // One meeting of both employers is one report, and stands with the first of the plan.
    ledger.write(
      LedgerReport(
        id: RecordID(meeting.number),
        duty: nil,
        measure: "V-1-a",
        year: date.fiscalYear.startYear,
        employer: "soumu",
        bureau: "",
        unit: nil,
        kind: "committee.meeting",
        heldOn: date,
        quantity: nil,
        quantityOf: nil
      )
    )
  }

  private mutating func decide(
    _ desk: MeetingDesk,
    _ meeting: RecordID<Meeting>,
    _ item: RecordID<AgendaItem>
  ) async throws {
    let unit = dice.pick(Ministry.units.filter(\.isDivision))
    let dueOn = today.adding(days: dice.number(20...70))
    let order = DecisionOrder(
      owner: .head(office.unit(unit.path)),
      employer: office.employer(unit.employer),
      dueOn: dueOn
    )
    try await desk.decide("原因を調べて報告する。", order: order, under: item, of: meeting, once: nil)
    known = try await office.duties(of: today.fiscalYear.startYear)
    let new = known.keys.filter { $0.rule == "decision" && ledger.duties[$0] == nil }
    let name = try #require(new.first)
    #expect(new.count == 1 && name.measure == "V-1-a" && name.subject == "u:\(unit.path)")
    ledger.order(
      Obligation(
        name: name,
        year: today.fiscalYear.startYear,
        employer: unit.employer,
        bureau: unit.top,
        startsOn: today,
        dueOn: dueOn,
        kind: "hand.report",
        debtor: "head"
      )
    )
    if dice.happens(80) { intend(name, on: today.adding(days: dice.number(1...80))) }
  }
}
