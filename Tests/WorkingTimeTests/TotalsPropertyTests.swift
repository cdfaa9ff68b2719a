import CivilTime
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite struct TotalsPropertyTests {
  static let months = [WorkingTimeOffice.april, WorkingTimeOffice.may]

  @Test(arguments: Engine.available, [UInt64](1...6))
  func totalsKeptStepByStepEqualARecount(_ engine: Engine, _ seed: UInt64) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      var walk = Walk(office: office, seed: seed)
      var now = instant("2026-04-01", 8)
      while now < instant("2026-05-31", 23) {
        office.clock.set(now)
        let step = try await walk.step(at: now)
        let isRight = try await office.keptEqualsRecount(of: 1, Self.months)
        #expect(isRight, "seed \(seed), \(step) at \(OfficeZone.dateTimeText(now))")
        guard isRight else { return }
        now = walk.later(than: now)
      }
      #expect(try await office.totalsAreRight(of: 1, Self.months))
    }
  }

  /// Random presses, undos and entries of one person.
  struct Walk {
    let office: WorkingTimeOffice
    var random: Randomness
    var newest: RecordID<Punch>?

    init(office: WorkingTimeOffice, seed: UInt64) {
      self.office = office
      random = Randomness(seed: seed)
    }

    mutating func later(than now: Instant) -> Instant {
      let minutes =
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<6: Int.random(in: 1...4, using: &random)
        case 6..<19: Int.random(in: 60...900, using: &random)
        default: Int.random(in: 1440...7200, using: &random)
        }
      return now.adding(minutes: Minutes(minutes))
    }

    mutating func step(at now: Instant) async throws -> String {
      switch Int.random(in: 0..<12, using: &random) {
      case 0..<4: return try await press(.arrival, at: now)
      case 4..<8: return try await press(.departure, at: now)
      case 8, 9: return try await undo(at: now)
      case 10: return try await enterPunch(at: now)
      default: return try await enterOvertime(at: now)
      }
    }

    private mutating func press(_ kind: Punch.Kind, at now: Instant) async throws -> String {
      newest = try await office.clockService
        .record(kind, for: office.actor(1), at: now, source: .web, once: nil).punch
      return kind.rawValue
    }

    private mutating func undo(at now: Instant) async throws -> String {
      guard let newest else { return "nothing" }
      do {
        _ = try await office.clockService.undo(newest, for: office.actor(1), at: now)
        return "undo"
      } catch ClockService.Refusal.cannotUndo {
        return "refused undo"
      }
    }

    private mutating func enterPunch(at now: Instant) async throws -> String {
      let kind: Punch.Kind = Bool.random(using: &random) ? .arrival : .departure
      let past = now.adding(minutes: Minutes(-Int.random(in: 0...20_000, using: &random)))
      let entry = DayCorrection.Entry.punch(kind: kind, time: OfficeZone.time(of: past), reason: "忘れ")
      try await office.enter(entry, on: max(OfficeZone.date(of: past), day("2026-04-01")))
      return "manual \(kind.rawValue) of \(OfficeZone.dateTimeText(past))"
    }

    private mutating func enterOvertime(at now: Instant) async throws -> String {
      let date = OfficeZone.date(of: now).adding(days: -Int.random(in: 0...10, using: &random))
      let length = Minutes(Int.random(in: 0...300, using: &random))
      let isSpecial = Bool.random(using: &random)
      try await office.enter(.overtime(length: length, isSpecial: isSpecial, reason: "業務"), on: date)
      return "overtime of \(date)"
    }
  }
}
