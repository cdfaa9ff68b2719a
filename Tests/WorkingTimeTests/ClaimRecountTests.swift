import CivilTime
import Site
import Store
import Testing
import TestSupport
import WorkingTimeRules

@testable import Schedules
@testable import WorkingTime

/// What becomes of claims when the hours of their days change afterwards.
@Suite struct ClaimRecountTests {
  /// 17:15–19:15 of a Thursday: an hour of overtime by the usual day, two by an early one.
  private static let thursday = day("2026-04-02")
  private static let early = DayHours(time(8, 30)..<time(17, 15), breaks: [time(12)..<time(13)])

  private static func claim(_ office: WorkingTimeOffice, by person: Int64 = 1) async throws {
    let worked = try WorkedStretches([time(17, 15)..<time(19, 15)])
    try await office.enter(.worked(worked, isSpecial: false, reason: "国会"), on: thursday, by: person)
  }

  private static func lengths(_ office: WorkingTimeOffice, of person: Int64 = 1) async throws -> [Int] {
    try await office.database.read { connection in
      try OvertimeRecords.declarations(of: RecordID(person), in: thursday...thursday, on: connection)
        .map(\.length.count)
    }
  }

  private static func total(_ office: WorkingTimeOffice, of person: Int64 = 1) async throws -> Int? {
    try await office.database.read { connection in
      let april = WorkingTimeOffice.april
      let totals = try MonthTotalRecords.totals(
        of: [RecordID(person)],
        from: april,
        to: april,
        on: connection
      )
      return totals[RecordID(person)]?.first?.overtime.count
    }
  }

  private static func follow(
    _ employee: Int64?,
    from: CivilDate? = nil,
    _ office: WorkingTimeOffice
  ) async throws {
    let change = HoursFollower.Change(
      of: employee.map { .person(RecordID($0)) }
        ?? .everybody(from: from ?? OfficeZone.date(of: office.clock.now())),
      at: office.clock.now(),
      account: 2,
      ids: office.ids
    )
    try await office.database.write { try ClaimRecount.follower.follow(change, $0) }
  }

  private static func chooseEarly(_ office: WorkingTimeOffice, for person: Int64) async throws {
    let hours = try #require(early)
    let pattern = WorkPattern(
      id: office.ids.next(),
      employer: RecordID(1),
      kind: .earlyLate,
      name: "早出A",
      days: Dictionary(uniqueKeysWithValues: WorkPattern.weekdays.map { ($0, hours) })
    )
    let choice = PatternChoice(
      id: office.ids.next(),
      pattern: pattern,
      from: thursday,
      to: thursday,
      reason: "訂正",
      recordedAt: office.clock.now()
    )
    try await office.database.write { connection in
      try PatternRecords.append(pattern, at: office.clock.now(), account: 2, on: connection)
      try PatternRecords.append(choice, of: RecordID(person), account: 2, on: connection)
    }
  }

  @Test(arguments: Engine.available)
  func aPastDayThatWasEarlyCountsAnewBesideWhatWasClaimed(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-05-11", 10))
      try await Self.claim(office, by: 1)
      try await Self.claim(office, by: 2)
      try await Self.chooseEarly(office, for: 1)
      try await Self.follow(1, office)
      #expect(try await Self.lengths(office) == [60, 120])
      #expect(try await Self.total(office) == 120)
      #expect(try await Self.lengths(office, of: 2) == [60])
      // Nothing is different any more.
      try await Self.follow(1, office)
      #expect(try await Self.lengths(office) == [60, 120])
      #expect(try await office.totalsAreRight(of: 1, [WorkingTimeOffice.april]))
    }
  }

  @Test(arguments: Engine.available)
  func aClaimAheadFollowsTheEmployersNewDay(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-03-30", 10))
      try await Self.claim(office)
      try await Self.fixEarlyDay(office)
      try await Self.follow(nil, office)
      #expect(try await Self.lengths(office) == [60, 120])
      #expect(try await Self.total(office) == 120)
    }
  }

  private static func fixEarlyDay(_ office: WorkingTimeOffice) async throws {
    let standard = StandardDay(
      id: office.ids.next(),
      employer: RecordID(1),
      from: day("2026-04-01"),
      hours: try #require(early)
    )
    try await office.database.write { connection in
      try StandardDayRecords.append(
        standard,
        reason: "改定",
        at: office.clock.now(),
        account: 2,
        on: connection
      )
    }
  }

  @Test(arguments: Engine.available)
  func theDayThatAnEmployerHadAllAlongReachesEverybodysPastClaims(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-05-11", 10))
      for person in [1, 2, 3] as [Int64] { try await Self.claim(office, by: person) }
      try await Self.fixEarlyDay(office)
      try await Self.follow(nil, from: Self.thursday.adding(days: 1), office)
      #expect(try await Self.lengths(office) == [60], "the day before is not looked at")
      try await Self.follow(nil, from: day("2020-04-01"), office)
      for person in [1, 2, 3] as [Int64] {
        #expect(try await Self.lengths(office, of: person) == [60, 120])
        #expect(try await office.totalsAreRight(of: person, [WorkingTimeOffice.april]))
      }
    }
  }

  @Test(arguments: Engine.available, [("2026-04-01", [120, 60]), ("2026-05-11", [120])])
  func aClaimSinksOnlyWhileItsDayIsAhead(
    _ engine: Engine,
    _ one: (today: String, lengths: [Int])
  ) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant(one.today, 10))
      try await Self.chooseEarly(office, for: 1)
      try await Self.claim(office)
      let choice = PatternChoice(
        id: office.ids.next(),
        pattern: nil,
        from: Self.thursday,
        to: Self.thursday,
        reason: "標準に戻す",
        recordedAt: office.clock.now()
      )
      try await office.database.write { connection in
        try PatternRecords.append(choice, of: RecordID(1), account: 2, on: connection)
      }
      try await Self.follow(1, office)
      #expect(try await Self.lengths(office) == one.lengths)
    }
  }

  @Test(arguments: Engine.available)
  func aLengthAloneIsLeftAsItIs(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-05-11", 10))
      let entry = DayCorrection.Entry.overtime(length: Minutes(60), isSpecial: false, reason: "国会")
      try await office.enter(entry, on: Self.thursday)
      try await Self.chooseEarly(office, for: 1)
      try await Self.follow(1, office)
      #expect(try await Self.lengths(office) == [60])
    }
  }
}
