import CivilTime
import Store
import Testing

@testable import WorkingTime

@Suite struct DutySpanTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let spans: [DutySpan]
    let expected: RestCount

    init(_ name: String, _ spans: [DutySpan], all: Int, sufficient: Int) {
      testDescription = name
      self.spans = spans
      expected = RestCount(all: all, sufficient: sufficient)
    }
  }

  static func span(_ date: String, _ start: ClockTime?, _ end: ClockTime?) -> DutySpan {
    DutySpan(date: day(date), start: start, end: end)
  }

  static let first = span("2026-04-01", time(9), time(22))

  static let cases = [
    Case("11:00", [first, span("2026-04-02", time(9), nil)], all: 1, sufficient: 1),
    Case("10:59", [first, span("2026-04-02", time(8, 59), nil)], all: 1, sufficient: 0),
    Case("days off", [first, span("2026-04-06", time(5), time(9))], all: 1, sufficient: 1),
    Case(
      "after midnight, 7:30",
      [span("2026-04-01", time(9), time(25, 30)), span("2026-04-02", time(9), nil)],
      all: 1,
      sufficient: 0
    ),
    Case(
      "end missing",
      [span("2026-04-01", time(9), nil), span("2026-04-02", time(9), nil)],
      all: 0,
      sufficient: 0
    ),
    Case("start missing", [first, span("2026-04-02", nil, time(18))], all: 0, sufficient: 0),
    Case(
      "began before the end",
      [span("2026-04-01", time(9), time(26)), span("2026-04-02", time(1), nil)],
      all: 0,
      sufficient: 0
    ),
    Case("ends in the next month", [first, span("2026-05-01", time(9), nil)], all: 0, sufficient: 0),
    Case(
      "began in the month before",
      [span("2026-03-31", time(9), time(23)), span("2026-04-01", time(9), nil)],
      all: 1,
      sufficient: 0
    ),
    Case("one duty", [first], all: 0, sufficient: 0),
  ]

  @Test(arguments: cases)
  func restsAreCountedWhereTheyEnd(_ one: Case) {
    #expect(DutySpan.rests(between: one.spans, endingIn: WorkingTimeOffice.april) == one.expected)
  }

  @Test func theNewestDeclarationOfADayCounts() {
    let sum = OvertimeSum([
      declared("2026-04-01", 120, special: true), declared("2026-04-02", 30), declared("2026-04-01", 45),
    ])
    #expect(sum.length == Minutes(75))
    #expect(!sum.isSpecial)
    #expect(OvertimeSum([declared("2026-04-01", 1, special: true)]).isSpecial)
    #expect(!OvertimeSum([declared("2026-04-01", 0, special: true)]).isSpecial)
    #expect(OvertimeSum([]).length == .zero)
  }

  private func declared(_ date: String, _ minutes: Int, special: Bool = false) -> OvertimeDeclaration {
    OvertimeDeclaration(
      id: RecordID(1),
      date: day(date),
      amount: .length(Minutes(minutes)),
      isSpecial: special,
      reason: "業務",
      recordedAt: instant("2026-04-02", 9)
    )
  }
}
