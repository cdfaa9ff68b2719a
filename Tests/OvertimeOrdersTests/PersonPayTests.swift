import CivilTime
import Schedules
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

@Suite struct PersonPayTests {
  /// A month of claims and what each class comes to, in minutes: the cases of group P.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let claims: [(date: String, minutes: Range<Int>)]
    let expected: [PayClass: Int]

    init(_ name: String, _ claims: [(date: String, minutes: Range<Int>)], _ expected: [PayClass: Int]) {
      testDescription = name
      self.claims = claims
      self.expected = expected
    }
  }

  static let cases = [
    Case("P01", [("2026-11-17", 1095..<1275)], [.overtime125: 180]),
    Case("P02", [("2026-11-17", 1095..<1395)], [.overtime125: 225, .overtime150Night: 75]),
    Case("P03", [("2026-11-17", 1095..<1575)], [.overtime125: 225, .overtime150Night: 255]),
    Case("P06", [("2026-11-21", 1200..<1380)], [.overtime135: 120, .overtime160Night: 60]),
    Case("P08: the regular hours of a holiday", [("2026-11-23", 570..<1095)], [.holiday135: 465]),
    Case("outside them", [("2026-11-23", 1095..<1215)], [.overtime135: 120]),
    Case(
      "P21: from Friday into an off-day",
      [("2026-11-20", 1095..<1500)],
      [.overtime125: 225, .overtime150Night: 120, .overtime160Night: 60]
    ),
    Case(
      "the end of the month's last night is paid with the next",
      [("2026-11-30", 1095..<1500)],
      [.overtime125: 225, .overtime150Night: 120]
    ),
    Case("the night before the month", [("2026-10-31", 1380..<1500)], [.overtime160Night: 60]),
    Case("regular hours of a duty day are no overtime", [("2026-11-17", 570..<1155)], [.overtime125: 60]),
  ]

  @Test(arguments: cases)
  func minutesFallIntoTheirClasses(_ one: Case) throws {
    let pay = try Self.pay(one.claims)
    let found = Dictionary(uniqueKeysWithValues: pay.total.nonZero.map { ($0.payClass, $0.minutes.count) })
    #expect(found == one.expected)
  }

  @Test func beyondSixtyHoursTheHigherRatesApplyInOrderOfTime() throws {
    // P13: 50 hours on weekday evenings, then 12 hours on a Saturday.
    let evenings = [2, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map { day in
      (date: "2026-11-\(day < 10 ? "0" : "")\(day)", minutes: 1095..<1305)
    }
    let rest = [(date: "2026-11-24", minutes: 1095..<1155)]
    let saturday = [(date: "2026-11-28", minutes: 480..<1200)]
    let pay = try Self.pay(evenings + rest + saturday)
    #expect(pay.total[.overtime125] == Minutes(hours: 50))
    #expect(pay.total[.overtime135] == Minutes(hours: 10))
    #expect(pay.total[.over60Hours150] == Minutes(hours: 2))
    #expect(pay.excess == ExcessOvertime(onDutyDays: .zero, onOffDays: Minutes(hours: 2)))
  }

  struct Rounding: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let minutes: Int
    let hours: Int
  }

  @Test(arguments: [
    Rounding(testDescription: "nothing", minutes: 0, hours: 0),
    .init(testDescription: "below half an hour", minutes: 29, hours: 0),
    .init(testDescription: "half an hour", minutes: 30, hours: 1),
    .init(testDescription: "P16", minutes: 749, hours: 12),
    .init(testDescription: "P17", minutes: 750, hours: 13),
    .init(testDescription: "P18 at 125", minutes: 620, hours: 10),
    .init(testDescription: "P18 at 150", minutes: 105, hours: 2),
  ])
  func theMonthOfAClassIsRoundedToHours(_ one: Rounding) {
    #expect(PaidHours(rounding: Minutes(one.minutes)).count == one.hours)
  }

  @Test func aLengthAloneIsPutAfterRegularHoursOrFromTheFirstArrivalAndSaidToBeEstimated() throws {
    let claims = [
      Self.claim("2026-11-17", .length(Minutes(300))), Self.claim("2026-11-21", .length(Minutes(120))),
      Self.claim("2026-11-22", .length(Minutes(120))),
    ]
    let pay = PersonPay(
      OrdersOffice.month,
      claims: claims,
      allotments: Allotments(),
      firstArrivals: [day("2026-11-21"): time(21)],
      isManagerial: { _ in false }
    )
    #expect(pay.day(day("2026-11-17"))?.minutes[.overtime150Night] == Minutes(75))
    #expect(pay.day(day("2026-11-21"))?.minutes[.overtime160Night] == Minutes(60))
    #expect(pay.day(day("2026-11-22"))?.minutes[.overtime135] == Minutes(120))
    #expect(pay.days.allSatisfy { $0.isEstimated })
  }

  @Test func aManagerialPostHasNoAllowanceFromItsDayOnButIsShown() throws {
    // P20.
    let claims = try [
      Self.claim("2026-11-10", .stretches(worked(1095..<1155), overtime: Minutes(60))),
      Self.claim("2026-11-17", .stretches(worked(1095..<1275), overtime: Minutes(180))),
    ]
    let pay = PersonPay(
      OrdersOffice.month,
      claims: claims,
      allotments: Allotments(),
      firstArrivals: [:],
      isManagerial: { $0 >= day("2026-11-16") }
    )
    #expect(pay.total.overtime == Minutes(60))
    #expect(pay.unpaid == Minutes(180))
    #expect(pay.day(day("2026-11-17"))?.minutes == .zero)
  }

  /// Month after month of claims drawn at random, against a count of every single minute.
  @Test(arguments: [UInt64](1...40))
  func theClassesAgreeWithACountMinuteByMinute(_ seed: UInt64) throws {
    var chance = Randomness(seed: seed)
    var claims: [(date: String, minutes: Range<Int>)] = []
    for day in 1...30 where Bool.random(using: &chance) {
      let start = Int.random(in: 300..<1300, using: &chance)
      let end = min(start + Int.random(in: 1..<700, using: &chance), 1739)
      claims.append(("2026-11-\(day < 10 ? "0" : "")\(day)", start..<end))
    }
    let pay = try Self.pay(claims)
    let counted = MinuteCount(claims: claims)
    for payClass in PayClass.allCases {
      #expect(pay.total[payClass].count == counted.minutes[payClass, default: 0], "\(payClass)")
    }
  }

  static func claim(_ date: String, _ amount: OvertimeDeclaration.Amount) -> OvertimeDeclaration {
    OvertimeDeclaration(
      id: RecordID(Int64(day(date).dayNumber)),
      date: day(date),
      amount: amount,
      isSpecial: false,
      reason: "",
      recordedAt: OrdersOffice.now
    )
  }

  static func pay(_ claims: [(date: String, minutes: Range<Int>)]) throws -> PersonPay {
    PersonPay(
      OrdersOffice.month,
      claims: try claims.map { claim($0.date, .stretches(try worked($0.minutes), overtime: .zero)) },
      allotments: Allotments(),
      firstArrivals: [:],
      isManagerial: { _ in false }
    )
  }
}

/// The classes of a month counted minute by minute, from the law's words alone.
private struct MinuteCount {
  private(set) var minutes: [PayClass: Int] = [:]

  init(claims: [(date: String, minutes: Range<Int>)]) {
    var running = 0
    // Stretches may overlap where a night reaches into a morning; the earlier one is counted first.
    for claim in claims.sorted(by: { $0.date < $1.date }) {
      for minute in claim.minutes {
        let date = day(claim.date).adding(days: minute / 1440)
        guard date.yearMonth == OrdersOffice.month else { continue }
        add(minute % 1440, of: date, &running)
      }
    }
  }

  private mutating func add(_ minute: Int, of date: CivilDate, _ running: inout Int) {
    let isNight = minute < 300 || minute >= 1320
    let isOff = date.weekday.isWeekend
    let isHoliday = !isOff && HolidayCalendar.holiday(on: date) != nil
    let isRegular = !isOff && (570..<1095).contains(minute)
    if isRegular {
      if isHoliday, !(720..<780).contains(minute) { minutes[.holiday135, default: 0] += 1 }
      return
    }
    running += 1
    let payClass: PayClass =
      switch (running > 3600, isOff || isHoliday, isNight) {
      case (true, _, false): .over60Hours150
      case (true, _, true): .over60Hours175Night
      case (false, true, false): .overtime135
      case (false, true, true): .overtime160Night
      case (false, false, false): .overtime125
      case (false, false, true): .overtime150Night
      }
    minutes[payClass, default: 0] += 1
  }
}
