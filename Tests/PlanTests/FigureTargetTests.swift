import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("Figures of targets")
struct FigureTargetTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let amount: Int
    let unit: TargetUnit
    let direction: TargetDirection
    var judged = TargetJudgement.value
    let figure: TargetAmount?
    let words: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "no figure",
      amount: 35,
      unit: .percent,
      direction: .atLeast,
      figure: nil,
      words: "まだ数字がありません"
    ),
    Case(
      name: "just reached",
      amount: 35,
      unit: .percent,
      direction: .atLeast,
      figure: .ratio(Ratio(7, of: 20)),
      words: "達成"
    ),
    Case(
      name: "missed by a hair",
      amount: 35,
      unit: .percent,
      direction: .atLeast,
      figure: .ratio(Ratio(34_999, of: 100_000)),
      words: "目標まであと0.1ポイント"
    ),
    Case(
      name: "missed",
      amount: 35,
      unit: .percent,
      direction: .atLeast,
      figure: .ratio(Ratio(323, of: 1_000)),
      words: "目標まであと2.7ポイント"
    ),
    Case(
      name: "permille",
      amount: 375,
      unit: .permille,
      direction: .atLeast,
      figure: .ratio(Ratio(3, of: 10)),
      words: "目標まであと7.5ポイント"
    ),
    Case(
      name: "beyond 100 %",
      amount: 100,
      unit: .percent,
      direction: .atLeast,
      figure: .ratio(Ratio(1_025, of: 1_000)),
      words: "達成"
    ),
    Case(
      name: "too few for a rate",
      amount: 35,
      unit: .percent,
      direction: .atLeast,
      figure: .ratio(Ratio(4, of: 9)),
      words: "n<10のため率は表示しません"
    ),
    Case(
      name: "withheld",
      amount: 35,
      unit: .percent,
      direction: .atLeast,
      figure: .withheld,
      words: "非表示"
    ),
    Case(
      name: "value given as a rate",
      amount: 85,
      unit: .percent,
      direction: .atLeast,
      figure: .value(milli: 84_950, nil),
      words: "目標まであと0.1ポイント"
    ),
    Case(
      name: "days",
      amount: 15,
      unit: .days,
      direction: .atLeast,
      figure: .value(milli: 13_400, nil),
      words: "目標まであと1.6日"
    ),
    Case(
      name: "days as a ratio",
      amount: 15,
      unit: .days,
      direction: .atLeast,
      figure: .ratio(Ratio(310, of: 20)),
      words: "達成"
    ),
    Case(
      name: "none allowed",
      amount: 0,
      unit: .sections,
      direction: .atMost,
      figure: .value(milli: 3_000, Ratio(3, of: 300)),
      words: "目標を3課室上回る"
    ),
    Case(
      name: "in place",
      amount: 1,
      unit: .milestone,
      direction: .exactly,
      figure: .value(milli: 0, nil),
      words: "未実施"
    ),
    Case(
      name: "floor for each case",
      amount: 48,
      unit: .hours,
      direction: .atLeast,
      judged: .share(percent: 100),
      figure: .ratio(Ratio(95, of: 100)),
      words: "目標まであと5.0ポイント"
    ),
    Case(
      name: "complete",
      amount: 1,
      unit: .milestone,
      direction: .exactly,
      judged: .complete,
      figure: .ratio(Ratio(20, of: 20)),
      words: "達成"
    ),
    Case(
      name: "not complete",
      amount: 1,
      unit: .milestone,
      direction: .exactly,
      judged: .complete,
      figure: .ratio(Ratio(19, of: 20)),
      words: "目標まであと5.0ポイント"
    ),
  ]

  @Test(arguments: cases)
  func saysHowFarItIsToTheTarget(_ row: Case) throws {
    let target = try Self.target(row.amount, row.unit, row.direction, row.judged)
    #expect(TargetDistance.of(target, row.figure).japanese == row.words)
  }

  static func target(
    _ amount: Int,
    _ unit: TargetUnit,
    _ direction: TargetDirection,
    _ judged: TargetJudgement
  ) throws -> Target {
    Target(
      id: try #require(TargetID("T01")),
      title: "目標",
      measures: [],
      numerator: "分子",
      denominator: nil,
      counting: "年度",
      value: try #require(TargetValue(amount: amount, unit: unit, direction: direction)),
      deadline: .everyFiscalYear,
      notes: [],
      judged: judged
    )
  }

  // MARK: Standings

  static func definition(
    _ id: String,
    version: Int = 1,
    family: Indicator.Family? = nil
  ) -> Indicator.Definition {
    Indicator.Definition(
      id: id,
      title: "数え方\(id)",
      numerator: "女性の\(id)",
      denominator: "全員の\(id)",
      form: .share,
      source: "名簿",
      methodVersion: version,
      guardKind: .people,
      family: family
    )
  }

  /// A share of people that is told by its employers: numerator and denominator of each.
  static func indicator(
    _ id: String,
    _ groups: [(employer: Int64, unit: Int64, ratio: Ratio)],
    version: Int = 1,
    family: Indicator.Family? = nil
  ) -> Indicator {
    Indicator(definition(id, version: version, family: family)) { _, _, _ in
      groups.map { group in
        IndicatorValue(
          employer: RecordID(group.employer),
          unit: RecordID(group.unit),
          ratio: group.ratio,
          people: group.ratio.denominator
        )
      }
    }
  }

  static let figure = "direction: at-least\n    figure: {indicators: [a.first, a.second]}"

  static func plan(_ change: (String) -> String = { $0 }) throws -> ActionPlan {
    let text = change(spoiled("direction: at-least", figure))
    switch PlanFile.read(text) {
    case .success(let plan): return plan
    case .failure(let faults): throw PlanLoadingError.faults(faults)
    }
  }

  private func standing(
    _ database: any SQLDatabase,
    _ plan: ActionPlan,
    _ indicators: [Indicator]
  ) async throws -> TargetStanding {
    let reading = TargetReading(definitions: indicators.map(\.definition))
    let found = try await database.read { connection in
      try reading.standings(of: plan, in: PlanOffice.year, today: PlanOffice.today, on: connection)
    }
    return try #require(found.values.first)
  }

  @Test(arguments: Engine.available)
  func judgesTheFirstDefinitionOfTheDeadlineAndShowsTheOthersBesideIt(_ engine: Engine) async throws {
    try await PlanOffice.with(engine, plan: nil) { _, database in
      let indicators = [
        Self.indicator("a.first", [(1, 1, Ratio(12, of: 40)), (2, 5, Ratio(8, of: 20))]),
        Self.indicator("a.second", [(1, 1, Ratio(30, of: 60))]),
      ]
      try await PlanOffice.refresh(database, indicators)
      let standing = try await standing(database, try Self.plan(), indicators)
      #expect(standing.judged?.year == FiscalYear(startYear: 2025))
      #expect(standing.judged?.amount == .ratio(Ratio(20, of: 60)))
      #expect(standing.judged?.isProvisional == false)
      #expect(standing.distance == .points(tenths: 667, .atLeast))
      #expect(
        standing.others.map(\.origin) == ["a.second", "a.first", "a.second"].map { .computed(indicator: $0) }
      )
      #expect(standing.others.map(\.year.startYear) == [2025, 2026, 2026])
      #expect(standing.byEmployer.map(\.amount) == [.ratio(Ratio(12, of: 40)), .ratio(Ratio(8, of: 20))])
      #expect(standing.byEmployer.map(\.employer?.name) == ["総務省", "消防庁"])
      #expect(standing.trend.map(\.milli) == [33_333, 33_333])
    }
  }

  @Test(arguments: Engine.available)
  func tellsNothingOfFewPeople(_ engine: Engine) async throws {
    try await PlanOffice.with(engine, plan: nil) { _, database in
      let indicators = [
        Self.indicator("a.first", [(1, 1, Ratio(7, of: 40)), (2, 5, Ratio(6, of: 9))]),
        Self.indicator("a.second", [(1, 1, Ratio(5, of: 8))]),
      ]
      try await PlanOffice.refresh(database, indicators)
      let standing = try await standing(database, try Self.plan(), indicators)
      #expect(standing.judged?.amount == .ratio(Ratio(13, of: 49)))
      // The whole less the larger employer would tell of the smaller.
      #expect(standing.byEmployer.map(\.amount) == [.withheld, .withheld])
      #expect(standing.others.map(\.amount) == [.withheld, .ratio(Ratio(13, of: 49)), .withheld])
    }
  }

  @Test func withholdsAFigureThatAnotherCouldBeSubtractedFrom() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      for (rest, isShown) in [(0, true), (1, false), (9, false), (10, true)] {
        let indicators = [
          Self.indicator(
            "a.first",
            [(1, 1, Ratio(20, of: 60))],
            family: Indicator.Family("a", rank: 0, parts: ["one"])
          ),
          Self.indicator(
            "a.second",
            [(1, 1, Ratio(20, of: 60 + rest))],
            family: Indicator.Family("a", rank: 1, parts: ["one", "two"])
          ),
        ]
        try await PlanOffice.refresh(database, indicators)
        let reading = FigureReading(definitions: indicators.map(\.definition))
        let figures = try await database.read { connection in
          try reading.figures(
            ["a.first", "a.second"],
            in: PlanOffice.year,
            today: PlanOffice.today,
            on: connection
          )
        }
        #expect((figures["a.second"]?.total != .withheld) == isShown, "\(rest)")
        #expect(figures["a.second"]?.employers.allSatisfy { $0.figure == .withheld } != isShown)
        #expect(figures["a.first"]?.total != .withheld)
      }
    }
  }

  // MARK: Imported figures

  private func load(_ database: any SQLDatabase, _ lines: [String]) async throws -> FigureImportReport {
    let moment = OfficeZone.instant(on: PlanOffice.today, at: .midnight).adding(
      milliseconds: Int64(lines.count)
    )
    let clock = SettableClock(moment)
    let files = FigureFiles(
      database: database,
      clock: clock,
      ids: RecordIDSource(clock: clock, node: lines.count),
      indicators: []
    )
    let text = "key,employer_code,fiscal_year,as_of,value,numerator,denominator,source,method\n"
    return try await files.importFigures(Array((text + lines.joined(separator: "\n")).utf8), isDryRun: false)
  }

  private static let imported = "direction: at-least\n    figure: imported"

  @Test(arguments: Engine.available)
  func judgesTheNewestImportedFigureAndKeepsOtherMethodsApart(_ engine: Engine) async throws {
    try await PlanOffice.with(engine, plan: nil) { _, database in
      let text = spoiled("direction: at-least", Self.imported)
      _ = try await PlanOffice.loading(database).load(text: text)
      let report = try await load(
        database,
        [
          "T01,,2024,2025-03-31,,70,100,公表,一日以上", "T01,,2025,2026-03-31,,80,100,公表,一日以上",
          "T01,,2025,2026-03-31,,60,100,公表,一か月以上", "T01,soumu,2025,2026-03-31,,50,80,公表,一か月以上",
          "T01,shobo,2025,2026-03-31,,10,20,公表,一か月以上",
        ]
      )
      #expect(report.outcome == .applied)
      guard case .success(let plan) = PlanFile.read(text) else { return }
      let standing = try await standing(database, plan, [])
      #expect(standing.judged?.amount == .ratio(Ratio(60, of: 100)))
      #expect(standing.judged?.definition.name == "一か月以上")
      #expect(standing.others.map(\.definition.name) == ["一日以上"])
      #expect(standing.byEmployer.map(\.amount) == [.ratio(Ratio(50, of: 80)), .ratio(Ratio(10, of: 20))])
      #expect(standing.trend.map(\.milli) == [70_000, 60_000])
      #expect(Set(standing.trend.map(\.definition)).count == 2)
    }
  }

  @Test func withholdsImportedRatesOfFewPeople() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      let text = spoiled("direction: at-least", Self.imported)
      _ = try await PlanOffice.loading(database).load(text: text)
      _ = try await load(
        database,
        [
          "T01,,2025,2026-03-31,,60,83,公表,方法", "T01,soumu,2025,2026-03-31,,58,80,公表,方法",
          "T01,shobo,2025,2026-03-31,,2,3,公表,方法",
        ]
      )
      guard case .success(let plan) = PlanFile.read(text) else { return }
      let standing = try await standing(database, plan, [])
      #expect(standing.judged?.amount == .ratio(Ratio(60, of: 83)))
      #expect(standing.byEmployer.map(\.amount) == [.withheld, .withheld])
    }
  }

  @Test func withholdsTheAverageOfFewPeople() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      let text = spoiled("direction: at-least", Self.imported).replacing("unit: percent", with: "unit: days")
      _ = try await PlanOffice.loading(database).load(text: text)
      let lines = ["T01,,2025,2026-03-31,14,126,9,公表,方法", "T01,,2024,2025-03-31,14,140,10,公表,方法"]
      let report = try await load(database, lines)
      #expect(report.outcome == .applied)
      guard case .success(let plan) = PlanFile.read(text) else { return }
      let standing = try await standing(database, plan, [])
      #expect(standing.judged?.amount == .withheld)
      #expect(standing.trend.map(\.milli) == [14_000])
    }
  }
}
