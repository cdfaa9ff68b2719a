import CivilTime
import Foundation
import Markup
import Schedules
import Site
import Testing

@testable import WorkingTime

@Suite struct WorkDateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: Punch.Kind
    let date: String
    let time: ClockTime
    let open: String?
    let expected: (String, ClockTime)

    init(
      _ name: String,
      _ kind: Punch.Kind,
      _ date: String,
      _ time: ClockTime,
      open: String?,
      is expected: (String, ClockTime)
    ) {
      testDescription = name
      self.kind = kind
      self.date = date
      self.time = time
      self.open = open
      self.expected = expected
    }
  }

  static let cases = [
    Case("midnight", .departure, "2026-04-02", time(0), open: "2026-04-01", is: ("2026-04-01", time(24))),
    Case("4:59", .departure, "2026-04-02", time(4, 59), open: "2026-04-01", is: ("2026-04-01", time(28, 59))),
    Case("5:00", .departure, "2026-04-02", time(5), open: "2026-04-01", is: ("2026-04-01", time(29))),
    Case("9:29", .departure, "2026-04-02", time(9, 29), open: "2026-04-01", is: ("2026-04-01", time(33, 29))),
    Case("9:30", .departure, "2026-04-02", time(9, 30), open: "2026-04-01", is: ("2026-04-02", time(9, 30))),
    Case("arrival at 8", .arrival, "2026-04-02", time(8), open: "2026-04-01", is: ("2026-04-02", time(8))),
    Case("nobody there", .departure, "2026-04-02", time(1), open: nil, is: ("2026-04-02", time(1))),
    Case("came today", .departure, "2026-04-02", time(1), open: "2026-04-02", is: ("2026-04-02", time(1))),
    Case("two days ago", .departure, "2026-04-03", time(1), open: "2026-04-01", is: ("2026-04-03", time(1))),
    Case("early arrival", .arrival, "2026-04-02", time(1), open: "2026-04-01", is: ("2026-04-02", time(1))),
    Case("evening", .departure, "2026-04-01", time(18), open: "2026-04-01", is: ("2026-04-01", time(18))),
    Case(
      "month end",
      .departure,
      "2026-05-01",
      time(1, 30),
      open: "2026-04-30",
      is: ("2026-04-30", time(25, 30))
    ),
    Case("year end", .departure, "2027-01-01", time(2), open: "2026-12-31", is: ("2026-12-31", time(26))),
    Case("leap day", .departure, "2028-03-01", time(2), open: "2028-02-29", is: ("2028-02-29", time(26))),
  ]

  @Test(arguments: cases)
  func aMomentBelongsToItsDayOfWork(_ one: Case) {
    let found = WorkDateRule.workDate(of: one.kind, on: day(one.date), at: one.time, open: one.open.map(day))
    #expect(found.date == day(one.expected.0))
    #expect(found.time == one.expected.1)
  }

  struct Likely: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let time: ClockTime
    let open: String?
    let expected: Punch.Kind
  }

  /// On 2 April.
  static let likely = [
    Likely(testDescription: "nobody there", time: time(9), open: nil, expected: .arrival),
    Likely(testDescription: "since today", time: time(18), open: "2026-04-02", expected: .departure),
    Likely(
      testDescription: "since yesterday, at night",
      time: time(4, 59),
      open: "2026-04-01",
      expected: .departure
    ),
    Likely(
      testDescription: "since yesterday, at five",
      time: time(5),
      open: "2026-04-01",
      expected: .arrival
    ),
    Likely(testDescription: "forgotten yesterday", time: time(8, 50), open: "2026-04-01", expected: .arrival),
    Likely(testDescription: "forgotten before", time: time(1), open: "2026-03-31", expected: .arrival),
  ]

  @Test(arguments: likely)
  func thePageOffersFirstWhatIsLikely(_ one: Likely) throws {
    let open = one.open.map(day)
    #expect(WorkDateRule.likelyKind(on: day("2026-04-02"), at: one.time, open: open) == one.expected)
    let page = TodayPage(
      today: day("2026-04-02"),
      now: OfficeZone.instant(on: day("2026-04-02"), at: one.time),
      punches: [],
      allotments: Allotments(),
      openDay: open,
      more: [],
      formToken: "token",
      once: "once"
    )
    let text = page.content.body.text
    let arrival = try #require(text.range(of: "出勤を記録する"))
    let departure = try #require(text.range(of: "退勤を記録する"))
    #expect((departure.lowerBound < arrival.lowerBound) == (one.expected == .departure))
    #expect(text.contains("の退勤を入力する") == (one.expected == .arrival && one.open != nil))
  }
}
