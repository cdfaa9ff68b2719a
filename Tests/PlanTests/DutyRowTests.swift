import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("The duties and reports behind figures of the plan")
struct DutyRowTests {
  private func rows(_ id: String, in database: any SQLDatabase) async throws -> [CountedRow] {
    try await database.read { connection in
      let plan = try #require(try CurrentPlan().version(on: connection)?.plan)
      let indicator = DutyIndicators.indicators(for: plan).first { $0.definition.id == id }
      let listing = try #require(indicator?.listing)
      #expect(listing.audience == .duties)
      let rows = try listing.rows(PlanOffice.year, PlanOffice.today, connection)
      for row in rows { #expect(row.facts.count == listing.headings.count) }
      return rows
    }
  }

  @Test(arguments: Engine.available)
  func listEveryDutyWithItsState(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        for (id, state) in [(1, "open"), (2, "fulfilled"), (3, "excused"), (4, "open")] as [(Int64, String)] {
          let duty = DutyDesk.UnitDuty(
            measure: "II-1-3ii-2",
            unit: id,
            bureau: 1,
            state: state,
            entry: 30 + id
          )
          try DutyDesk.insert(duty, id: id, on: connection)
        }
        try connection.execute("UPDATE duty SET due_on = '2026-05-31' WHERE id = 4")
      }
      let rows = try await rows("duties.coverage-II-1-3ii-2", in: database)
      #expect(rows.map(\.ratio).reduce(.zero, +) == Ratio(1, of: 3))
      let words = Dictionary(uniqueKeysWithValues: rows.map { ($0.subject, $0.facts[1]) })
      #expect(words[.head(RecordID(1))] == .words("未了"))
      #expect(words[.head(RecordID(2))] == .words("済み"))
      #expect(words[.head(RecordID(3))] == .words("免除"))
      #expect(words[.head(RecordID(4))] == .words("期限超過"))
    }
  }

  @Test(arguments: Engine.available)
  func listReportsThatCount(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let measure = "III-1-1-1"
      try await database.write { connection in
        try DutyDesk.report(
          measure,
          unit: 1,
          kind: "hand.count",
          entry: 1,
          quantity: 3,
          of: 10,
          on: connection
        )
        // Corrected, so that it counts no more.
        try DutyDesk.report(
          measure,
          unit: 1,
          kind: "hand.count",
          entry: 2,
          quantity: 5,
          of: 10,
          corrects: 1,
          on: connection
        )
        // 統計局 never said of how many.
        try DutyDesk.report(measure, unit: 3, kind: "hand.count", entry: 3, quantity: 7, on: connection)
        try DutyDesk.reports(
          measure,
          bureau: 1,
          cases: 1,
          quantity: 5,
          of: 10,
          last: "2026-05-01",
          on: connection
        )
        try DutyDesk.reports(measure, bureau: 3, cases: 1, quantity: 7, last: "2026-05-01", on: connection)
      }
      let rows = try await rows("duties.share-\(measure)", in: database)
      #expect(rows.map(\.ratio) == [Ratio(5, of: 10)])
      #expect(rows.first?.subject == .unit(RecordID(1)))
      #expect(rows.first?.facts == [.day(PlanOffice.day("2026-05-01"))])
      let stored = try await database.read { connection in
        let place = MeasurePlace(plan: "soumu", measure: try #require(MeasureID(measure)), headCount: .named)
        return try DutyFigureRecords.share(place, in: PlanOffice.year, on: connection)
      }
      #expect(stored.map(\.ratio).reduce(.zero, +) == Ratio(5, of: 10))
    }
  }
}
