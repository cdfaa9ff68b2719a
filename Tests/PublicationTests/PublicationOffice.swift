import Access
import CivilTime
import Indicators
import Journal
import People
import Plan
import Site
import Store
import TestSupport

@testable import Publication

/// Two employers without staff, whose figures are written by hand.
struct PublicationOffice: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + IndicatorMigrations.all + PlanMigrations.all + PublicationMigrations.all

  static let today = PublishedPlan.day("2026-06-15")
  static let office = RecordID<Employer>(1)
  static let fire = RecordID<Employer>(2)

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource

  static func with(_ engine: Engine, _ body: (PublicationOffice) async throws -> Void) async throws {
    let clock = SettableClock(
      OfficeZone.instant(on: today, at: .midnight).adding(minutes: Minutes(hours: 10))
    )
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = PublicationOffice(
        database: temporary.database,
        clock: clock,
        ids: RecordIDSource(clock: clock)
      )
      try await office.database.write { connection in
        let employers = [
          Employer(id: Self.office, code: "office", name: "役所"),
          Employer(id: Self.fire, code: "fire", name: "消防"),
        ]
        try EmployerRecords.insert(employers, on: connection)
      }
      try await body(office)
    }
  }

  var payGap: PayGapService { PayGapService(database: database, clock: clock, ids: ids) }

  func payGaps(_ year: FiscalYear = PublishedPlan.year) async throws -> [RecordID<Employer>: PayGapYear] {
    try await database.read { try PayGapRecords.years(year, on: $0) }
  }

  func settings(
    _ year: FiscalYear = PublishedPlan.year
  ) async throws -> [RecordID<Employer>: EmployerSettings] {
    try await database.read { try SettingRecords.settings(in: year, on: $0) }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }
}
