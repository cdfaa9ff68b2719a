import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Workforce

@Suite("Figures of hires, ranks, promotions and service")
struct WorkforceIndicatorTests {
  static func counted(
    _ indicator: Indicator,
    _ year: FiscalYear,
    _ today: CivilDate,
    in database: any SQLDatabase
  ) async throws -> [NaiveCount.Key: Ratio] {
    try await database.read { connection in
      try indicator.values(year, today, connection).reduce(into: [:]) { sums, value in
        #expect(value.people == value.ratio.denominator)
        let key = NaiveCount.Key(employer: value.employer.number, unit: value.unit?.number)
        sums[key, default: .zero] += value.ratio
      }
    }
  }

  @Test(arguments: Engine.available, [1, 2, 3] as [UInt64])
  func agreeWithCountingOneByOne(_ engine: Engine, _ seed: UInt64) async throws {
    let book = StaffBook.random(seed: seed, count: 600)
    let year = FiscalYear(startYear: 2026)
    try await book.with(engine) { database in
      for today in [
        "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01", "2026-12-31", "2027-03-31", "2027-05-01",
      ] {
        let naive = NaiveCount(book: book, year: year, today: day(today))
        for indicator in WorkforceIndicators.all {
          let id = indicator.definition.id
          let counted = try await Self.counted(indicator, year, day(today), in: database)
          #expect(counted == naive.values(String(id.dropFirst("workforce.".count))), "\(id) on \(today)")
        }
      }
    }
  }

  @Test func everyDiceThrowMeetsEveryFigure() {
    let book = StaffBook.random(seed: 1, count: 600)
    let naive = NaiveCount(book: book, year: FiscalYear(startYear: 2026), today: day("2027-03-31"))
    for indicator in WorkforceIndicators.all {
      let values = naive.values(String(indicator.definition.id.dropFirst("workforce.".count)))
      #expect(!values.isEmpty, "\(indicator.definition.id) counts nobody")
    }
  }

  struct CareerCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bands: [(String, Int64, RankBand)]
    let march: Int
    var testDescription: String { name }
  }

  @Test(
    arguments: [
      CareerCase(name: "promoted", bands: [("2020-04-01", 2, .clerk), ("2026-04-01", 2, .chief)], march: 1),
      CareerCase(
        name: "the day before",
        bands: [("2020-04-01", 2, .clerk), ("2026-03-31", 2, .chief)],
        march: 0
      ),
      CareerCase(
        name: "the last day",
        bands: [("2020-04-01", 2, .clerk), ("2027-03-31", 2, .chief)],
        march: 1
      ),
      CareerCase(name: "hired as a chief", bands: [("2026-04-01", 2, .chief)], march: 0),
      CareerCase(
        name: "moved as a chief",
        bands: [("2020-04-01", 2, .clerk), ("2025-04-01", 2, .chief), ("2026-04-01", 1, .chief)],
        march: 0
      ),
      CareerCase(
        name: "twice in the year",
        bands: [
          ("2020-04-01", 2, .clerk), ("2026-04-01", 2, .chief), ("2026-07-01", 2, .clerk),
          ("2026-10-01", 2, .chief),
        ],
        march: 1
      ),
      CareerCase(
        name: "back from a higher band",
        bands: [("2020-04-01", 2, .deputyDirector), ("2025-04-01", 2, .clerk), ("2026-04-01", 2, .chief)],
        march: 0
      ),
      CareerCase(
        name: "in a regional bureau",
        bands: [("2020-04-01", 2, .clerk), ("2026-04-01", 4, .chief)],
        march: 0
      ),
      CareerCase(
        name: "in an institution",
        bands: [("2020-04-01", 2, .clerk), ("2026-04-01", 5, .chief)],
        march: 0
      ),
    ],
    Engine.available
  )
  func countsAFirstPromotionOnce(_ example: CareerCase, _ engine: Engine) async throws {
    var book = StaffBook()
    var person = StaffBook.Person(employer: 1, sex: .female, hiredOn: day("2020-04-01"))
    for (place, step) in example.bands.enumerated() {
      let next = place + 1 < example.bands.count ? day(example.bands[place + 1].0).adding(days: -1) : nil
      person.held.append(
        .init(kind: .primary, post: book.post(step.1, step.2), from: day(step.0), to: next)
      )
    }
    book.people = [person]
    try await book.with(engine) { database in
      let indicator = try #require(
        WorkforceIndicators.all.first { $0.definition.id == "workforce.women-new-chief-march" }
      )
      let year = FiscalYear(startYear: 2026)
      let counted = try await Self.counted(indicator, year, day("2027-04-30"), in: database)
      #expect(counted.values.reduce(.zero, +) == Ratio(example.march, of: example.march))
    }
  }

  struct MonthCase: Sendable {
    let hiredOn: String
    let through: String
    let months: Int
  }

  @Test(arguments: [
    MonthCase(hiredOn: "2020-04-01", through: "2026-03-31", months: 72),
    MonthCase(hiredOn: "2020-04-01", through: "2026-03-30", months: 71),
    MonthCase(hiredOn: "2020-04-02", through: "2026-04-01", months: 72),
    MonthCase(hiredOn: "2024-02-29", through: "2025-02-28", months: 12),
    MonthCase(hiredOn: "2026-01-31", through: "2026-02-28", months: 1),
    MonthCase(hiredOn: "2026-04-01", through: "2026-04-01", months: 0),
    MonthCase(hiredOn: "2026-04-02", through: "2026-04-01", months: 0),
  ])
  func countsWholeMonthsOfService(_ example: MonthCase) {
    #expect(ServiceMonths.count(from: day(example.hiredOn), through: day(example.through)) == example.months)
  }

  @Test func guardsAllAsFiguresOfPeople() {
    for indicator in WorkforceIndicators.all {
      #expect(indicator.definition.guardKind == .people, "\(indicator.definition.id)")
    }
  }

  @Test func hasAnIdentifierForEachOfThem() {
    let ids = WorkforceIndicators.all.map(\.definition.id)
    #expect(Set(ids).count == ids.count)
  }
}
