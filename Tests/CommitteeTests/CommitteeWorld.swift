import CivilTime
import Committee
import Indicators
import People
import Store
import TestOffice
import TestSupport
import Testing

/// The office with the committee's pages; the follow-up of 2025 waits for the committee.
enum CommitteeWorld {
  static func with(_ engine: Engine, _ body: (PlannedOffice) async throws -> Void) async throws {
    let committee = CommitteeCapability.capability(
      indicators: CommitteeIndicators.all,
      monthly: [hours]
    ) { _, year, _ in year.startYear == 2025 }
    try await PlannedOffice.with(engine, [committee], report: { Issue.record("\($0)") }, body)
  }

  /// Months of 総務省: two hours a head, half an hour in the summer, and June told of by nine people alone.
  private static let hours = MonthlyIndicator(
    Indicator.Definition(
      id: "test.hours",
      title: "1人あたりの時間",
      numerator: "時間",
      denominator: "職員",
      form: .average(.hours),
      source: "試験",
      methodVersion: 1
    )
  ) { months, _ in
    months.filter { (2026 * 12 + 3...2026 * 12 + 11).contains($0.index) }.map { month in
      let people = month.month == 6 ? 9 : 20
      let minutes = month.month == 6 ? 4_662 : [7, 8].contains(month.month) ? 30 : 120
      return MonthValue(
        employer: RecordID(1),
        month: month,
        ratio: Ratio(minutes * people, of: people),
        people: people
      )
    }
  }
}
