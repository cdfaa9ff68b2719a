import CivilTime
import Indicators
import Store
import TestOffice
import TestSupport
import Testing

@testable import Committee

@Suite("The months of an intensive period beside others")
struct MonthComparisonTests {
  private static func month(_ text: String) -> YearMonth { YearMonth(iso: text) ?? YearMonth(index: 0) }

  private static let figures: [YearMonth: MonthFigure] = [
    month("2026-04"): .shown(Ratio(1_200, of: 20)), month("2026-05"): .withheld,
    month("2026-06"): .shown(Ratio(3_000, of: 30)), month("2026-07"): .shown(Ratio(400, of: 20)),
    month("2026-08"): .shown(Ratio(900, of: 10)), month("2026-09"): .shown(Ratio(9_999, of: 10)),
    month("2025-07"): .shown(Ratio(800, of: 20)),
  ]

  private func comparison(_ first: String, _ last: String, today: String) -> MonthComparison {
    MonthComparison(
      Self.figures,
      of: PlannedOffice.year,
      period: PlannedOffice.day(first)...PlannedOffice.day(last),
      today: PlannedOffice.day(today)
    )
  }

  @Test func tellsMonthsThatHaveBegunAndAddsUpThoseThatAreOver() {
    let compared = comparison("2026-07-20", "2026-08-31", today: "2026-09-15")
    #expect(
      compared.lines.map(\.month.iso) == ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]
    )
    #expect(compared.lines.filter(\.isOfPeriod).map(\.month.iso) == ["2026-07", "2026-08"])
    #expect(compared.lines.filter(\.isOpen).map(\.month.iso) == ["2026-09"])
    #expect(compared.lines[3].yearBefore == .shown(Ratio(800, of: 20)))
    #expect(compared.ofPeriod == Ratio(1_300, of: 30))
    // Neither the month of few people nor the one under way.
    #expect(compared.ofOthers == Ratio(4_200, of: 50))
  }

  @Test func comparesNothingBeforeAMonthOfThePeriodIsOver() {
    #expect(comparison("2026-07-01", "2026-08-31", today: "2026-07-31").ofPeriod == nil)
    #expect(comparison("2026-07-01", "2026-08-31", today: "2026-08-01").ofPeriod == Ratio(400, of: 20))
    #expect(comparison("2026-12-01", "2026-12-31", today: "2026-09-15").ofPeriod == nil)
  }

  @Test func standsOnThePageWithItsNumbersOfPeople() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let page = await (try world.visit(302)).get("/plan/intensive").text
      #expect(page.contains("総務省：1人あたりの時間") && !page.contains("消防庁：1人あたりの時間"))
      #expect(page.contains("期間の月が0.5時間、ほかの月が2.0時間"))
      #expect(page.contains("非表示") && page.contains("10未満"))
      // Of nine people nothing may be shown, not even what they come to.
      #expect(!page.contains("77.7"))
    }
  }
}
