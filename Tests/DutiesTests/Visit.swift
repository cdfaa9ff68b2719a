import CivilTime
import People
import Store
import TestSupport

@testable import Access
@testable import Duties
@testable import Site

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let location: String?
    let text: String
  }

  func get(_ path: String, query: String = "") async -> Answer {
    await send("GET", path, query: query, body: [])
  }

  func post(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let pairs = (hidden + fields).map { "\($0)=\(DutyPaths.escaped($1))" }
    return await send("POST", path, query: "", body: Array(pairs.joined(separator: "&").utf8))
  }

  private func send(_ method: String, _ path: String, query: String, body: [UInt8]) async -> Answer {
    let request = IncomingRequest(
      method: method,
      path: path,
      query: query,
      headers: IncomingRequest.Headers(
        host: "localhost",
        cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
        contentType: method == "POST" ? "application/x-www-form-urlencoded" : nil,
        origin: nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      ),
      body: body,
      address: "127.0.0.1"
    )
    let answer = await responder.respond(to: request)
    return Answer(
      status: answer.status,
      location: answer.headers.first { $0.name == "location" }?.value,
      text: String(decoding: answer.body, as: UTF8.self)
    )
  }
}

extension DutiesOffice {
  /// Somebody with a session; `role` is granted, with employer 1 for the personnel authority.
  func visit(_ employee: Int64, as role: Role? = nil) async throws -> Visit {
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    let now = clock.now()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者",
        employee: RecordID(employee),
        at: now,
        on: connection
      )
      if let role {
        let employer = role == .hr ? RecordID<Employer>(1) : nil
        let given = RoleGrant(role, employer: employer, from: day("2026-04-01"))
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: now, on: connection)
    }
    let responder = SiteResponder(
      capabilities: [DutiesCapability.capability(sources: PeopleEvents.all, file: DutiesOffice.file)],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { reference, error in print("\(reference): \(error)") }
    )
    return Visit(responder: responder, secret: secret)
  }
}
