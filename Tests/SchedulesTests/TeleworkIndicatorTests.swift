import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import Schedules

@Suite("Figures of days at home")
struct TeleworkIndicatorTests {
  private static let year = FiscalYear(startYear: 2026)
  private static let today = SchedulesOffice.today

  /// One day of telework as it is on record.
  private struct Entry {
    let person: Int64
    let date: String
    /// Whose account entered it.
    let by: Int64
    var outcome: Telework.Outcome?
    var isCancelled = false
  }

  private static let entries = [
    // 22: asked for four days; ordered, ordered and taken back, refused, and never answered.
    Entry(person: 22, date: "2026-05-11", by: 22, outcome: .ordered),
    Entry(person: 22, date: "2026-05-12", by: 22, outcome: .ordered, isCancelled: true),
    Entry(person: 22, date: "2026-05-13", by: 22, outcome: .refused),
    Entry(person: 22, date: "2026-05-14", by: 22),
    // Refused, asked for again and ordered: one day, met.
    Entry(person: 22, date: "2026-05-15", by: 22, outcome: .refused),
    Entry(person: 22, date: "2026-05-15", by: 22, outcome: .ordered),
    // Taken back before anybody decided, and days of another year or to come.
    Entry(person: 22, date: "2026-05-18", by: 22, isCancelled: true),
    Entry(person: 22, date: "2026-03-31", by: 22, outcome: .ordered),
    Entry(person: 22, date: "2026-06-04", by: 22, outcome: .ordered),
    // Ordered by the head without a wish, one of them on the day of the figure.
    Entry(person: 23, date: "2026-06-02", by: 21, outcome: .ordered),
    Entry(person: 23, date: "2026-06-03", by: 21, outcome: .ordered),
    // Of the other employer.
    Entry(person: 42, date: "2026-04-01", by: 42, outcome: .ordered),
  ]

  private static func fill(_ office: SchedulesOffice) async throws {
    try await office.database.write { connection in
      for person in [21, 22, 42] as [Int64] {
        try AccountRecords.insert(
          id: RecordID(person),
          login: "person-\(person)",
          name: "職員",
          employee: RecordID(person),
          at: office.clock.now(),
          on: connection
        )
      }
      for (place, entry) in entries.enumerated() {
        let telework = Telework(
          id: RecordID(Int64(place) + 1),
          employee: RecordID(entry.person),
          date: day(entry.date),
          extent: .whole,
          at: office.clock.now(),
          decision: nil,
          cancellation: nil
        )
        try TeleworkRecords.append(telework, account: entry.by, on: connection)
        let now = office.clock.now()
        if let outcome = entry.outcome {
          try TeleworkRecords.decide(telework.id, outcome, "", at: now, account: 21, on: connection)
        }
        if entry.isCancelled {
          try TeleworkRecords.cancel(telework.id, "", at: now, account: 21, on: connection)
        }
      }
    }
  }

  private static func values(
    _ indicator: Indicator,
    _ office: SchedulesOffice,
    _ today: CivilDate = today
  ) async throws -> [Int64: IndicatorValue] {
    try await office.database.read { connection in
      let values = try indicator.values(year, today, connection)
      return Dictionary(uniqueKeysWithValues: values.map { ($0.unit?.number ?? 0, $0) })
    }
  }

  @Test(arguments: Engine.available)
  func daysAreCountedAsTheyWereOrdered(_ engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      try await Self.fill(office)
      let users = try await Self.values(SchedulesIndicators.teleworkUsers, office)
      #expect(
        users.mapValues(\.ratio) == [
          1: Ratio(0, of: 1), 2: Ratio(2, of: 3), 3: Ratio(0, of: 2), 4: Ratio(1, of: 2),
        ]
      )
      #expect(users[2]?.people == 3)
      #expect(users[4]?.employer == RecordID(2))
      let days = try await Self.values(SchedulesIndicators.teleworkDays, office)
      // 22: 11 and 15 May; 23: 2 and 3 June.
      #expect(days[2]?.ratio == Ratio(4, of: 3))
      #expect(days[4]?.ratio == Ratio(1, of: 2))
      #expect(days[3]?.ratio == Ratio(0, of: 2))
    }
  }

  @Test(arguments: Engine.available)
  func wishesAreMetByAnOrderAlone(_ engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      #expect(try await Self.values(SchedulesIndicators.teleworkWishesMet, office).isEmpty)
      try await Self.fill(office)
      let met = try await Self.values(SchedulesIndicators.teleworkWishesMet, office)
      // Ordered on 11, 12 and 15 May of the days from 11 to 15; who never asked is in neither number.
      #expect(met.mapValues(\.ratio) == [2: Ratio(3, of: 5), 4: Ratio(1, of: 1)])
      #expect(met[2]?.people == 1)
      let later = try await Self.values(
        SchedulesIndicators.teleworkWishesMet,
        office,
        Self.today.adding(days: 1)
      )
      #expect(later[2]?.ratio == Ratio(4, of: 6))
      for indicator in SchedulesIndicators.all {
        let listing = try #require(indicator.listing)
        let rows = try await office.database.read { try listing.rows(Self.year, Self.today, $0) }
        for row in rows { #expect(row.facts.count == listing.headings.count) }
        #expect(try await Self.values(indicator, office, day("2026-03-31")).isEmpty)
      }
    }
  }
}
