import Access
import CivilTime
import Markup
import Site
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Duties on home")
struct HomeEntryTests {
  /// A home with the line of the duties alone.
  private static let home = Capability(
    name: "home",
    routes: [
      Route(.get, "/line", allow: .signedIn) { request in
        let entry = try await DutiesCapability.homeEntry(request)
        return .page(PageContent(title: "ホーム", body: entry.map { Panels.entries([$0]) } ?? "何もなし"))
      }
    ]
  )

  private func visit(_ office: DutiesOffice, by employee: Int64) async throws -> Visit {
    let secret = try await office.visit(employee).secret
    let responder = SiteResponder(
      capabilities: [Self.home],
      services: SiteServices(database: office.database, clock: office.clock, ids: office.ids, isDemo: false),
      transport: .plain,
      reportFailure: { reference, error in print("\(reference): \(error)") }
    )
    return Visit(responder: responder, secret: secret)
  }

  @Test func tellsHowManyWaitAndWarnsOnlyOfLateOnes() async throws {
    try await DutiesOffice.with(.sqlite) { office in
      try await office.load(InboxTests.rules)
      try await office.sweep()
      let today = OfficeZone.date(of: office.clock.now())
      let head = office.actor(2, heads: [11])
      let counts = try await office.database.read { connection in
        try DutyQuery.openCount(of: head, today: today, on: connection)
      }
      try #require(counts.open > 0)
      let visit = try await visit(office, by: 2)
      let text = await visit.get("/line").text
      #expect(text.contains("未了\(counts.open)件。うち今週が期限のものは\(counts.week)件です"))
      #expect(text.contains("期限超過") == (counts.overdue > 0))
      try await office.run("UPDATE duty SET due_on = '2020-04-01' WHERE state = 'open'")
      #expect(await visit.get("/line").text.contains("期限超過 \(counts.open)件"))
      let nobody = try await self.visit(office, by: 5).get("/line").text
      #expect(nobody.contains("いま未了の取組はありません") && !nobody.contains("期限超過"))
    }
  }
}
