import Access
import CivilTime
import Indicators
import Markup
import Store
import TestSupport
import Testing

@testable import Plan
@testable import Site

@Suite("The pages of targets")
struct FigurePageTests {
  private func page(
    _ database: any SQLDatabase,
    _ id: String,
    _ indicators: [Indicator],
    year: FiscalYear = PlanOffice.year
  ) async throws -> String? {
    let routes = TargetRoutes(indicators: indicators, current: CurrentPlan())
    let target = try #require(TargetID(id))
    let shown = try await database.read { connection in
      try routes.followUp(target, year, today: PlanOffice.today, on: connection)
    }
    let nobody = Actor(account: RecordID(1), employee: nil, name: "利用者", unit: nil, roles: [.staff])
    let content = shown.map { TargetPage(shown: $0, links: RowLinks(indicators, for: nobody)).content }
    return content.map { $0.lead.text + $0.body.text }
  }

  private func loadReferences(_ database: any SQLDatabase) async throws {
    let clock = SettableClock()
    let loading = ReferenceLoading(database: database, clock: clock, ids: RecordIDSource(clock: clock))
    _ = try await loading.load(Array(try PlanFiles.text("references.csv").utf8))
  }

  @Test(arguments: Engine.available)
  func drawsEveryTargetWithItsDefinition(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await loadReferences(database)
      guard case .success(let plan) = PlanFile.read(try PlanFiles.text("soumu.yaml")) else {
        Issue.record("the plan cannot be read")
        return
      }
      for target in plan.targets {
        let text = try #require(try await page(database, target.id.text, []))
        for words in [target.value.japanese, target.numerator, target.counting, target.deadline.japanese] {
          #expect(text.contains(HTML(text: words).text), "\(target.id) \(words)")
        }
        #expect(!text.contains(" style="))
        #expect(text.contains("まだ数字がありません"))
      }
      let directors = try #require(try await page(database, "T04", []))
      #expect(directors.contains("<svg"))
      #expect(directors.contains("<title id=\"target-line-title\">"))
      #expect(directors.contains("8.9％"))
      #expect(directors.contains("図からの読み取り"))
      let none = try await page(database, "T99", [])
      #expect(none == nil)
    }
  }

  @Test func showsNoNumberOfFewPeopleAnywhere() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      let text = spoiled("direction: at-least", FigureTargetTests.figure)
      _ = try await PlanOffice.loading(database).load(text: text)
      let indicators = [
        FigureTargetTests.indicator("a.first", [(1, 1, Ratio(777, of: 7_001)), (2, 5, Ratio(6, of: 7))]),
        FigureTargetTests.indicator("a.second", [(1, 1, Ratio(3, of: 4))]),
      ]
      try await PlanOffice.refresh(database, indicators)
      let page = try #require(try await page(database, "T01", indicators))
      #expect(page.contains("783／7,008"))
      #expect(page.contains("非表示"))
      // The small groups, their complements and their rates.
      for number in ["6／7", "777／", "3／4", "85.7", "75.0", "11.1％（777"] {
        #expect(!page.contains(number), "\(number)")
      }
    }
  }

  @Test func breaksTheLineAndWarnsWhereTheWayOfCountingChanged() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      let text = spoiled("direction: at-least", FigureTargetTests.figure)
        .replacing("deadline: {fiscal_year: 2025}", with: "deadline: {fiscal_year: 2030}")
      _ = try await PlanOffice.loading(database).load(text: text)
      let groups: [(employer: Int64, unit: Int64, ratio: Ratio)] = [(1, 1, Ratio(20, of: 60))]
      let old = FigureTargetTests.indicator("a.first", groups)
      try await PlanOffice.refresh(database, [old])
      let same = try #require(try await page(database, "T01", [old]))
      #expect(!same.contains("途中で数え方が変わっています"))
      let new = FigureTargetTests.indicator("a.first", groups, version: 2)
      let clock = SettableClock(OfficeZone.instant(on: PlanOffice.today, at: .midnight))
      let refresh = FigureRefresh(database: database, clock: clock, ids: RecordIDSource(clock: clock)) {
        [new]
      }
      _ = try await refresh.run(PlanOffice.year)
      let changed = try #require(try await page(database, "T01", [new]))
      #expect(changed.contains("途中で数え方が変わっています"))
    }
  }
}
