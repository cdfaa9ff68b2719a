import CivilTime
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite struct ClockServiceTests {
  static let months = [WorkingTimeOffice.april, WorkingTimeOffice.may]

  @Test(arguments: Engine.available)
  func goingInTheNextNightEndsTheDayBefore(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let came = try await office.press(.arrival, "2026-04-30", 9, 30)
      #expect(try await office.keptEqualsRecount(of: 1, Self.months))
      let went = try await office.press(.departure, "2026-05-01", 1, 30)
      #expect(came.workDate == day("2026-04-30"))
      #expect(went.workDate == day("2026-04-30"))
      #expect(went.time == time(25, 30))
      #expect(try await office.totalsAreRight(of: 1, Self.months))
      _ = try await office.press(.arrival, "2026-05-01", 9, 30)
      #expect(try await office.totalsAreRight(of: 1, Self.months))
      let may = try await office.database.read { try Recount.kept(1, WorkingTimeOffice.may, on: $0) }
      #expect(may == Recount(recordedDutyDays: 1, rests: 1, sufficientRests: 0))
    }
  }

  @Test(arguments: Engine.available)
  func leavingInTheMorningEndsTheNightAndShowsTheShortRest(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      _ = try await office.press(.arrival, "2026-04-01", 9, 30)
      let went = try await office.press(.departure, "2026-04-02", 5, 30)
      #expect(went.workDate == day("2026-04-01"))
      #expect(went.time == time(29, 30))
      _ = try await office.press(.arrival, "2026-04-02", 10)
      let april = try await office.database.read { try Recount.kept(1, WorkingTimeOffice.april, on: $0) }
      #expect(april == Recount(recordedDutyDays: 2, rests: 1, sufficientRests: 0))
      #expect(try await office.totalsAreRight(of: 1, Self.months))
    }
  }

  @Test(arguments: Engine.available)
  func aNewRecordIsSeenAgainstTodayAndTheLastDayWithARecordThatCounts(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      for date in ["2026-03-31", "2026-04-01"] { _ = try await office.press(.arrival, date, 9) }
      let mistaken = try await office.press(.arrival, "2026-04-03", 9)
      let now = instant("2026-04-03", 9, 1)
      _ = try await office.clockService.undo(mistaken.punch, for: office.actor(1), at: now)
      let today = try await office.press(.departure, "2026-04-06", 18)
      #expect(today.workDate == day("2026-04-06"))
      let cases = [
        ("2026-04-01", ["2026-03-31", "2026-04-01"]), ("2026-04-03", ["2026-04-01", "2026-04-03"]),
        ("2026-04-06", ["2026-04-01", "2026-04-03", "2026-04-06"]), ("2026-04-20", ["2026-04-06"]),
        ("2026-04-21", []),
      ]
      for (date, expected) in cases {
        let recent = try await office.database.read { connection in
          try PunchRecords.recent(of: RecordID(1), asOf: day(date), on: connection)
        }
        #expect(recent.map(\.workDate.iso) == expected, "\(date)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func aKeyServesOneOperationOnly(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let date = day("2026-04-01")
      let hours = { (minutes: Int) in
        DayCorrection.Entry.overtime(length: Minutes(minutes), isSpecial: false, reason: "国会")
      }
      _ = try await office.press(.arrival, "2026-04-01", 9, once: "key-00000001")
      try await office.enter(hours(60), on: date, once: "key-00000002")
      try await office.enter(hours(60), on: date, once: "key-00000002")
      await #expect(throws: ClockService.Refusal.keyUsedOtherwise) {
        _ = try await office.press(.departure, "2026-04-01", 18, once: "key-00000001")
      }
      await #expect(throws: ClockService.Refusal.keyUsedOtherwise) {
        _ = try await office.press(.departure, "2026-04-01", 18, once: "key-00000002")
      }
      await #expect(throws: ClockService.Refusal.keyUsedOtherwise) {
        try await office.enter(hours(60), on: date, once: "key-00000001")
      }
      await #expect(throws: ClockService.Refusal.keyUsedOtherwise) {
        try await office.enter(hours(120), on: date, once: "key-00000002")
      }
      #expect(try await office.count("punch") == 1)
      #expect(try await office.count("overtime_declaration") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func theSameKeyRecordsOnce(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let first = try await office.press(.arrival, "2026-04-01", 9, once: "key-00000001")
      let again = try await office.press(.arrival, "2026-04-01", 10, once: "key-00000001")
      #expect(first == again)
      _ = try await office.press(.arrival, "2026-04-01", 9, by: 2, once: "key-00000001")
      #expect(try await office.count("punch") == 2)
      #expect(try await office.totalsAreRight(of: 1, Self.months))
    }
  }

  @Test(arguments: Engine.available)
  func twentyCallsAtOnceRecordOnce(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let outcomes = try await withThrowingTaskGroup(of: ClockService.Outcome.self) { group in
        for _ in 0..<20 {
          group.addTask { try await office.press(.arrival, "2026-04-01", 9, once: "key-00000001") }
        }
        return try await group.reduce(into: Set<ClockService.Outcome>()) { $0.insert($1) }
      }
      #expect(outcomes.count == 1)
      #expect(try await office.count("punch") == 1)
      #expect(try await office.count("journal_entry") == 1)
      #expect(try await office.totalsAreRight(of: 1, Self.months))
    }
  }

  @Test(arguments: Engine.available)
  func aRecordIsTakenBackWithinFiveMinutesOnce(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let punch = try await office.press(.arrival, "2026-04-01", 9).punch
      let now = office.clock.now().adding(milliseconds: 300_000)
      await #expect(throws: ClockService.Refusal.cannotUndo) {
        try await office.clockService.undo(punch, for: office.actor(2), at: now)
      }
      #expect(try await office.clockService.undo(punch, for: office.actor(1), at: now).id == punch)
      await #expect(throws: ClockService.Refusal.cannotUndo) {
        try await office.clockService.undo(punch, for: office.actor(1), at: now)
      }
      #expect(try await office.punches(of: 1).map(\.counts) == [false])
      #expect(try await office.totalsAreRight(of: 1, Self.months))
    }
  }

  @Test(arguments: Engine.available)
  func afterFiveMinutesARecordStays(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let punch = try await office.press(.arrival, "2026-04-01", 9).punch
      let late = office.clock.now().adding(milliseconds: 300_001)
      await #expect(throws: ClockService.Refusal.cannotUndo) {
        try await office.clockService.undo(punch, for: office.actor(1), at: late)
      }
      #expect(try await office.punches(of: 1).map(\.counts) == [true])
    }
  }
}
