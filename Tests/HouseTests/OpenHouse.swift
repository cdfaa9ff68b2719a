import Access
import CivilTime
import Demo
import Foundation
import Logging
import Plan
@testable import Roof
import Site
import Store
import TestSupport

/// The whole application on a small made-up ministry, answering on a free port of this machine.
struct OpenHouse {
  struct DidNotStart: Error {}
  struct NotSignedIn: Error { let login: String }

  static let today = CivilDate(dayNumber: 20_780)  // 23 November 2026
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let responder: SiteResponder
  let client: HTTPClient
  let database: any SQLDatabase
  let clock: SettableClock
  /// One source for all: the clock stands still, so two of them would give the same numbers.
  let ids: RecordIDSource

  /// Opens a house, gives it to a body, and closes it.
  static func with(_ body: (OpenHouse) async throws -> Void) async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: House.migrations) { temporary in
      let clock = SettableClock(OfficeZone.instant(on: today, at: .midnight).adding(seconds: 36_000))
      let ids = RecordIDSource(clock: clock)
      try await fill(temporary.database, clock, ids)
      let house = try await RunningHouse(
        database: temporary.database,
        clock: clock,
        transport: .plain,
        passwordCost: .light,
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      )
      try await serving(house) { port in
        let client = HTTPClient(port: port)
        try await body(
          OpenHouse(
            responder: house.responder,
            client: client,
            database: temporary.database,
            clock: clock,
            ids: ids
          )
        )
      }
    }
  }

  private static func fill(
    _ database: any SQLDatabase,
    _ clock: SettableClock,
    _ ids: RecordIDSource
  ) async throws {
    _ = try await DemoMinistry(staff: 120, seed: 7, today: today).write(to: database) { _ in }
    let plan = try Data(contentsOf: packageRoot.appending(path: "plans/soumu.yaml"))
    _ = try await PlanLoading(database: database, clock: clock, ids: ids).load(utf8: Array(plan))
  }

  private static func serving(_ house: RunningHouse, _ body: (Int) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let (ports, continuation) = AsyncStream<Int>.makeStream()
      group.addTask {
        defer { continuation.finish() }
        do {
          try await house.serve(host: "127.0.0.1", port: 0) { continuation.yield($0) }
        } catch  where Task.isCancelled {
          return
        }
      }
      guard let port = await ports.first(where: { _ in true }) else { throw DidNotStart() }
      try await body(port)
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// Signs in through the page, as the demo's account of a role.
  func signIn(_ role: Role) async throws -> Visit {
    let login = role.rawValue
    let answer = try await client.send(
      .form("/sign-in", [("login", login), ("password", DemoSignIns.password)])
    )
    let resolution = ActorResolution(database: database, clock: clock)
    guard answer.status == 303, let secret = answer.cookie("hataraki"),
      let actor = try await resolution.actor(session: BearerSecret(text: secret))
    else { throw NotSignedIn(login: login) }
    return Visit(role: role, secret: secret, formToken: try await formToken(secret), actor: actor)
  }

  /// The hidden field of the form that every page of somebody signed in carries.
  private func formToken(_ secret: String) async throws -> String {
    let page = try await client.send(.get("/").with("cookie", "hataraki=\(secret)")).text
    guard let name = page.range(of: "name=\"_token\" value=\"") else { return "" }
    return String(page[name.upperBound...].prefix { $0 != "\"" })
  }

  /// A bearer token with both scopes for the account of a role.
  func token(_ role: Role, scopes: Set<APIScope> = Set(APIScope.allCases)) async throws -> String {
    let service = AccountAdministration(database: database, clock: clock, ids: ids)
    return try await service.createToken(login: role.rawValue, label: "test", scopes: scopes, days: 1).text
  }
}

/// Somebody who is signed in.
struct Visit {
  let role: Role
  let secret: String
  let formToken: String
  let actor: Actor

  func sign(_ request: HTTPRequest) -> HTTPRequest { request.with("cookie", "hataraki=\(secret)") }

  /// A form with the token of this session.
  func form(_ path: String, _ fields: [(name: String, value: String)] = []) -> HTTPRequest {
    sign(.form(path, fields + [("_token", formToken)]))
  }
}
