import CivilTime
import Foundation
import Store
import TestSupport
import Testing

@testable import Indicators

@Suite("Published figures to compare with")
struct ReferenceTests {
  private static let heading =
    "series,title,unit,targets,body,year,year_kind,as_of,value,numerator,denominator,certainty,source,address,note"
  private static let line =
    "rank.director,課室長,％,soumu:T04,国,2018,calendar,2018-07-01,4.9,,,secondary,公表,https://example.org/,"

  private static var published: [UInt8] {
    get throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      return Array(try Data(contentsOf: root.appendingPathComponent("plans/references.csv")))
    }
  }

  private func loading(
    _ database: any SQLDatabase,
    _ clock: SettableClock = SettableClock()
  ) -> ReferenceLoading {
    ReferenceLoading(database: database, clock: clock, ids: RecordIDSource(clock: clock))
  }

  @Test(arguments: Engine.available)
  func loadsTheFileThatComesWithTheProgram(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, _ in
      let outcome = try await loading(database).load(try Self.published)
      let series = try await database.read { connection in try ReferenceRecords.all(on: connection) }
      let count = series.reduce(0) { $0 + $1.figures.count }
      #expect(outcome == .loaded(rows: count))
      #expect(count > 100)
      let figures = series.flatMap(\.figures)
      #expect(figures.allSatisfy { !$0.source.isEmpty && $0.address.hasPrefix("http") })
      // Where both are given the value is what they make, to the decimal that was published.
      for figure in figures {
        guard let rate = figure.ratio?.rounded(times: 1_000) else { continue }
        #expect(rate * 100 == figure.valueMilli, "\(figure)")
      }
      let women = try #require(series.first { $0.id == "childcare.women" })
      #expect(women.figures.map(\.valueMilli) == [102_200])
      let again = try await loading(database).load(try Self.published)
      #expect(again == .unchanged(rows: count))
    }
  }

  @Test(arguments: Engine.available)
  func findsTheSeriesOfATarget(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, _ in
      _ = try await loading(database).load(try Self.published)
      let found = try await database.read { try ReferenceRecords.series(target: "soumu:T04", on: $0) }
      #expect(found.map(\.id) == ["rank.director"])
      #expect(found.first?.figures.map(\.year) == [2018, 2019, 2022, 2023, 2024, 2025])
      #expect(found.first?.figures.map(\.certainty).contains(.chart) == true)
      let none = try await database.read { try ReferenceRecords.series(target: "city:T04", on: $0) }
      #expect(none.isEmpty)
    }
  }

  @Test func replacesWhatWasLoadedBefore() async throws {
    try await FigureStaff.with(.sqlite) { database, _ in
      let clock = SettableClock()
      _ = try await loading(database, clock).load(try Self.published)
      clock.advance(milliseconds: 5)
      let outcome = try await loading(database, clock).load(Array("\(Self.heading)\n\(Self.line)\n".utf8))
      #expect(outcome == .loaded(rows: 1))
      let series = try await database.read { connection in try ReferenceRecords.all(on: connection) }
      #expect(series.map(\.id) == ["rank.director"])
    }
  }

  static let bad: [(from: String, to: String, column: String)] = [
    ("calendar", "lunar", "年の種類"), ("2018-07-01", "2018-07-32", "時点"), ("4.9", "many", "値"),
    ("4.9,,", "4.9,1,0", "分母"), ("secondary", "sure", "確かさ"), ("https://", "javascript:", "所在"),
    (",2018,", ",MMXVIII,", "年"), ("rank.director", "", "系列"),
  ]

  @Test(arguments: bad)
  func refusesALineThatCannotBeRead(_ row: (from: String, to: String, column: String)) async throws {
    try await FigureStaff.with(.sqlite) { database, _ in
      let line = Self.line.replacing(row.from, with: row.to)
      do {
        _ = try await loading(database).load(Array("\(Self.heading)\n\(line)\n".utf8))
        Issue.record("the line was taken")
      } catch let error as ReferenceFaults {
        #expect(error.faults.map(\.column) == [row.column])
        #expect(error.faults.map(\.line) == [2])
      }
    }
  }
}
