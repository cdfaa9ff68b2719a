import CivilTime
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("The sweep opens duties and takes them where they belong")
struct SweepTests {
  static let rules = [
    DutiesOffice.rule("S", .superior(of: .staff), .every(.half)),
    DutiesOffice.rule("M", .each(.manager), .every(.fiscalYear)),
    DutiesOffice.rule("C", .each(.sectionHead), .every(.fiscalYear)),
    DutiesOffice.rule("D", .head(of: .divisions), .every(.quarter), due: .daysAfter(15)),
    DutiesOffice.rule("B", .head(of: .bureaus), .every(.half), due: .daysAfter(30)),
    DutiesOffice.rule("P", .office(.personnel), .every(.fiscalYear)),
    DutiesOffice.rule(
      "T",
      .superior(of: .eventSubject),
      .on(.init(rawValue: "people.transfer")),
      due: .daysAfter(30)
    ),
    DutiesOffice.rule(
      "L",
      .office(.personnel),
      .on(.init(rawValue: "people.leaving")),
      due: .daysAfter(30)
    ),
  ]

  @Test(arguments: Engine.available)
  func opensWhatEachRuleAsksFor(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.rules)
      try await office.sweep()
      let duties = try await office.duties()
      let marks = Set(duties.map(\.mark))
      // Heads of top units have no superior; in 消防庁 division 41 is the top unit itself, headed by 8.
      let people = [2, 4, 5, 6, 7, 9].map { "S 2026-h1 e\($0)" } + [1, 2, 3, 4, 8].map { "M 2026 e\($0)" }
      let units = [11, 21, 41].map { "D 2026-q1 u\($0)" } + [1, 2, 3, 41].map { "B 2026-h1 u\($0)" }
      let offices = ["P 2026 p1", "P 2026 p2"]
      let heads = [2, 4, 8].map { "C 2026 e\($0)" }
      #expect(marks == Set(people + units + offices + heads))
      #expect(duties.count == marks.count)
      let owners = Dictionary(duties.map { ($0.mark, $0.owner) }, uniquingKeysWith: { $1 })
      #expect(owners["S 2026-h1 e2"] == .head(.init(1)))
      #expect(owners["S 2026-h1 e5"] == .head(.init(11)))
      #expect(owners["M 2026 e1"] == .person(.init(1)))
      #expect(owners["P 2026 p2"] == .office(.personnel, .init(2)))
      #expect(duties.first { $0.mark == "D 2026-q1 u11" }?.dueOn == day("2026-07-15"))
      #expect(duties.first { $0.mark == "S 2026-h1 e5" }?.bureau == RecordID(1))
      let journal = try await office.count("journal_entry WHERE kind = 'duties.opened'")
      #expect(journal == 7 - 1)
      #expect(try await office.count("duty_step") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func sweepingTwiceChangesNothing(engine: Engine) async throws {
    try await DutiesOffice.with(engine, .random(seed: 7), on: "2026-11-20") { office in
      try await office.load(Self.rules)
      let first = try await office.sweep()
      let duties = try await office.duties()
      let tallies = try await office.tallies()
      let entries = try await office.count("journal_entry")
      #expect(first.opened == duties.count)
      let again = try await office.sweep()
      #expect(again == DutySweep.Swept())
      #expect(try await office.duties() == duties)
      #expect(try await office.tallies() == tallies)
      #expect(try await office.count("journal_entry") == entries)
      #expect(try await office.sweep(force: false).isSkipped)
      try await office.run("UPDATE employee SET left_on = '2026-11-01' WHERE id = 1")
      let changed = try await office.sweep(force: false)
      #expect(!changed.isSkipped)
    }
  }

  struct Downtime: Sendable, CustomTestStringConvertible {
    let engine: Engine
    let seed: UInt64
    let from: String

    var testDescription: String { "\(engine.rawValue), seed \(seed), from \(from)" }
  }

  static let downtimes = Engine.available.flatMap { engine in
    [(1, "2026-04-01"), (2, "2026-06-10"), (3, "2026-09-01"), (4, "2027-02-20")].map {
      Downtime(engine: engine, seed: UInt64($0.0), from: $0.1)
    }
  }

  @Test(arguments: downtimes)
  func oneSweepAfterFortyDaysEqualsFortyDailySweeps(downtime: Downtime) async throws {
    let first = day(downtime.from)
    func swept(_ dates: [CivilDate]) async throws -> [String] {
      var lines: [String] = []
      let world = DutiesWorld.random(seed: downtime.seed)
      try await DutiesOffice.with(downtime.engine, world, on: downtime.from) { office in
        try await office.load(Self.rules)
        for date in dates { try await office.sweep(on: date.iso) }
        lines = try await office.duties().map(Self.line).sorted()
      }
      return lines
    }
    let daily = try await swept((0...40).map { first.adding(days: $0) })
    let once = try await swept([first, first.adding(days: 40)])
    #expect(daily == once)
    #expect(!daily.isEmpty)
  }

  private static func line(_ duty: Duty) -> String {
    let state =
      switch duty.state {
      case .open: "open"
      case .fulfilled: "fulfilled"
      case .excused: "excused"
      }
    let bureau = duty.bureau.map(\.description) ?? "-"
    return "\(duty.mark) \(duty.year) \(duty.dueOn) \(duty.startsOn) \(bureau) \(duty.owner.code) \(state)"
  }

  @Test(arguments: Engine.available, [11, 12, 13, 14, 15] as [UInt64])
  func findsWhatANaiveLoopOverDaysAndPeopleFinds(engine: Engine, seed: UInt64) async throws {
    let world = DutiesWorld.random(seed: seed)
    let today = day("2027-02-15")
    try await DutiesOffice.with(engine, world, on: today.iso) { office in
      try await office.load(Self.rules)
      try await office.sweep()
      let found = Set(try await office.duties().map(\.mark))
      #expect(found == NaiveDuties(world: world, today: today).marks)
    }
  }

  @Test(arguments: Engine.available)
  func aNewEditionGoesOnWithTheSameDuties(engine: Engine) async throws {
    try await DutiesOffice.with(engine, on: "2026-04-10") { office in
      let dropped = DutiesOffice.rule("Q", .office(.personnel), .every(.quarter))
      try await office.load(Array(Self.rules.prefix(2)) + [dropped])
      try await office.sweep()
      let before = try await office.duties()
      let next = [DutiesOffice.rule("S", .superior(of: .staff), .every(.half), edition: 2)]
      try await office.load(next, from: "2026-06-01", edition: 2)
      let swept = try await office.sweep(on: "2026-06-02")
      #expect(swept.opened == 0)
      #expect(try await office.duties().map(\.id) == before.map(\.id))
      let autumn = try await office.sweep(on: "2026-10-02")
      #expect(autumn.opened == 6)
      #expect(try await office.duties(where: "d.measure = 'Q'").map(\.occasion) == ["2026-q1", "2026-q1"])
    }
  }

  @Test(arguments: Engine.available)
  func aPlanLoadedInNovemberAsksForNothingThatIsOver(engine: Engine) async throws {
    try await DutiesOffice.with(engine, on: "2026-11-23") { office in
      try await office.load(Self.rules, from: "2026-11-20")
      try await office.sweep()
      let duties = try await office.duties()
      #expect(duties.allSatisfy { $0.dueOn >= day("2026-11-23") })
      #expect(duties.contains { $0.occasion == "2026-h2" })
      #expect(!duties.contains { $0.occasion == "2026-h1" || $0.occasion == "2026-q2" })
    }
  }

  @Test(arguments: Engine.available)
  func aSummerThatWasSetMovesTheDueDay(engine: Engine) async throws {
    try await DutiesOffice.with(engine, on: "2026-06-01") { office in
      try await office.load([
        DutiesOffice.rule("H", .head(of: .bureaus), .every(.summer), due: .daysAfter(45))
      ])
      let period = DutyPeriod(
        plan: "soumu",
        year: FiscalYear(startYear: 2026),
        employer: RecordID(1),
        days: days("2026-07-20", "2026-09-20"),
        title: "夏の集中取組期間"
      )
      let (now, ids) = (office.clock.now(), office.ids)
      for _ in 0..<2 {
        try await office.database.write {
          try DutyPeriods.set(period, by: .system, at: now, entry: ids.next(), on: $0)
        }
      }
      try await office.sweep(on: "2026-07-05")
      #expect(try await office.duties().map(\.mark) == ["H 2026-summer u41"])
      try await office.sweep(on: "2026-07-20")
      let duties = try await office.duties()
      #expect(duties.count == 4)
      #expect(duties.first { $0.subject == .unit(.init(1)) }?.dueOn == day("2026-11-04"))
      #expect(duties.first { $0.subject == .unit(.init(41)) }?.dueOn == day("2026-10-15"))
    }
  }
}

extension DutiesOffice {
  func tallies(_ year: Int = 2026) async throws -> [DutyTally] {
    try await database.read {
      try DutyQuery.tallies(year: FiscalYear(startYear: year), plan: "soumu", on: $0)
    }
  }
}
