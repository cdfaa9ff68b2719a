import CivilTime
import Store
import Testing

@testable import Duties

@Suite("Periods of cycles, and due days")
struct CycleCalendarTests {
  struct Cut: Sendable, CustomTestStringConvertible {
    let cycle: Cycle
    let year: Int
    let periods: [(key: String, first: String, last: String)]

    var testDescription: String { "\(cycle) \(year)" }
  }

  static let cuts = [
    Cut(cycle: .fiscalYear, year: 2026, periods: [("2026", "2026-04-01", "2027-03-31")]),
    Cut(
      cycle: .half,
      year: 2026,
      periods: [("2026-h1", "2026-04-01", "2026-09-30"), ("2026-h2", "2026-10-01", "2027-03-31")]
    ),
    Cut(
      cycle: .evaluation,
      year: 2027,
      periods: [("2027-e1", "2027-04-01", "2027-09-30"), ("2027-e2", "2027-10-01", "2028-03-31")]
    ),
    Cut(
      cycle: .quarter,
      year: 2026,
      periods: [
        ("2026-q1", "2026-04-01", "2026-06-30"), ("2026-q2", "2026-07-01", "2026-09-30"),
        ("2026-q3", "2026-10-01", "2026-12-31"), ("2026-q4", "2027-01-01", "2027-03-31"),
      ]
    ),
    Cut(cycle: .summer, year: 2026, periods: [("2026-summer", "2026-07-01", "2026-08-31")]),
    Cut(cycle: .once, year: 2026, periods: [("once", "2026-04-01", "2027-03-31")]),
  ]

  @Test(arguments: cuts)
  func cutsTheYear(cut: Cut) {
    let year = FiscalYear(startYear: cut.year)
    let periods = CycleCalendar.periods(of: cut.cycle, in: year)
    #expect(periods.map(\.key) == cut.periods.map(\.key))
    #expect(periods.map(\.days) == cut.periods.map { days($0.first, $0.last) })
    #expect(periods.allSatisfy { $0.year == year })
  }

  @Test func monthsEndWithTheLeapDay() {
    let months = CycleCalendar.periods(of: .month, in: FiscalYear(startYear: 2027))
    #expect(months.count == 12)
    #expect(months.first?.key == "2027-04")
    #expect(months[10].key == "2028-02")
    #expect(months[10].days.upperBound == day("2028-02-29"))
  }

  @Test func aSummerThatWasSetReplacesTheUsualOne() {
    let summer = days("2026-07-15", "2026-09-15")
    let periods = CycleCalendar.periods(of: .summer, in: FiscalYear(startYear: 2026), summer: summer)
    #expect(periods.map(\.days) == [summer])
  }

  struct Due: Sendable, CustomTestStringConvertible {
    let rule: DueRule
    let last: String
    let due: String

    var testDescription: String { "\(rule) after \(last)" }
  }

  static let dues = [
    Due(rule: .endOfPeriod, last: "2026-09-30", due: "2026-09-30"),
    Due(rule: .daysAfter(60), last: "2026-09-30", due: "2026-11-29"),
    Due(rule: .monthsAfter(6), last: "2027-03-31", due: "2027-09-30"),
    Due(rule: .monthsAfter(6), last: "2026-09-30", due: "2027-03-31"),
    Due(rule: .monthsAfter(1), last: "2026-05-15", due: "2026-06-15"),
    Due(rule: .monthsAfter(1), last: "2027-01-30", due: "2027-02-28"),
  ]

  @Test(arguments: dues)
  func countsTheDueDay(due: Due) {
    #expect(due.rule.day(after: day(due.last)) == day(due.due))
  }

  @Test func ownersAreReadBackFromTheirCodes() {
    let owners: [DutyOwner] = [.person(.init(5)), .head(.init(11)), .office(.timeKeeper, .init(2))]
    #expect(owners.map(\.code) == ["person:5", "head:11", "office:time-keeper:2"])
    #expect(owners.map { DutyOwner(code: $0.code) } == owners)
    for wrong in ["", "person", "person:x", "head:0", "office:1", "office:hr:1", "unit:3", "person:1:2"] {
      #expect(DutyOwner(code: wrong) == nil)
    }
  }
}
