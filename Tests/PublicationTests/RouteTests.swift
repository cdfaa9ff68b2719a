import CivilTime
import DisclosureRules
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import Publication
@testable import Site

@Suite("Who may set what is published")
struct RouteTests {
  /// Somebody signed in.
  struct Visit {
    let responder: SiteResponder
    let secret: BearerSecret

    func post(_ path: String, _ fields: String) async -> Int {
      let headers = IncomingRequest.Headers(
        host: "localhost",
        cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
        contentType: "application/x-www-form-urlencoded",
        origin: nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      )
      let response = await responder.respond(
        to: IncomingRequest(
          method: "POST",
          path: path,
          query: "",
          headers: headers,
          body: Array("_token=\(secret.formToken)&\(fields)".utf8),
          address: "127.0.0.1"
        )
      )
      return response.status
    }
  }

  static func visit(_ office: PublicationOffice, _ role: Role) async throws -> Visit {
    let moment = office.clock.now()
    let account: RecordID<Account> = office.ids.next()
    let grant: RecordID<RoleGrant> = office.ids.next()
    let secret = BearerSecret.random()
    let employee: RecordID<Employee> = office.ids.next()
    try await office.database.write { connection in
      try EmployeeRecords.insert([Self.employee(employee)], on: connection)
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者",
        employee: employee,
        at: moment,
        on: connection
      )
      try RoleGrantRecords.insert(
        RoleGrant(
          role,
          employer: role == .hr ? PublicationOffice.office : nil,
          from: PublishedPlan.day("2026-04-01")
        ),
        id: grant,
        to: account,
        on: connection
      )
      try SessionRecords.insert(secret, account: account, at: moment, on: connection)
    }
    let services = SiteServices(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      isDemo: false
    )
    let responder = SiteResponder(
      capabilities: [PublicationCapability.capability(indicators: [])],
      services: services,
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
    return Visit(responder: responder, secret: secret)
  }

  private static func employee(_ id: RecordID<Employee>) -> Employee {
    Employee(
      id: id,
      employer: PublicationOffice.office,
      number: "\(id)",
      familyName: "職員",
      givenName: "花子",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: PublishedPlan.day("2020-04-01")
    )
  }

  struct RoleCase: Sendable, CustomTestStringConvertible {
    let role: Role
    let employer: Int
    let settings: Int
    let release: Int
    var testDescription: String { "\(role) for employer \(employer)" }
  }

  @Test(
    arguments: [
      RoleCase(role: .secretariat, employer: 1, settings: 303, release: 403),
      RoleCase(role: .secretariat, employer: 2, settings: 303, release: 403),
      RoleCase(role: .hr, employer: 1, settings: 303, release: 303),
      RoleCase(role: .hr, employer: 2, settings: 404, release: 404),
      RoleCase(role: .committee, employer: 1, settings: 403, release: 403),
      RoleCase(role: .auditor, employer: 1, settings: 403, release: 403),
      RoleCase(role: .administrator, employer: 1, settings: 403, release: 403),
    ],
    Engine.available
  )
  func reachesOnesOwnEmployerOnly(_ example: RoleCase, _ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let visit = try await Self.visit(office, example.role)
      _ = try await PayGapServiceTests.compute(office, ReleaseTests.pay(women: 3))
      let figure = try await ReleaseTests.shown(office, 2025)
      let path = "/plan/publication/2025/employers/\(example.employer)"
      let settings = await visit.post(path, "tenure-item=leaving&rank-day=july&month=2026-06&seen=0")
      #expect(settings == example.settings)
      let release = await visit.post("\(path)/release", "\(ReleaseTests.form(figure))&release=yes")
      #expect(release == example.release)
      let stored = try await office.settings()[RecordID(Int64(example.employer))]
      #expect((stored?.month != nil) == (example.settings == 303))
      #expect((stored?[.payGapRelease(.employment(.all))] != nil) == (example.release == 303))
    }
  }

  @Test func takesARowBackAndRefusesRowsThatAreNot() async throws {
    try await PublicationOffice.with(.sqlite) { office in
      let visit = try await Self.visit(office, .hr)
      let path = "/plan/publication/2025/employers/1/release"
      _ = try await PayGapServiceTests.compute(office, ReleaseTests.pay(women: 3))
      let figure = ReleaseTests.form(try await ReleaseTests.shown(office, 2025))
      #expect(await visit.post(path, "\(figure)&release=yes") == 303)
      #expect(await visit.post(path, "\(figure)&release=") == 303)
      let stored = try #require(try await office.settings()[PublicationOffice.office])
      #expect(stored[.payGapRelease(.employment(.all))] == nil)
      #expect(await visit.post(path, "table=employment&row=all&figure=&release=yes") == 409)
      #expect(await visit.post(path, "table=employment&row=director&release=yes") == 400)
      #expect(
        await visit.post("/plan/publication/2027/employers/1/release", "table=employment&row=all") == 404
      )
    }
  }
}
