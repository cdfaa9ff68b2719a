import CivilTime
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
    Case("5:00", .departure, "2026-04-02", time(5), open: "2026-04-01", is: ("2026-04-02", time(5))),
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
}
