import CivilTime
import Duties
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("Figures over time, and figures of the same people")
struct FigureFamilyTests {
  /// What a figure came to on a day for all employers together.
  struct Past: Sendable {
    var id = "a.first"
    let year: Int
    let asOf: String
    let ratio: Ratio
    var version = 1
  }

  private static func write(_ pasts: [Past], in database: any SQLDatabase) async throws {
    try await database.write { connection in
      try connection.insert(
        into: "figure_history",
        columns: [
          "indicator", "fiscal_year", "month", "employer", "as_of", "method_version", "numerator",
          "denominator", "people",
        ],
        rows: pasts.map { past in
          let day = PlanOffice.day(past.asOf)
          return [
            past.id.sqlValue, past.year.sqlValue, day.yearMonth.sqlValue, 0.sqlValue, day.sqlValue,
            past.version.sqlValue, past.ratio.numerator.sqlValue, past.ratio.denominator.sqlValue,
            past.ratio.denominator.sqlValue,
          ]
        }
      )
    }
  }

  private static func standing(
    _ definitions: [Indicator.Definition],
    in database: any SQLDatabase
  ) async throws -> TargetStanding {
    let plan = try FigureTargetTests.plan()
    let found = try await database.read { connection in
      try TargetReading(definitions: definitions)
        .standings(of: plan, in: PlanOffice.year, today: PlanOffice.today, on: connection)
    }
    return try #require(found.values.first)
  }

  @Test(arguments: Engine.available)
  func tellsNoTwoMonthsBetweenWhichFewCame(_ engine: Engine) async throws {
    try await PlanOffice.with(engine, plan: nil) { _, database in
      try await Self.write(
        [
          Past(year: 2025, asOf: "2025-04-30", ratio: Ratio(20, of: 50)),
          Past(year: 2025, asOf: "2025-05-31", ratio: Ratio(21, of: 53)),
          Past(year: 2026, asOf: "2026-04-30", ratio: Ratio(9, of: 30)),
          Past(year: 2026, asOf: "2026-05-31", ratio: Ratio(10, of: 31)),
        ],
        in: database
      )
      let trend = try await Self.standing([FigureTargetTests.definition("a.first")], in: database).trend
      #expect(trend.map(\.asOf) == ["2025-05-31", "2026-05-31"].map { PlanOffice.day($0) })
    }
  }

  @Test(arguments: Engine.available)
  func tellsNoYearThatAnotherFigureCouldBeTakenFrom(_ engine: Engine) async throws {
    try await PlanOffice.with(engine, plan: nil) { _, database in
      try await Self.write(
        [
          Past(year: 2024, asOf: "2025-03-31", ratio: Ratio(20, of: 53)),
          Past(id: "a.second", year: 2024, asOf: "2025-03-31", ratio: Ratio(20, of: 50)),
          Past(year: 2025, asOf: "2026-03-31", ratio: Ratio(20, of: 60)),
          Past(id: "a.second", year: 2025, asOf: "2026-03-31", ratio: Ratio(20, of: 50)),
        ],
        in: database
      )
      let definitions = [
        FigureTargetTests.definition("a.first", family: .init("a", rank: 1, parts: ["one", "two"])),
        FigureTargetTests.definition("a.second", family: .init("a", rank: 0, parts: ["one"])),
      ]
      let trend = try await Self.standing(definitions, in: database).trend
      #expect(trend.map(\.asOf) == [PlanOffice.day("2026-03-31")])
    }
  }

  @Test(arguments: Engine.available)
  func saysThatTheWayOfCountingChanged(_ engine: Engine) async throws {
    try await PlanOffice.with(engine, plan: nil) { _, database in
      let definition = FigureTargetTests.definition("a.first", version: 2)
      try await Self.write(
        [Past(year: 2024, asOf: "2025-03-31", ratio: Ratio(20, of: 50), version: 2)],
        in: database
      )
      #expect(try await Self.standing([definition], in: database).methodChange == nil)
      try await Self.write(
        [Past(year: 2023, asOf: "2024-03-31", ratio: Ratio(20, of: 50))],
        in: database
      )
      let standing = try await Self.standing([definition], in: database)
      let words = try #require(standing.methodChange)
      #expect(words.contains("第1版") && words.contains("第2版") && words.contains("比べられません"))
      #expect(TargetLine(standing.target, standing).methodChange == words)
    }
  }

  @Test func guardsDutiesOfPersonsAsFiguresOfPeople() throws {
    let plan = try PlanFiles.plan("soumu.yaml")
    let duties = DutyIndicators.indicators(for: plan).filter { $0.definition.source == "取組の義務の記録" }
    // 1on1 is held for persons; what an office does is no number of people.
    #expect(duties.map(\.definition.guardKind).contains(.people))
    for target in plan.targets {
      guard case .coverage(let measure) = target.source else { continue }
      let definition = try #require(duties.first { $0.definition.id.hasSuffix(measure.text) }).definition
      let debtors = plan.content(of: measure)?.duties.map(\.debtor) ?? []
      let isOfPersons = debtors.contains { debtor in
        switch debtor {
        case .each, .superior: true
        case .head, .office: false
        }
      }
      if isOfPersons { #expect(definition.guardKind == .people, "\(measure)") }
    }
  }
}
