import CivilTime
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Indicators

@Suite("When figures are computed again")
struct FigureDueTests {
  struct Step: Sendable, CustomTestStringConvertible {
    let name: String
    let minutes: Int64
    let version: Int
    let isNews: Bool
    let computed: [Int]
    var testDescription: String { name }
  }

  /// What is computed of this year (2026) and the last, so long after a first refresh at 10:00.
  static let steps = [
    Step(name: "nothing has changed", minutes: 60, version: 1, isNews: false, computed: []),
    Step(name: "news within ten minutes", minutes: 9, version: 1, isNews: true, computed: []),
    Step(name: "news after ten minutes", minutes: 10, version: 1, isNews: true, computed: [2026]),
    Step(name: "the next day", minutes: 15 * 60, version: 1, isNews: false, computed: [2026]),
    Step(name: "news after a day", minutes: 24 * 60, version: 1, isNews: true, computed: [2025, 2026]),
    Step(name: "another way of counting", minutes: 1, version: 2, isNews: false, computed: [2025, 2026]),
  ]

  @Test(arguments: steps, Engine.available)
  func computesWhatIsDueAndNothingElse(_ step: Step, _ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      let first = try await FigureStaff.refresh(database, clock, [NumberedIndicators.sums("a.sums")]).runDue()
      #expect(first.computed.map(\.year.startYear) == [2025, 2026])
      clock.advance(milliseconds: step.minutes * 60_000)
      if step.isNews {
        let entry = JournalEntry(
          id: RecordIDSource(clock: clock).next(),
          at: clock.now(),
          actor: .system,
          kind: "test.news"
        )
        try await database.write { connection in try JournalRecords.append(entry, on: connection) }
      }
      let indicator = NumberedIndicators.sums("a.sums", version: step.version)
      let found = try await FigureStaff.refresh(database, clock, [indicator]).runDue()
      #expect(found.computed.map(\.year.startYear) == step.computed)
    }
  }

  @Test func waitsForTheDayOfASnapshotAndThenLeavesItAlone() async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      let indicators = [NumberedIndicators.sums("a.july", asOf: .firstOfJuly)]
      let refresh = FigureStaff.refresh(database, clock, indicators)
      var found: [[Int]] = []
      for moment in [
        clock.now(), FigureStaff.moment("2026-07-01", hour: 0), FigureStaff.moment("2026-07-02"),
      ] {
        clock.set(moment)
        found.append(try await refresh.runDue().computed.map(\.year.startYear))
      }
      #expect(found == [[2025], [2026], []])
    }
  }

  struct DayCase: Sendable {
    let rule: AsOfRule
    let today: String
    let day: String?
    let isProvisional: Bool
  }

  /// The days of fiscal 2027, whose February has 29 days.
  static let days = [
    DayCase(rule: .throughYear, today: "2027-03-31", day: nil, isProvisional: false),
    DayCase(rule: .throughYear, today: "2027-04-01", day: "2027-04-01", isProvisional: true),
    DayCase(rule: .throughYear, today: "2028-02-29", day: "2028-02-29", isProvisional: true),
    DayCase(rule: .throughYear, today: "2028-03-31", day: "2028-03-31", isProvisional: false),
    DayCase(rule: .fiscalYearEnd, today: "2028-03-30", day: "2028-03-30", isProvisional: true),
    DayCase(rule: .fiscalYearEnd, today: "2029-01-01", day: "2028-03-31", isProvisional: false),
    DayCase(rule: .firstOfJuly, today: "2027-06-30", day: nil, isProvisional: false),
    DayCase(rule: .firstOfJuly, today: "2027-07-01", day: "2027-07-01", isProvisional: false),
    DayCase(rule: .firstOfJuly, today: "2028-03-31", day: "2027-07-01", isProvisional: false),
    DayCase(rule: .firstOfApril, today: "2027-03-31", day: nil, isProvisional: false),
    DayCase(rule: .firstOfApril, today: "2027-12-01", day: "2027-04-01", isProvisional: false),
  ]

  @Test(arguments: days)
  func tellsOfTheDayThatTheRuleNames(_ row: DayCase) {
    let found = row.rule.day(FiscalYear(startYear: 2027), today: FigureStaff.day(row.today))
    let wanted = row.day.map { FigureDay(day: FigureStaff.day($0), isProvisional: row.isProvisional) }
    #expect(found == wanted)
  }

  @Test func roundsHalfUpAndNeverMakesNoughtOfNothing() {
    #expect(Ratio(1, of: 8).percentText == "12.5")
    #expect(Ratio(1, of: 16).percentText == "6.3")
    #expect(Ratio(1025, of: 1000).percentText == "102.5")
    #expect(Ratio(0, of: 0).percentText == nil)
    #expect(Ratio(0, of: 3).percentText == "0.0")
    #expect(Ratio(.max, of: 3).perMille == nil)
  }
}
