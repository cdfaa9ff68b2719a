import CivilTime
import TestSupport
import Testing
import WorkingTimeRules

/// Cases W19–W21 and D of the rules: days off moved, and time off for overtime beyond 60 hours.
struct SwapAndTimeOffTests {
  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

  @Test func windowsAreCountedFromTheDayWorked() {
    #expect(
      DayShift.wholeDay.window(forWorkOn: Self.day("2026-10-10")) == Self.day(
        "2026-09-13"
      )...Self.day("2026-12-04")
    )
    #expect(
      DayShift.compensatoryDay.window(forWorkOn: Self.day("2026-05-06")).upperBound == Self.day("2026-06-30")
    )
  }

  @Test(arguments: [
    ("2026-10-14", "2026-10-09", nil),
    ("2026-10-14", "2026-10-12", DayShift.Fault.notBeforehand(deadline: day("2026-10-09"))),
    ("2026-10-10", "2026-10-01", .freedDayUnfit),
    ("2026-10-12", "2026-10-01", .freedDayUnfit),
    ("2026-12-07", "2026-10-01", .outsideWindow(day("2026-09-13")...day("2026-12-04"))),
  ])
  func aSwapIsArrangedBeforehandForADutyDayInTheWindow(
    _ freed: String,
    _ arrangedOn: String,
    _ fault: DayShift.Fault?
  ) {
    let found = DayShift.wholeDay.fault(
      worked: Self.day("2026-10-10"),
      freed: Self.day(freed),
      arrangedOn: Self.day(arrangedOn)
    )
    #expect(found == fault)
  }

  @Test func aFlextimeOffDayCanBeMovedAndAWorkingDayCannot() {
    let wednesday = Self.day("2026-06-10")
    let shift = { (offDays: Set<CivilDate>) in
      DayShift.wholeDay.fault(
        worked: wednesday,
        freed: Self.day("2026-06-12"),
        arrangedOn: Self.day("2026-06-01"),
        offDays: offDays
      )
    }
    #expect(shift([wednesday]) == nil)
    #expect(shift([]) == .workedDayUnfit)
    let before = Self.day("2025-03-26")
    let early = DayShift.wholeDay.fault(
      worked: before,
      freed: Self.day("2025-03-28"),
      arrangedOn: Self.day("2025-03-01"),
      offDays: [before]
    )
    #expect(early == .workedDayUnfit)
  }

  /// Against a model that counts each run of days anew.
  @Test(arguments: 0..<40)
  func offDaysLeftAreThoseOfEveryFourWeeks(_ seed: Int) {
    var random = Randomness(seed: UInt64(seed))
    let first = Self.day("2026-04-01")
    let duty = (0..<60).map { _ in Int.random(in: 0..<100, using: &random) < 86 + seed % 12 }
    let balance = OffDayBalance(first...first.adding(days: 59)) { duty[first.distance(to: $0)] }
    let fewDaysOff = (0...32).first { start in duty[start..<start + 28].filter { !$0 }.count < 4 }
    let longRun = (0..<36).first { start in duty[start..<start + 25].allSatisfy(\.self) }
    let starts = balance.faults.map { fault in
      switch fault {
      case .tooFewDaysOff(let from, _), .tooManyDutyDays(let from, _): first.distance(to: from)
      }
    }
    #expect(starts == [fewDaysOff, longRun].compactMap(\.self))
  }

  struct TimeOffCase: Sendable, CustomTestStringConvertible {
    let name: String
    let excess: ExcessOvertime
    let minutes: Int
    let fourHours: Int
    let fullDays: Int
    let leave: Int
    var testDescription: String { name }
  }

  static let timeOffCases = [
    TimeOffCase(
      name: "D01 16 hours on duty days",
      excess: ExcessOvertime(onDutyDays: Minutes(hours: 16)),
      minutes: 240,
      fourHours: 1,
      fullDays: 0,
      leave: 0
    ),
    TimeOffCase(
      name: "D04 20 hours on off-days, an hour of leave beside",
      excess: ExcessOvertime(onDutyDays: .zero, onOffDays: Minutes(hours: 20)),
      minutes: 180,
      fourHours: 0,
      fullDays: 0,
      leave: 60
    ),
    TimeOffCase(
      name: "31 hours give a full day",
      excess: ExcessOvertime(onDutyDays: Minutes(hours: 31)),
      minutes: 465,
      fourHours: 0,
      fullDays: 1,
      leave: 0
    ),
    TimeOffCase(
      name: "a fraction of a minute is not converted",
      excess: ExcessOvertime(onDutyDays: Minutes(961)),
      minutes: 240,
      fourHours: 1,
      fullDays: 0,
      leave: 0
    ),
    TimeOffCase(
      name: "short-time staff at 50/100",
      excess: ExcessOvertime(onDutyDays: .zero, withinFullDay: Minutes(hours: 8)),
      minutes: 240,
      fourHours: 1,
      fullDays: 0,
      leave: 0
    ),
    TimeOffCase(
      name: "nothing beyond 60 hours",
      excess: ExcessOvertime(onDutyDays: .zero),
      minutes: 0,
      fourHours: 0,
      fullDays: 0,
      leave: 0
    ),
  ]

  @Test(arguments: timeOffCases)
  func excessBecomesTimeOff(_ testCase: TimeOffCase) throws {
    let month = try #require(YearMonth(year: 2026, month: 4))
    let timeOff = TimeOffInLieu(month: month, excess: testCase.excess)
    #expect(timeOff.convertible == Minutes(testCase.minutes))
    #expect(timeOff.proposal.fourHours == testCase.fourHours)
    #expect(timeOff.proposal.fullDays == testCase.fullDays)
    #expect(timeOff.leaveForFourHours == Minutes(testCase.leave))
  }

  @Test func timeOffIsTakenInTheTwoMonthsAfter() throws {
    let april = try #require(YearMonth(year: 2026, month: 4))
    let timeOff = TimeOffInLieu(month: april, excess: ExcessOvertime(onDutyDays: Minutes(hours: 16)))
    #expect(timeOff.window == Self.day("2026-05-01")...Self.day("2026-06-30"))
    let december = TimeOffInLieu(month: april.adding(months: 8), excess: timeOff.excess)
    #expect(december.window == Self.day("2027-01-01")...Self.day("2027-02-28"))
  }

  /// The proposal leaves as little as any other way of taking the units.
  @Test(arguments: 0..<60)
  func noOtherWayLeavesLess(_ seed: Int) throws {
    let excess = ExcessOvertime(onDutyDays: Minutes(seed * 137))
    let month = try #require(YearMonth(year: 2026, month: 4))
    let timeOff = TimeOffInLieu(month: month, excess: excess)
    let least = (0...20).flatMap { halves in
      (0...20).map { timeOff.convertible.count - halves * 240 - $0 * 465 }
    }
    .filter { $0 >= 0 }.min()
    #expect(timeOff.proposal.left.count == least)
  }
}
