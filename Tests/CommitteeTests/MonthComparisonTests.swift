import CivilTime
import Indicators
import Markup
import People
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

  @Test func tellsAndAddsUpTheMonthsThatAreOver() {
    let compared = comparison("2026-07-20", "2026-08-31", today: "2026-09-15")
    #expect(compared.lines.map(\.month.iso) == ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"])
    #expect(compared.lines.filter(\.isOfPeriod).map(\.month.iso) == ["2026-07", "2026-08"])
    #expect(compared.lines[3].yearBefore == .shown(Ratio(800, of: 20)))
    #expect(compared.ofPeriod == .init(ratio: Ratio(1_300, of: 30), fewestPeople: 10))
    // Neither the month of few people nor the one under way.
    #expect(compared.ofOthers == .init(ratio: Ratio(4_200, of: 50), fewestPeople: 20))
  }

  @Test func comparesNothingBeforeAMonthOfThePeriodIsOver() {
    #expect(comparison("2026-07-01", "2026-08-31", today: "2026-07-31").ofPeriod == nil)
    #expect(comparison("2026-07-01", "2026-08-31", today: "2026-08-01").ofPeriod?.ratio == Ratio(400, of: 20))
    #expect(comparison("2026-12-01", "2026-12-31", today: "2026-09-15").ofPeriod == nil)
  }

  @Test func standsOnThePageWithItsNumbersOfPeople() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let page = await (try world.visit(302)).get("/plan/intensive").text
      #expect(page.contains("総務省：1人あたりの時間") && !page.contains("消防庁：1人あたりの時間"))
      #expect(page.contains("期間の月が1時間、ほかの月が2時間"))
      #expect(page.contains("非表示") && page.contains("10未満"))
      #expect(page.contains("令和8年度のn") && page.contains("令和7年度のn"))
      // Of nine people nothing may be shown, not even what they come to.
      #expect(!page.contains("77.7"))
      // Today is in December, of which twenty people have records already.
      #expect(page.contains("令和8年11月</th>") && !page.contains("令和8年12月</th>"))
    }
  }

  struct Grained: Sendable, CustomTestStringConvertible {
    let now: Ratio
    let before: Ratio
    let told: [String]
    let testDescription: String
  }

  static let grained = [
    Grained(
      now: Ratio(30 * 94, of: 30),
      before: Ratio(30 * 76, of: 30),
      told: ["1.6", "1.3", "+0.3"],
      testDescription: "thirty people"
    ),
    Grained(
      now: Ratio(29 * 94, of: 29),
      before: Ratio(30 * 76, of: 30),
      told: ["2", "1.3", "+1"],
      testDescription: "twenty-nine people, whose difference tells no more than they do"
    ),
  ]

  @Test(arguments: grained)
  func tellsTenthsOfThirtyPeopleOrMore(_ tried: Grained) {
    let april = Self.month("2026-04")
    let table = MonthTable(
      employer: Employer(id: RecordID(1), code: "soumu", name: "総務省"),
      definition: Indicator.Definition(
        id: "test.hours",
        title: "時間",
        numerator: "時間",
        denominator: "職員",
        form: .average(.hours),
        source: "試験",
        methodVersion: 1
      ),
      comparison: MonthComparison(
        [april: .shown(tried.now), april.adding(months: -12): .shown(tried.before)],
        of: PlannedOffice.year,
        period: april.firstDay...april.lastDay,
        today: PlannedOffice.day("2026-05-01")
      )
    )
    let row = table.html.text.split(separator: "<tbody").last ?? ""
    let numbers = row.split(separator: "<td").compactMap { cell in
      cell.split(separator: ">").dropFirst().first.map { String($0.prefix { $0 != "<" }) }
    }
    #expect(tried.told.allSatisfy(numbers.contains), "\(numbers)")
  }
}
