import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Workforce

@Suite("The rows behind figures of staff")
struct RowListingTests {
  private static let year = FiscalYear(startYear: 2026)

  @Test(arguments: Engine.available)
  func countEachPersonOnceAndSayWhy(_ engine: Engine) async throws {
    let book = StaffBook.random(seed: 9, count: 500)
    let today = day("2027-03-31")
    try await book.with(engine) { database in
      for indicator in WorkforceIndicators.all {
        let id = indicator.definition.id
        let listing = try #require(indicator.listing, "\(id)")
        #expect(listing.audience == .personnelRecord)
        let rows = try await database.read { connection in try listing.rows(Self.year, today, connection) }
        #expect(!rows.isEmpty, "\(id)")
        #expect(Set(rows.map(\.person)).count == rows.count, "\(id)")
        for row in rows {
          let number = try #require(row.person?.number)
          let person = book.people[Int(number) - 1]
          #expect(row.facts.count == listing.headings.count, "\(id)")
          #expect(row.employer.number == person.employer)
          #expect(row.ratio.denominator == 1)
          try Self.expect(row, of: person, under: listing.headings, counts: indicator.definition.numerator)
        }
      }
    }
  }

  /// The facts are those of the person, and they agree with what the row counts.
  private static func expect(
    _ row: CountedRow,
    of person: StaffBook.Person,
    under headings: [String],
    counts numerator: String
  ) throws {
    for (heading, fact) in zip(headings, row.facts) {
      switch heading {
      case "性別": #expect(fact == .words(person.sex.japanese))
      case "採用日": #expect(fact == .day(person.hiredOn))
      case "離職日": #expect(fact == (person.leftOn.map { .day($0) } ?? .none))
      case "採用区分": #expect(fact == .words(person.exam.japanese))
      case "技術系": #expect(fact == (person.isTechnical ? .words("該当") : .none))
      case "昇任日":
        guard case .day(let day) = fact else {
          Issue.record("a promotion has no day")
          continue
        }
        #expect(person.held.contains { $0.kind == .primary && $0.from == day })
      default: #expect(fact != .words(""))
      }
    }
    if numerator == "うち女性" { #expect(row.ratio.numerator == (person.sex == .female ? 1 : 0)) }
  }

  @Test(arguments: Engine.available)
  func tellWhereLateCorrectionsChangedThem(_ engine: Engine) async throws {
    let book = StaffBook.random(seed: 9, count: 300)
    let indicator = try #require(
      WorkforceIndicators.all.first { $0.definition.id == "workforce.women-staff" }
    )
    let listing = try #require(indicator.listing)
    try await TemporaryDatabase.with(engine, migrations: StaffBook.schema + IndicatorMigrations.all) {
      place in
      let database = place.database
      try await book.write(to: database)
      let clock = SettableClock(OfficeZone.instant(on: day("2026-06-15"), at: .midnight))
      let refresh = FigureRefresh(database: database, clock: clock, ids: RecordIDSource(clock: clock)) {
        [indicator]
      }
      _ = try await refresh.run(Self.year)
      let before = try await Self.listed(indicator, listing, in: database)
      #expect(before.differences.isEmpty)
      #expect(before.stored.places == before.places)
      let changed = try #require(before.rows.first { $0.ratio.numerator == 1 })
      try await database.write { connection in
        try connection.execute("UPDATE employee SET sex = 'male' WHERE id = \(changed.person)")
      }
      let after = try await Self.listed(indicator, listing, in: database)
      #expect(after.stored == before.stored)
      let difference = try #require(after.differences.first)
      #expect(after.differences.count == 1)
      #expect(difference.employer == changed.employer)
      #expect(difference.stored - difference.counted == Ratio(1, of: 0))
    }
  }

  private static func listed(
    _ indicator: Indicator,
    _ listing: RowListing,
    in database: any SQLDatabase
  ) async throws -> ListedFigure {
    try await database.read { connection in
      let years = year...year
      let stored = try StoredFigureRecords.figures(of: indicator.definition.id, years: years, on: connection)
      return try ListedFigure(try #require(stored.first), listing, on: connection)
    }
  }
}
