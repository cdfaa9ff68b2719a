import CivilTime
import Indicators
import Testing

@testable import Plan

@Suite("How a measure stands, in one word")
struct MeasureStatusTests {
  private static let year = FiscalYear(startYear: 2026)

  struct StatusCase: Sendable, CustomTestStringConvertible {
    let name: String
    let facts: MeasureStatusRule.Facts
    let today: String
    let status: MeasureStatus
    var testDescription: String { name }
  }

  private static func of(
    _ name: String,
    _ rule: CoverageRule,
    on today: String,
    _ status: MeasureStatus,
    _ change: (inout MeasureStatusRule.Facts) -> Void = { _ in }
  ) -> StatusCase {
    var facts = MeasureStatusRule.Facts(rule: rule)
    change(&facts)
    return StatusCase(name: name, facts: facts, today: today, status: status)
  }

  private static func coverage(_ owed: Int, _ fulfilled: Int, excused: Int = 0, overdue: Int = 0) -> Coverage
  {
    Coverage(
      owed: owed,
      fulfilled: fulfilled,
      excused: excused,
      overdue: overdue,
      people: 0,
      asOf: PlanOffice.day("2026-06-01")
    )
  }

  private static func reports(_ cases: Int) -> MeasureEvidence {
    MeasureEvidence(cases: cases, quantity: nil, quantityOf: nil, lastHeldOn: nil)
  }

  static let shares: [StatusCase] = [
    of("nothing owed", .share, on: "2026-06-01", .notStarted),
    of("nothing settled", .share, on: "2026-06-01", .notStarted) { $0.coverage = coverage(9, 0) },
    of("some settled", .share, on: "2026-06-01", .onTrack) { $0.coverage = coverage(9, 1) },
    of("only excused", .share, on: "2026-06-01", .notStarted) { $0.coverage = coverage(9, 0, excused: 1) },
    of("one overdue", .share, on: "2026-06-01", .late) { $0.coverage = coverage(9, 8, overdue: 1) },
    of("due in 30 days", .share, on: "2026-06-01", .attention) {
      $0.coverage = coverage(9, 8)
      $0.nextDueOn = PlanOffice.day("2026-07-01")
    },
    of("due in 31 days", .share, on: "2026-06-01", .onTrack) {
      $0.coverage = coverage(9, 8)
      $0.nextDueOn = PlanOffice.day("2026-07-02")
    },
    of("all settled, more to come", .share, on: "2026-06-01", .onTrack) { $0.coverage = coverage(9, 9) },
    of("all settled, nothing to come", .share, on: "2026-06-01", .done) {
      $0.coverage = coverage(9, 8, excused: 1)
      $0.hasAllDuties = true
    },
    of("all settled, year over", .share, on: "2027-04-01", .done) { $0.coverage = coverage(9, 9) },
    of("reported without being asked", .share, on: "2026-06-01", .onTrack) { $0.evidence = reports(1) },
    of("stopped although overdue", .share, on: "2026-06-01", .stopped) {
      $0.coverage = coverage(9, 0, overdue: 9)
      $0.isStopped = true
    },
  ]

  static let counts: [StatusCase] = [
    of("held not at all", .held(least: 2), on: "2026-12-31", .notStarted),
    of("held once of two", .held(least: 2), on: "2026-12-31", .onTrack) { $0.evidence = reports(1) },
    of("held once, last quarter", .held(least: 2), on: "2027-01-01", .attention) { $0.evidence = reports(1) },
    of("held once, year over", .held(least: 2), on: "2027-04-01", .late) { $0.evidence = reports(1) },
    of("held twice", .held(least: 2), on: "2026-06-01", .done) { $0.evidence = reports(2) },
    of("fulfilled by the system twice", .held(least: 2), on: "2026-06-01", .done) {
      $0.coverage = coverage(2, 2)
    },
    of("held once of two, one overdue", .held(least: 2), on: "2026-06-01", .late) {
      $0.coverage = coverage(2, 1, overdue: 1)
    },
    of("never reported and overdue", .inPlace(months: 12), on: "2026-06-01", .late) {
      $0.coverage = coverage(1, 0, overdue: 1)
    },
    of("some units, one overdue", .unitsWithAny, on: "2026-06-01", .late) {
      $0.units = Ratio(2, of: 3)
      $0.coverage = coverage(3, 2, overdue: 1)
    },
    of("never reported", .inPlace(months: 12), on: "2026-06-01", .notStarted),
    of("in place", .inPlace(months: 12), on: "2026-06-01", .onTrack) {
      $0.newestDay = PlanOffice.day("2025-07-01")
    },
    of("in place for one more month", .inPlace(months: 12), on: "2026-06-01", .attention) {
      $0.newestDay = PlanOffice.day("2025-06-30")
    },
    of("in place too long ago", .inPlace(months: 12), on: "2026-06-01", .late) {
      $0.newestDay = PlanOffice.day("2025-05-31")
    },
    of("no unit", .unitsWithAny, on: "2026-06-01", .notStarted) { $0.units = Ratio(0, of: 3) },
    of("some units", .unitsWithAny, on: "2026-06-01", .onTrack) { $0.units = Ratio(2, of: 3) },
    of("some units, last quarter", .unitsWithAny, on: "2027-01-01", .attention) {
      $0.units = Ratio(2, of: 3)
    },
    of("some units, year over", .unitsWithAny, on: "2027-04-01", .late) { $0.units = Ratio(2, of: 3) },
    of("all units", .unitsWithAny, on: "2027-04-01", .done) { $0.units = Ratio(3, of: 3) },
    of("all units answered, one with nothing", .unitsWithAny, on: "2027-04-01", .done) {
      $0.units = Ratio(2, of: 3)
      $0.coverage = coverage(3, 3)
    },
    of("no figure", .figures, on: "2026-06-01", .notStarted),
    of("a figure", .figures, on: "2026-06-01", .computed) { $0.hasFigures = true },
    of("an old figure", .figures, on: "2026-06-01", .attention) {
      $0.hasFigures = true
      $0.hasOldFigures = true
    },
  ]

  @Test(arguments: shares + counts)
  func followsTheTable(_ example: StatusCase) {
    let today = PlanOffice.day(example.today)
    #expect(MeasureStatusRule.status(example.facts, in: Self.year, today: today) == example.status)
  }

  @Test(arguments: [
    ("2026-03-03", "2026-06-01", false), ("2026-03-02", "2026-06-01", true),
    ("2026-03-02", "2027-06-01", false),
  ])
  func isStaleAfterNinetyDaysOfTheRunningYear(_ last: String, _ today: String, _ isStale: Bool) {
    let day = PlanOffice.day(last)
    #expect(
      MeasureStatusRule.isStale(lastActivity: day, in: Self.year, today: PlanOffice.day(today)) == isStale
    )
    #expect(!MeasureStatusRule.isStale(lastActivity: nil, in: Self.year, today: PlanOffice.day(today)))
  }

  @Test func hasAWordForEveryStatus() {
    #expect(Set(MeasureStatus.allCases.map(\.japanese)).count == MeasureStatus.allCases.count)
    #expect(MeasureStatus.allCases.allSatisfy { $0.explanation.hasSuffix("。") })
  }

  @Test func countsExcusedDutiesInNeitherPart() {
    let coverage = Self.coverage(10, 6, excused: 2)
    #expect(coverage.ratio == Ratio(6, of: 8))
    #expect(coverage.open == 2)
    #expect(!coverage.isSettled)
    #expect(!Self.coverage(0, 0).isSettled)
  }
}
