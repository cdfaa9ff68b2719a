import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import LimitWatch

@Suite("The share of analyses that were submitted")
struct AnalysisFigureTests {
  private static let indicator = LimitWatchIndicators.analysesSubmitted
  private static let year = LimitOffice.year2025

  private static func rows(_ office: LimitOffice, _ today: String = "2026-03-31") async throws -> [CountedRow]
  {
    let listing = try #require(indicator.listing)
    return try await office.database.read { try listing.rows(year, day(today), $0) }
  }

  private static func write(
    _ unit: Int64,
    revision: Int,
    isSubmitted: Bool,
    in year: FiscalYear = year,
    naming months: [(Int64, String)] = [],
    _ office: LimitOffice
  ) async throws {
    let analysis = LimitAnalysis(
      unit: RecordID(unit),
      year: year,
      revision: revision,
      isSubmitted: isSubmitted,
      factors: Dictionary(
        uniqueKeysWithValues: months.map { person, text in
          (
            LimitAnalysis.PersonMonth(employee: RecordID(person), month: month(text)),
            [.init(factor: .diet, minutes: nil)]
          )
        }
      ),
      staffing: "",
      measures: "",
      writtenAt: office.clock.now(),
      author: "職員"
    )
    try await office.database.write { connection in
      try LimitAnalysisRecords.insert(analysis, id: office.ids.next(), by: 1, on: connection)
    }
  }

  @Test(arguments: Engine.available)
  func aUnitOwesForItsMonthsAndAnswersBySubmitting(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(301, "2025-06-10", hours: 45)
      #expect(try await Self.rows(office).isEmpty)
      // Two people of unit 2 in three months, one of unit 4; 45 hours are within.
      try await office.work(202, "2025-05-10", hours: 46)
      try await office.work(202, "2025-06-10", hours: 50)
      try await office.work(203, "2025-06-10", hours: 46)
      try await office.work(401, "2025-06-10", hours: 46)
      // A draft is no answer, nor is that of another year.
      let all: [(Int64, String)] = [(202, "2025-05"), (202, "2025-06"), (203, "2025-06")]
      try await Self.write(2, revision: 1, isSubmitted: false, naming: all, office)
      try await Self.write(4, revision: 1, isSubmitted: true, in: Self.year.advanced(by: 1), office)
      let owed = try await Self.rows(office)
      #expect(owed.map(\.subject) == [.unit(RecordID(2)), .unit(RecordID(4))])
      #expect(owed.map(\.ratio) == [Ratio(0, of: 1), Ratio(0, of: 1)])
      #expect(owed.map(\.employer) == [RecordID(1), RecordID(2)])
      #expect(owed.map(\.facts) == [[.number(3), .number(3), .none], [.number(1), .number(1), .none]])
      // A month that came after it was submitted has no analysis.
      try await Self.write(2, revision: 2, isSubmitted: true, naming: Array(all.dropLast()), office)
      let partly = try await Self.rows(office)
      #expect(partly.map(\.ratio) == [Ratio(0, of: 1), Ratio(0, of: 1)])
      #expect(partly.first?.facts == [.number(3), .number(1), .day(LimitOffice.today)])
      // Submitted after the year, as is usual; a later draft takes nothing back.
      try await Self.write(2, revision: 3, isSubmitted: true, naming: all, office)
      try await Self.write(2, revision: 4, isSubmitted: false, office)
      let answered = try await Self.rows(office)
      #expect(answered.map(\.ratio) == [Ratio(1, of: 1), Ratio(0, of: 1)])
      #expect(answered.first?.facts == [.number(3), .number(0), .day(LimitOffice.today)])
      let values = try await office.database.read { connection in
        try Self.indicator.values(Self.year, day("2026-03-31"), connection)
      }
      #expect(values.map(\.ratio) == [Ratio(1, of: 1), Ratio(0, of: 1)])
      // In May only that month was beyond.
      #expect(
        try await Self.rows(office, "2025-05-31").map(\.facts)
          == [[.number(1), .number(0), .day(LimitOffice.today)]]
      )
      #expect(try await Self.rows(office, "2025-03-31").isEmpty)
    }
  }

  @Test func tellsOfPeopleAndIsGuardedAsTheirNumberIs() {
    #expect(Self.indicator.definition.guardKind == .people)
    #expect(
      Self.indicator.definition.methodChanges.map(\.version) == [Self.indicator.definition.methodVersion]
    )
  }

  @Test(arguments: Engine.available)
  func tellsOfEverybodyInService(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      // 消防庁 has six people, one of them beyond a limit: its share is guarded by the six.
      try await office.work(401, "2025-06-10", hours: 46)
      let values = try await office.database.read { connection in
        try Self.indicator.values(Self.year, day("2026-03-31"), connection)
      }
      #expect(values.map(\.employer) == [RecordID(2)])
      #expect(values.map(\.people) == [nil], "as many as are in service")
    }
  }
}
