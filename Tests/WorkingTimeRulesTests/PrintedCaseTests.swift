import CivilTime
import TestSupport
import Testing
import WorkingTimeRules

/// Cases of pay, limits and rest that are printed in the collection of rules and stand in no other table.
struct PrintedCaseTests {
  static func moment(_ text: String) -> WorkMoment { WorkMoment(iso: text) ?? WorkMoment(minuteNumber: 0) }

  /// What a month's work adds up to: weekday evenings of three hours from 18:15, then the stretches of the case.
  struct MonthCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let evenings: Int
    let stretches: [(from: String, to: String)]
    let overtime: Minutes
    var holidayWork = Minutes.zero
  }

  // May 2026: the 6th is a holiday, a Wednesday; the 9th and 10th, 16th and 17th, 23rd and 24th are off.
  static let months = [
    MonthCase(
      testDescription: "C22: Saturdays without a swap count toward the limits",
      evenings: 16,
      stretches: [("2026-05-09T09:00", "2026-05-09T18:00"), ("2026-05-16T09:00", "2026-05-16T18:00")],
      overtime: Minutes(hours: 48 + 18)
    ),
    MonthCase(
      testDescription: "C23: the regular hours of a holiday do not",
      evenings: 13,
      stretches: [("2026-05-06T09:30", "2026-05-06T18:15")],
      overtime: Minutes(hours: 39),
      holidayWork: Minutes(hours: 7, minutes: 45)
    ),
    MonthCase(
      testDescription: "C24: what follows them does",
      evenings: 14,
      stretches: [("2026-05-06T18:15", "2026-05-06T22:15")],
      overtime: Minutes(hours: 46)
    ),
  ]

  @Test(arguments: months)
  func whatCountsTowardTheLimitsFollowsFromTheDay(_ example: MonthCase) {
    let calendar = DutyCalendar()
    let duty = YearMonth(index: 2026 * 12 + 4).days.filter(calendar.isDutyDay).prefix(example.evenings)
    let evenings = duty.map { day in
      WorkMoment(
        day,
        DayHours.headOffice.span.upperBound
      )..<WorkMoment(day, DayHours.headOffice.span.upperBound)
        .advanced(by: Minutes(hours: 3))
    }
    let others = example.stretches.map { Self.moment($0.from)..<Self.moment($0.to) }
    var counter = PayCounter { date in
      if date.weekday.isWeekend { return .off }
      return calendar.isHoliday(date) ? .holiday(.headOffice) : .duty(.headOffice)
    }
    for stretch in (evenings + others).sorted(by: { $0.lowerBound < $1.lowerBound }) { counter.add(stretch) }
    #expect(counter.minutes.overtime == example.overtime)
    #expect(counter.minutes[.holiday135] == example.holidayWork)
  }

  @Test func onlyOvertimeCountsTowardSixtyHours() {
    // P14: 40 hours of overtime and 21 of holiday work.
    let running = Minutes(hours: 40)
    var counter = PayCounter(running: running) { _ in .holiday(.headOffice) }
    counter.add(Self.moment("2026-05-04T09:30")..<Self.moment("2026-05-04T18:15"))
    counter.add(Self.moment("2026-05-05T09:30")..<Self.moment("2026-05-05T18:15"))
    counter.add(Self.moment("2026-05-06T09:30")..<Self.moment("2026-05-06T15:00"))
    #expect(
      counter.minutes[.holiday135] == Minutes(hours: 7, minutes: 45) * 2 + Minutes(hours: 4, minutes: 30)
    )
    #expect(counter.minutes[.over60Hours150] == .zero)
    #expect(counter.minutes.overtime == .zero)
  }

  @Test func shortHoursAreFilledUpFirst() throws {
    // P15: five hours of duty, three hours more.
    let clock = { (hour: Int) in try #require(ClockTime(hour: hour, minute: 0)) }
    let short = try #require(DayHours(clock(9)..<clock(15), breaks: [clock(12)..<clock(13)]))
    var counter = PayCounter { _ in .shortDuty(short) }
    counter.add(Self.moment("2026-11-17T15:00")..<Self.moment("2026-11-17T18:00"))
    #expect(counter.minutes[.shortTime100] == Minutes(hours: 2, minutes: 45))
    #expect(counter.minutes[.overtime125] == Minutes(15))
  }

  @Test(arguments: [(125, 2_233), (135, 2_412), (150, 2_680), (160, 2_859), (175, 3_127)])
  func anHourIsRoundedOnceAtItsEnd(percent: Int, yen: Int) throws {
    // P19: 250,000 yen and an area allowance of 50,000.
    #expect(try #require(HourlyAmount(monthly: 300_000)).hour(at: percent) == yen)
  }

  @Test func noPayIsBelowNought() {
    #expect(HourlyAmount(monthly: -1) == nil)
    #expect(HourlyAmount(monthly: 0)?.hour(at: 125) == 0)
  }

  @Test(arguments: 1...660)
  func aShortRestIsAdviceAndNeverAViolation(minutes: Int) throws {
    // I07: whatever the length.
    let end = Self.moment("2026-11-17T22:30")
    let rest = try #require(RestInterval(from: end, to: end.advanced(by: Minutes(minutes))))
    #expect(!rest.explanation.contains("違反"))
    #expect(rest.explanation.contains("目安"))
  }
}
