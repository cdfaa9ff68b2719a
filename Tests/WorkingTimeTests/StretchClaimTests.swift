import CivilTime
import Store
import Testing
import TestSupport

@testable import WorkingTime

/// Overtime declared by the times of work.
@Suite struct StretchClaimTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let date: String
    let stretches: [Range<ClockTime>]
    let overtime: Minutes
  }

  // 29 April 2026 is a holiday on a Wednesday; 4 April a Saturday.
  static let cases = [
    Case(
      testDescription: "an evening with a break",
      date: "2026-04-01",
      stretches: [time(18, 15)..<time(20), time(20, 30)..<time(22)],
      overtime: Minutes(hours: 3, minutes: 15)
    ),
    Case(
      testDescription: "an early morning and a part of the regular hours",
      date: "2026-04-01",
      stretches: [time(8)..<time(10)],
      overtime: Minutes(90)
    ),
    Case(
      testDescription: "a night into the next duty day",
      date: "2026-04-01",
      stretches: [time(22)..<time(34)],
      overtime: Minutes(hours: 11, minutes: 30)
    ),
    Case(
      testDescription: "a holiday: the regular hours are no overtime",
      date: "2026-04-29",
      stretches: [time(9, 30)..<time(12), time(13)..<time(20, 15)],
      overtime: Minutes(hours: 2)
    ),
    Case(
      testDescription: "a day off: all of it",
      date: "2026-04-04",
      stretches: [time(10)..<time(12), time(13)..<time(15)],
      overtime: Minutes(hours: 4)
    ),
  ]

  @Test(arguments: cases, Engine.available)
  func whatLiesOutsideRegularHoursCountsAsOvertime(_ example: Case, _ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let worked = try WorkedStretches(example.stretches)
      let date = day(example.date)
      let counted = try await office.enter(.worked(worked, isSpecial: false, reason: "国会"), on: date)
      #expect(counted == example.overtime)
      let kept = try await office.declarations(on: date)
      #expect(kept.map(\.length) == [example.overtime])
      #expect(kept.map(\.stretches) == [worked.all])
      #expect(try await office.totalsAreRight(of: 1, [WorkingTimeOffice.april]))
    }
  }

  @Test(arguments: Engine.available)
  func nobodyWorksTwiceAtTheSameTime(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let night = try WorkedStretches([time(22)..<time(30)])
      try await office.enter(.worked(night, isSpecial: false, reason: "国会"), on: day("2026-04-01"))
      let morning = try WorkedStretches([time(5)..<time(9)])
      await #expect(throws: DayCorrection.Refusal.overlapping(day("2026-04-01"), night)) {
        try await office.enter(.worked(morning, isSpecial: false, reason: "国会"), on: day("2026-04-02"))
      }
      // Once the night is corrected, the morning may stand.
      let shorter = try WorkedStretches([time(22)..<time(29)])
      try await office.enter(.worked(shorter, isSpecial: false, reason: "訂正"), on: day("2026-04-01"))
      try await office.enter(.worked(morning, isSpecial: false, reason: "国会"), on: day("2026-04-02"))
      #expect(
        try await office.declarations(on: day("2026-04-01")).map(\.stretches) == [night.all, shorter.all]
      )
      #expect(try await office.declarations(on: day("2026-04-02")).map(\.stretches) == [morning.all])
    }
  }

  @Test(arguments: Engine.available)
  func declarationsOfSeveralPeopleStayApart(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let date = day("2026-04-01")
      let two = try WorkedStretches([time(18, 15)..<time(19), time(20)..<time(21)])
      try await office.enter(.worked(two, isSpecial: false, reason: "一"), on: date, by: 1)
      try await office.enter(.overtime(length: Minutes(30), isSpecial: true, reason: "二"), on: date, by: 2)
      try await office.enter(.overtime(length: Minutes(40), isSpecial: false, reason: "三"), on: date, by: 3)
      let found = try await office.database.read { connection in
        try OvertimeRecords.declarations(
          of: [RecordID(1), RecordID(2), RecordID(4)],
          in: date...date,
          on: connection
        )
      }
      #expect(Set(found.keys) == [RecordID(1), RecordID(2)])
      #expect(found[RecordID(1)]?.map(\.stretches) == [two.all])
      #expect(found[RecordID(2)]?.map(\.amount) == [.length(Minutes(30))])
    }
  }
}

extension WorkingTimeOffice {
  fileprivate func declarations(on date: CivilDate) async throws -> [OvertimeDeclaration] {
    try await database.read { try OvertimeRecords.declarations(of: RecordID(1), in: date...date, on: $0) }
  }
}
