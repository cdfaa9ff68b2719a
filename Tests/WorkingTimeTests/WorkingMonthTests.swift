import CivilTime
import Schedules
import Store
import Testing

@testable import WorkingTime

@Suite struct WorkingMonthTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let date: String
    let records: [(Punch.Kind, ClockTime)]
    let overtime: Int?
    let expected: [WorkingDay.Oddity]

    init(
      _ name: String,
      _ date: String,
      _ records: [(Punch.Kind, ClockTime)],
      overtime: Int? = nil,
      _ expected: [WorkingDay.Oddity]
    ) {
      testDescription = name
      self.date = date
      self.records = records
      self.overtime = overtime
      self.expected = expected
    }
  }

  /// The days are read on 22 April; the person was in service from the 1st to the 20th.
  static let oddities = [
    Case("nothing on a duty day", "2026-04-01", [], [.noRecord]),
    Case("nothing on a Saturday", "2026-04-04", [], []),
    Case("nothing after leaving", "2026-04-21", [], []),
    Case("a plain day", "2026-04-01", [(.arrival, time(9)), (.departure, time(18))], []),
    Case("only gone", "2026-04-01", [(.departure, time(18))], [.noArrival]),
    Case("only come", "2026-04-01", [(.arrival, time(9))], [.noDeparture]),
    Case(
      "come twice",
      "2026-04-01",
      [(.arrival, time(9)), (.arrival, time(9, 1)), (.departure, time(18))],
      [.twoArrivals]
    ),
    Case(
      "out and in again",
      "2026-04-01",
      [(.arrival, time(9)), (.departure, time(12)), (.arrival, time(13)), (.departure, time(18))],
      []
    ),
    Case(
      "gone before come",
      "2026-04-01",
      [(.departure, time(8)), (.arrival, time(9))],
      [.departureBeforeArrival]
    ),
    Case(
      "in again and never out",
      "2026-04-01",
      [(.arrival, time(9)), (.departure, time(12)), (.arrival, time(13))],
      [.noLastDeparture]
    ),
    Case(
      "in again and still there today",
      "2026-04-22",
      [(.arrival, time(9)), (.departure, time(12)), (.arrival, time(13))],
      [.afterLeaving]
    ),
    Case("the first day in service", "2026-04-01", [], overtime: 30, [.noRecord]),
    Case("before hiring", "2026-03-31", [(.arrival, time(9)), (.departure, time(18))], [.beforeHiring]),
    Case("overtime declared before hiring", "2026-03-31", [], overtime: 30, [.beforeHiring]),
    Case("overtime withdrawn before hiring", "2026-03-31", [], overtime: 0, []),
    Case("nothing before hiring", "2026-03-31", [], []),
    Case("after leaving", "2026-04-21", [(.arrival, time(9)), (.departure, time(18))], [.afterLeaving]),
    Case("overtime declared after leaving", "2026-04-21", [], overtime: 30, [.afterLeaving]),
    Case("still there today", "2026-04-22", [(.arrival, time(9))], [.afterLeaving]),
  ]

  @Test(arguments: oddities)
  func whatLooksOddIsTold(_ one: Case) {
    #expect(Self.read(one.date, one.records, overtime: one.overtime)?.oddities == one.expected)
  }

  @Test func everyOddityIsInTheTable() {
    #expect(Set(Self.oddities.flatMap(\.expected)) == Set(WorkingDay.Oddity.allCases))
  }

  @Test func todayIsNotMissedYetAndCancelledRecordsDoNotCount() {
    let today = day("2026-04-15")
    let cancelled = Self.punch("2026-04-14", .arrival, time(9), cancelled: true)
    let month = Self.month([cancelled, Self.punch("2026-04-15", .arrival, time(9))], today: today)
    let found = month.days.filter { $0.date >= day("2026-04-14") && $0.date <= day("2026-04-16") }
    #expect(found.map(\.oddities) == [[.noRecord], [], []])
    #expect(month.recordedDays == 1)
  }

  struct Presence: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let date: String
    let start: ClockTime
    let end: ClockTime
    let overtime: Int?
    let gap: Int
    let rest: Int

    init(
      _ name: String,
      _ date: String,
      _ start: ClockTime,
      _ end: ClockTime,
      overtime: Int? = nil,
      gap: Int,
      rest: Int
    ) {
      testDescription = name
      self.date = date
      self.start = start
      self.end = end
      self.overtime = overtime
      self.gap = gap
      self.rest = rest
    }
  }

  static let presences = [
    Presence("the regular hours", "2026-04-01", time(9, 30), time(18, 15), gap: 0, rest: 60),
    Presence("early and late", "2026-04-01", time(9), time(19), gap: 75, rest: 60),
    Presence("within", "2026-04-01", time(10), time(12, 30), gap: 0, rest: 30),
    Presence("before only", "2026-04-01", time(7), time(9), gap: 120, rest: 0),
    Presence("after only", "2026-04-01", time(19), time(21), gap: 120, rest: 0),
    Presence("29 minutes", "2026-04-01", time(9, 30), time(18, 44), gap: 29, rest: 60),
    Presence("30 minutes", "2026-04-01", time(9, 30), time(18, 45), gap: 30, rest: 60),
    Presence("half declared", "2026-04-01", time(9, 30), time(20, 15), overtime: 60, gap: 60, rest: 60),
    Presence("more declared", "2026-04-01", time(9, 30), time(18, 15), overtime: 60, gap: -60, rest: 60),
    Presence("Saturday", "2026-04-04", time(10), time(15), gap: 240, rest: 60),
    Presence("Saturday of regular hours", "2026-04-04", time(9, 30), time(18, 15), gap: 465, rest: 60),
    Presence("regular hours of a holiday", "2026-04-29", time(9, 30), time(18, 15), gap: 0, rest: 60),
    Presence("regular hours of the year's end", "2026-12-29", time(9, 30), time(18, 15), gap: 0, rest: 60),
    Presence("part of a holiday", "2026-04-29", time(13), time(15), gap: 0, rest: 0),
    Presence("longer on a holiday", "2026-04-29", time(9), time(20, 15), overtime: 90, gap: 60, rest: 60),
    Presence("holiday on a Sunday", "2026-05-03", time(10), time(15), gap: 240, rest: 60),
    Presence("over midnight", "2026-04-03", time(9, 30), time(25, 30), gap: 435, rest: 60),
  ]

  @Test(arguments: presences)
  func presenceOutsideRegularHoursLeavesAGap(_ one: Presence) {
    let found = Self.read(one.date, [(.arrival, one.start), (.departure, one.end)], overtime: one.overtime)
    #expect(found?.gap == Minutes(one.gap))
    #expect(found?.breakLength == Minutes(one.rest))
    #expect(found?.hasWideGap == (one.gap >= 30))
  }

  @Test func theCalendarKnowsWeekendsAndHolidays() {
    let word = { (date: String) in Self.read(date, [])?.allotment.japanese }
    #expect(word("2026-04-04") == "週休日")
    #expect(word("2026-04-29") == "休日 昭和の日")
    #expect(word("2026-12-29") == "休日 年末年始の休日")
    #expect(word("2026-05-03") == "週休日")
    #expect(word("2026-04-30") == "勤務日")
  }

  @Test func aHolidayIsNamedAndAsksForNothing() {
    let came = [(Punch.Kind.arrival, time(9, 30)), (.departure, time(18, 15))]
    let holiday = Self.read("2026-04-29", came)
    #expect(holiday.map { MonthWords.allotment($0.allotment) } == "休日 昭和の日")
    #expect(holiday?.hasWideGap == false)
    #expect(Self.read("2026-04-29", [])?.oddities == [])
  }

  private static func read(
    _ date: String,
    _ records: [(Punch.Kind, ClockTime)],
    overtime: Int? = nil
  ) -> WorkingDay? {
    let declared = overtime.map { minutes in
      OvertimeDeclaration(
        id: RecordID(1),
        date: day(date),
        amount: .length(Minutes(minutes)),
        isSpecial: false,
        reason: "業務",
        recordedAt: instant(date, 20)
      )
    }
    let punches = records.map { punch(date, $0, $1) }
    let read = month(punches, overtime: declared.map { [$0] } ?? [], in: day(date).yearMonth)
    return read.days.first { $0.date == day(date) }
  }

  private static func month(
    _ punches: [Punch],
    overtime: [OvertimeDeclaration] = [],
    in month: YearMonth = WorkingTimeOffice.april,
    today: CivilDate = day("2026-04-22")
  ) -> WorkingMonth {
    WorkingMonth(
      month: month,
      punches: punches,
      overtime: overtime,
      service: day("2026-04-01")...day("2026-04-20"),
      today: today,
      allotments: Allotments()
    )
  }

  private static func punch(
    _ date: String,
    _ kind: Punch.Kind,
    _ time: ClockTime,
    cancelled: Bool = false
  ) -> Punch {
    Punch(
      id: RecordID(1),
      employee: RecordID(1),
      workDate: day(date),
      time: time,
      kind: kind,
      source: .card,
      recordedAt: instant(date, 9),
      cancelledAt: cancelled ? instant(date, 9, 1) : nil
    )
  }
}
