import CivilTime
import Testing
import WorkingTimeRules

/// Where a month is heading under all limits at once.
struct ForecastTests {
  static let may = YearMonth(index: 2026 * 12 + 4)

  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

  /// May 2026 has 18 duty days.
  @Test(arguments: [
    ("2026-04-30", 600, 600), ("2026-05-01", 600, 600), ("2026-05-15", 1500, 3375),
    ("2026-05-29", 2700, 2700),
    ("2026-06-20", 2700, 2700), ("2026-05-11", 100, 100), ("2026-05-12", 100, 360),
  ])
  func overtimeIsCarriedOnOverTheDutyDaysLeft(_ today: String, _ soFar: Int, _ expected: Int) {
    let forecast = OvertimeForecast(month: Self.may, asOf: Self.day(today))
    #expect(forecast.days == 18)
    #expect(forecast.projected(Minutes(soFar)) == Minutes(expected))
  }

  struct UrgencyCase: Sendable {
    let name: String
    let today: String
    let minutes: Int
    let urgency: OvertimeForecast.Urgency
  }

  @Test(arguments: [
    UrgencyCase(name: "calm", today: "2026-05-29", minutes: 2159, urgency: .calm),
    UrgencyCase(name: "near from 80 %", today: "2026-05-29", minutes: 2160, urgency: .near),
    UrgencyCase(name: "heading beyond 45 hours", today: "2026-05-15", minutes: 1300, urgency: .heading),
    UrgencyCase(name: "exactly 45 hours at the end", today: "2026-05-29", minutes: 2700, urgency: .near),
    UrgencyCase(name: "exceeded", today: "2026-05-15", minutes: 2701, urgency: .exceeded),
  ])
  func theMonthOfAnOrdinaryPostIsToldByUrgency(_ example: UrgencyCase) throws {
    let record = MonthlyOvertime(month: Self.may, overtime: Minutes(example.minutes), post: .ordinary)
    let forecast = OvertimeForecast(month: Self.may, asOf: Self.day(example.today))
    let outlook = try #require(forecast.outlooks(of: OvertimeHistory([record]), in: Self.may).first)
    #expect(outlook.urgency == example.urgency, "\(example.name)")
    #expect(outlook.present.test == .month)
  }

  @Test func theMostUrgentLimitComesFirst() throws {
    let months = (0..<5).map { index in
      MonthlyOvertime(
        month: Self.may.adding(months: index - 4),
        overtime: Minutes(hours: 80),
        post: .external
      )
    }
    let today = Self.day("2026-05-15")
    let outlooks = OvertimeForecast(month: Self.may, asOf: today).outlooks(
      of: OvertimeHistory(months),
      in: Self.may
    )
    #expect(outlooks.map(\.urgency) == outlooks.map(\.urgency).sorted(by: >))
    #expect(try #require(outlooks.first).urgency == .heading)
    #expect(outlooks.contains { $0.present.test == .average(months: 5) && $0.urgency == .heading })
  }

  @Test func anUnknownMonthHasNoOutlook() {
    let forecast = OvertimeForecast(month: Self.may, asOf: Self.day("2026-05-15"))
    #expect(forecast.outlooks(of: OvertimeHistory([]), in: Self.may).isEmpty)
  }
}
