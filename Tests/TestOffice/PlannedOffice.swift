package import Access
import Attachments
package import CivilTime
import Duties
import Evidence
import Foundation
import Indicators
import Journal
import People
import Plan
package import Site
package import Store
package import TestSupport

/// Two employers with the plan of `plans/soumu.yaml` in force from 1 April 2026; it is 1 December 2026, 10:00.
///
/// 総務省: 大臣官房(1) with 秘書課(2) below it, 統計局(3); 消防庁: 消防課(4). Whoever has a number that ends in 01 heads
/// the unit of its hundreds.
package struct PlannedOffice: Sendable {
  package static let today = day("2026-12-01")
  package static let now = OfficeZone.instant(on: today, at: .midnight).adding(minutes: Minutes(hours: 10))
  package static let year = FiscalYear(startYear: 2026)
  private static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + AttachmentsMigrations.all + DutiesMigrations.all + EvidenceMigrations.all + IndicatorMigrations.all
    + PlanMigrations.all

  package let database: any SQLDatabase
  package let clock: SettableClock
  package let ids: RecordIDSource
  package let responder: SiteResponder

  /// Gives a body the office with a capability in the house; failures of its pages go to `report`.
  package static func with(
    _ engine: Engine,
    _ capabilities: [Capability],
    report: @escaping @Sendable (any Error) -> Void,
    _ body: (PlannedOffice) async throws -> Void
  ) async throws {
    let migrations = schema + capabilities.flatMap(\.migrations)
    try await TemporaryDatabase.with(engine, migrations: migrations) { temporary in
      let office = PlannedOffice(temporary.database, capabilities, report)
      try await office.database.write { try OfficePeople.write(on: $0) }
      let loading = PlanLoading(database: office.database, clock: office.clock, ids: office.ids)
      _ = try await loading.load(text: try planText(), dutiesFrom: day("2026-04-01"))
      try await office.sweep()
      try await body(office)
    }
  }

  private init(
    _ database: any SQLDatabase,
    _ capabilities: [Capability],
    _ report: @escaping @Sendable (any Error) -> Void
  ) {
    self.database = database
    clock = SettableClock(Self.now)
    ids = RecordIDSource(clock: clock)
    responder = SiteResponder(
      capabilities: capabilities,
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in report(error) }
    )
  }

  package func sweep() async throws {
    _ = try await DutySweep(database: database, clock: clock, ids: ids, sources: PeopleEvents.all)
      .run(force: true)
  }

  /// How many duties a condition holds for.
  package func count(_ condition: SQLText) async throws -> Int {
    try await database.read { connection in
      try connection.value("SELECT COUNT(*) FROM duty WHERE \(fragment: condition)") ?? 0
    }
  }

  /// Somebody with a session and a name of their own; `role` is granted.
  package func visit(
    _ employee: Int64?,
    as role: Role? = nil,
    name: String = "利用者"
  ) async throws -> Visit {
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: name,
        employee: employee.map { RecordID($0) },
        at: Self.now,
        on: connection
      )
      if let role {
        let reach = role == .hr ? RecordID<Employer>(1) : nil
        let given = RoleGrant(role, employer: reach, from: Self.day("2026-04-01"))
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: Self.now, on: connection)
    }
    return Visit(responder: responder, secret: secret, actor: account)
  }

  package static func planText() throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().appending(path: "plans/soumu.yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  package static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }
}
