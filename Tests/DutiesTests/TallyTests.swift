import Access
import CivilTime
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Tallies")
struct TallyTests {
  @Test(arguments: Engine.available, [3, 4] as [UInt64])
  func equalACountAfterFiveHundredRandomActs(engine: Engine, seed: UInt64) async throws {
    try await DutiesOffice.with(engine, .random(seed: seed), on: "2026-11-20") { office in
      try await office.load(SweepTests.rules)
      try await office.sweep()
      try await office.openAccounts([90])
      #expect(try await counted(office) == office.tallies())
      let ids = try await office.duties().map(\.id)
      var random = Randomness(seed: seed)
      for _ in 0..<500 {
        let id = ids[Int.random(in: 0..<ids.count, using: &random)]
        let held = day("2026-04-01").adding(days: Int.random(in: 0...230, using: &random))
        let now = noon(held)
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: _ = try await office.fulfil(id, on: held.iso)
        case 2: try? await office.desk.excuse(id, reason: "理由", by: office.secretariat, at: now)
        default: try? await office.desk.reopen(id, reason: "理由", by: office.secretariat, at: now)
        }
      }
      let tallies = try await office.tallies()
      #expect(try await counted(office) == tallies)
      #expect(tallies.contains { $0.fulfilled > 0 && $0.excused > 0 && $0.overdue > 0 })
      // The next sweep counts again; what was reopened about people who have left it excuses anew.
      try await office.sweep()
      #expect(try await counted(office) == office.tallies())
    }
  }

  /// The tallies by a loop over the duties.
  private func counted(_ office: DutiesOffice) async throws -> [DutyTally] {
    let today = day("2026-11-20")
    struct Place: Hashable {
      let measure: String
      let employer: Int64
      let bureau: Int64
    }
    let places = Dictionary(grouping: try await office.duties()) { duty in
      Place(measure: duty.rule.measure, employer: duty.employer.number, bureau: duty.bureau?.number ?? 0)
    }
    let order = places.keys.sorted {
      ($0.measure, $0.employer, $0.bureau) < ($1.measure, $1.employer, $1.bureau)
    }
    return order.map { place in
      let duties = places[place] ?? []
      let open = duties.filter(\.state.isOpen)
      let people = duties.compactMap(\.subject.employee)
      return DutyTally(
        year: FiscalYear(startYear: 2026),
        plan: "soumu",
        measure: place.measure,
        employer: RecordID(place.employer),
        bureau: place.bureau == 0 ? nil : RecordID(place.bureau),
        owed: duties.count,
        fulfilled: duties.count { if case .fulfilled = $0.state { true } else { false } },
        excused: duties.count { if case .excused = $0.state { true } else { false } },
        overdue: open.count { $0.dueOn < today },
        people: Set(people).count,
        lastFulfilledOn: duties.compactMap(Self.fulfilledOn).max(),
        nextDueOn: open.map(\.dueOn).min()
      )
    }
  }

  private static func fulfilledOn(_ duty: Duty) -> CivilDate? {
    switch duty.state {
    case .open, .excused: nil
    case .fulfilled(let day, _): day
    }
  }

  @Test(arguments: Engine.available)
  func unitsAndOutstandingTellWhoHasNot(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(SweepTests.rules)
      try await office.sweep()
      let duty = try #require(
        try await office.duties(where: "d.measure = 'S' AND d.about_employee = 5").first
      )
      _ = try await office.fulfil(duty.id)
      let today = day("2026-10-05")
      let year = FiscalYear(startYear: 2026)
      let (units, managers, outstanding) = try await office.database.read { connection in
        (
          try DutyQuery.units(measure: "S", year: year, today: today, within: nil, on: connection),
          try DutyQuery.units(measure: "M", year: year, today: today, within: [.init(11)], on: connection),
          try DutyQuery.outstanding(year: year, measure: "S", today: today, on: connection)
        )
      }
      #expect(units.map(\.unit.number) == [1, 2, 11, 21, 41])
      #expect(units.map(\.owed) == [1, 1, 2, 1, 1])
      #expect(units.map(\.fulfilled) == [0, 0, 1, 0, 0])
      #expect(units.map(\.overdue) == [1, 1, 1, 1, 1])
      #expect(managers.map(\.owed) == [1])
      #expect(outstanding.map(\.open) == [1, 1, 1, 1, 1])
      #expect(Set(outstanding.map(\.owner)) == Set([1, 2, 11, 21, 41].map { .head(.init($0)) }))
    }
  }
}
