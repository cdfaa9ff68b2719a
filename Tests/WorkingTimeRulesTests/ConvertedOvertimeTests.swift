import CivilTime
import Testing
import WorkingTimeRules

/// For which overtime beyond 60 hours time off was designated (給与法第16条第4項).
struct ConvertedOvertimeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let excess: ExcessOvertime
    let off: Int
    /// On duty days, on off-days, of short-time staff.
    let expected: [Int]
  }

  static func excess(_ onDutyDays: Int, _ onOffDays: Int = 0, _ withinFullDay: Int = 0) -> ExcessOvertime {
    ExcessOvertime(
      onDutyDays: Minutes(onDutyDays),
      onOffDays: Minutes(onOffDays),
      withinFullDay: Minutes(withinFullDay)
    )
  }

  static let cases = [
    Case(testDescription: "nothing designated", excess: excess(990), off: 0, expected: [0, 0, 0]),
    Case(
      testDescription: "D01: four hours of 16 hours",
      excess: excess(960),
      off: 240,
      expected: [960, 0, 0]
    ),
    Case(testDescription: "four hours of more", excess: excess(1200), off: 240, expected: [960, 0, 0]),
    Case(testDescription: "a fraction keeps its pay", excess: excess(990), off: 247, expected: [988, 0, 0]),
    Case(testDescription: "D04: off-days alone", excess: excess(0, 1200), off: 180, expected: [0, 1200, 0]),
    Case(testDescription: "duty days first", excess: excess(400, 1200), off: 130, expected: [400, 200, 0]),
    Case(testDescription: "a third of a minute", excess: excess(10, 100), off: 17, expected: [10, 96, 0]),
    Case(testDescription: "short time last", excess: excess(400, 0, 600), off: 240, expected: [400, 0, 280]),
    Case(testDescription: "less claimed since", excess: excess(100, 50), off: 240, expected: [100, 50, 0]),
  ]

  @Test(arguments: cases) func timeOffStandsForTheOvertimeThatItIsWorth(_ one: Case) {
    let offer = TimeOffInLieu(month: YearMonth(index: 2026 * 12 + 9), excess: one.excess)
    let converted = offer.converted(for: Minutes(one.off))
    let found = [converted.onDutyDays, converted.onOffDays, converted.withinFullDay]
    #expect(found == one.expected.map { Minutes($0) })
    #expect(converted.nonZero.map(\.minutes) == one.expected.filter { $0 > 0 }.map { Minutes($0) })
  }

  @Test func eachClassHasItsOwnSupplement() {
    let offer = TimeOffInLieu(month: YearMonth(index: 2026 * 12 + 9), excess: Self.excess(1, 2, 3))
    #expect(offer.converted(for: Minutes(240)).nonZero.map(\.percent) == [25, 15, 50])
  }

  /// What is not paid is never worth more than the time off, and less than a minute of it is lost.
  @Test func nobodyPaysMoreThanTheTimeOff() {
    for (duty, off, short) in [(7, 13, 0), (100, 33, 5), (0, 401, 77), (999, 1, 3)] {
      let offer = TimeOffInLieu(month: YearMonth(index: 2026 * 12 + 9), excess: Self.excess(duty, off, short))
      for minutes in 0...offer.convertible.count {
        let worth = offer.converted(for: Minutes(minutes)).nonZero.reduce(0) {
          $0 + $1.percent * $1.minutes.count
        }
        #expect(worth <= minutes * 100 && worth > minutes * 100 - 50, "\(duty) \(off) \(short): \(minutes)")
      }
    }
  }
}
