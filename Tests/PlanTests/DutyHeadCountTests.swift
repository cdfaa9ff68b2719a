import CivilTime
import Duties
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("Duties that arise because something happened to somebody")
struct DutyHeadCountTests {
  /// Analyses that heads owe after a limit was exceeded in so many units of two bureaus, and what is shown of them.
  struct Exceeded: Sendable, CustomTestStringConvertible {
    let units: [Int]
    let isWholeShown: Bool
    let bureaus: [Int?]
    var testDescription: String { "\(units)" }
  }

  private static let cases = [
    Exceeded(units: [5, 4], isWholeShown: false, bureaus: [nil]),
    Exceeded(units: [12, 3], isWholeShown: true, bureaus: [15, nil]),
    Exceeded(units: [12, 10], isWholeShown: true, bureaus: [22, 12, 10]),
  ]

  @Test(arguments: Engine.available, cases)
  func areShownAsNumbersOfPeopleAre(_ engine: Engine, _ exceeded: Exceeded) async throws {
    try await PlanOffice.with(engine) { _, database in
      let sheet = try await Self.sheet(exceeded.units, in: database)
      let all = exceeded.units.reduce(0, +)
      #expect(sheet.state.coverage?.owed == (exceeded.isWholeShown ? all : nil))
      #expect(sheet.history.map { $0.coverage?.owed } == [exceeded.isWholeShown ? all : nil])
      #expect(sheet.places.map { $0.coverage?.owed } == exceeded.bureaus)
    }
  }

  private static func sheet(_ units: [Int], in database: any SQLDatabase) async throws -> MeasureSheet {
    let reading = PlanOverviewReading(
      current: CurrentPlan(),
      measures: MeasureReading(definitions: []),
      targets: TargetReading(definitions: [])
    )
    let measure = try #require(MeasureID("III-2-3-b"))
    try await database.write { connection in
      for (bureau, count) in zip([1, 3] as [Int64], units) {
        try DutyDesk.tally(measure.text, bureau: bureau, owed: count, fulfilled: 1, on: connection)
      }
    }
    let sheet = try await database.read { connection in
      try reading.sheet(
        measure,
        in: PlanOffice.year,
        today: PlanOffice.today,
        units: { day, connection in try UnitRecords.tree(asOf: day, on: connection) },
        on: connection
      )
    }
    return try #require(sheet)
  }

  @Test(arguments: Engine.available)
  func areCountedForPeopleInFigures(_ engine: Engine) async throws {
    let text = try PlanFiles.text("soumu.yaml")
      .replacing("figure: {coverage: II-1-1-3}", with: "figure: {coverage: III-2-3-b}")
    let plan = try PlanFile.read(text).get()
    let figures = DutyIndicators.indicators(for: plan)
    let figure = try #require(figures.first { $0.definition.id == "duties.coverage-III-2-3-b" })
    #expect(figure.definition.guardKind == .people)
    try await PlanOffice.with(engine) { _, database in
      let values = try await database.write { connection in
        try DutyDesk.tally("III-2-3-b", bureau: 1, owed: 7, fulfilled: 3, excused: 1, on: connection)
        return try figure.values(PlanOffice.year, PlanOffice.today, connection)
      }
      #expect(values.map(\.ratio) == [Ratio(3, of: 6)])
      #expect(values.map(\.people) == [7])
    }
  }

  struct Count: Sendable {
    let way: DutyHeadCount
    let named: Int
    let owed: Int
    let people: Int
  }

  @Test(arguments: [
    Count(way: .named, named: 3, owed: 20, people: 3), Count(way: .named, named: 0, owed: 20, people: 0),
    Count(way: .oneEach, named: 0, owed: 20, people: 20), Count(way: .oneEach, named: 2, owed: 20, people: 2),
    Count(way: .unknown, named: 0, owed: 20, people: 1), Count(way: .unknown, named: 0, owed: 0, people: 0),
    Count(way: .unknown, named: 12, owed: 20, people: 12),
  ])
  func countNoMorePeopleThanThereAre(_ count: Count) {
    #expect(count.way.people(named: count.named, owed: count.owed) == count.people)
  }
}
