import Foundation
import Logging
import Site
import Store
import StoreSQLite
import TestSupport
import Testing

@testable import Access
@testable import Roof

@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let status: Int
    let says: String
    let request: @Sendable (Visit) -> HTTPRequest

    init(
      _ name: String,
      _ status: Int,
      says: String = "",
      _ request: @escaping @Sendable (Visit) -> HTTPRequest
    ) {
      testDescription = name
      self.status = status
      self.says = says
      self.request = request
    }
  }

  static let cases = [
    Case("foreign origin", 403) { visit in
      visit.form("/working-time/clock", [("kind", "in")]).with("origin", "https://elsewhere.example")
    },
    Case("opaque origin", 403) { visit in
      visit.form("/working-time/clock", [("kind", "in")]).with("origin", "null")
    },
    Case("foreign fetch site", 403) { visit in
      visit.form("/working-time/clock", [("kind", "in")]).with("sec-fetch-site", "cross-site")
    },
    Case("another session's form token", 403) { visit in
      visit.sign(
        .form("/working-time/clock", [("kind", "in"), ("_token", String(repeating: "0", count: 64))])
      )
    },
    Case("JSON to a form", 415) { visit in visit.sign(.json("/working-time/clock", "{}")) },
    Case("body over 1 MiB", 413) { visit in
      visit.form("/working-time/days/2026-11-20/overtime", [("work", String(repeating: "a", count: 1 << 20))])
    },
    Case("broken escape in the query", 400) { visit in visit.sign(.get("/directory?text=%ZZ")) },
    Case("cut escape in a form", 400) { visit in
      var request = visit.form("/working-time/clock", [("kind", "in")])
      request.body += Array("&x=%4".utf8)
      return request
    },
    Case("not UTF-8", 400) { visit in visit.sign(.get("/directory?text=%FF")) },
    Case("U+0000", 400) { visit in visit.sign(.get("/directory?text=%00")) },
    Case("broken escape in the path", 400, says: "読み取れませんでした") { visit in visit.sign(.get("/people/%ZZ")) },
    Case("unknown path", 404, says: "見つかりません") { visit in visit.sign(.get("/nowhere")) },
    Case("not a number", 404, says: "見つかりません") { visit in visit.sign(.get("/people/abc")) },
    Case("no such month", 404) { visit in visit.sign(.get("/working-time/months/2026-13")) },
    Case("no such day", 404) { visit in visit.sign(.get("/working-time/days/2026-02-29")) },
    Case("get of a form's path", 405) { visit in visit.sign(.get("/working-time/clock")) },
    Case("form to a page's path", 405) { visit in visit.form("/plan") },
    Case("unknown method", 405) { visit in
      visit.sign(HTTPRequest(method: "DELETE", path: "/plan"))
    },
    Case("repeated keys", 303) { visit in
      visit.form("/working-time/clock", [("kind", "in"), ("kind", "in"), ("x", "1"), ("x", "2")])
    },
    Case("unknown kind", 400) { visit in visit.form("/working-time/clock", [("kind", "<b>")]) },
  ]

  @Test func badRequestsAreToldApart() async throws {
    try await OpenHouse.with { house in
      let visit = try await house.signIn(.staff)
      for given in Self.cases {
        let answer = try await house.client.send(given.request(visit))
        #expect(answer.status == given.status, "\(given.testDescription)")
        #expect(given.says.isEmpty || answer.text.contains(given.says), "\(given.testDescription)")
        #expect(answer.header("content-security-policy")?.contains("script-src 'self'") == true)
        #expect(answer.header("x-content-type-options") == "nosniff")
        if given.status >= 400 {
          #expect(answer.text.contains("lang=\"ja\""), "\(given.testDescription)")
          #expect(answer.header("cache-control") == "no-store")
        }
      }
    }
  }

  @Test func programsAreToldTheirProblemAsJSON() async throws {
    try await OpenHouse.with { house in
      let token = try await house.token(.staff)
      let cases: [(HTTPRequest, Int)] = [
        (.json("/api/v1/clock", "{\"kind\":", key: "malformed-1"), 400),
        (.json("/api/v1/clock", "{\"kind\":\"up\"}", key: "malformed-2"), 400),
        (.json("/api/v1/clock", "{\"kind\":\"in\"}"), 400),
        (.json("/api/v1/clock", "{\"kind\":\"in\"}", key: "short"), 400),
        (.form("/api/v1/clock", [("kind", "in")]), 415), (.get("/api/v1/clock"), 405),
        (.get("/api/v1/months/%4"), 400), (.get("/api/v1/nowhere"), 404),
        (.get("/api/v1/months/2026-13"), 404),
        (.json("/api/v1/clock", String(repeating: " ", count: 1 << 21), key: "too-large"), 413),
      ]
      for (request, status) in cases {
        let answer = try await house.client.send(request.bearing(token))
        #expect(answer.status == status, "\(request.method) \(request.path)")
        #expect(answer.header("content-type") == "application/problem+json")
        #expect(answer.header("content-security-policy") != nil)
        #expect(answer.text.contains("\"status\":\(status)"))
      }
      let unknown = HTTPRequest.get("/api/v1/months/2026-11").bearing("nobody")
      #expect(try await house.client.send(unknown).status == 401)
    }
  }
}

@Suite struct ClosingTests {
  enum End: String, CaseIterable, CustomTestStringConvertible {
    case addressOfAnotherMachine
    case nameOfNoMachine
    case stoppedWhileServing

    var testDescription: String { rawValue }

    var host: String {
      switch self {
      case .addressOfAnotherMachine: "192.0.2.1"
      case .nameOfNoMachine: "nowhere.invalid"
      case .stoppedWhileServing: "127.0.0.1"
      }
    }
  }

  static func house(_ database: any SQLDatabase) async throws -> RunningHouse {
    try await RunningHouse(
      database: database,
      clock: SettableClock(),
      transport: .plain,
      passwordCost: .light,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
  }

  @Test(.timeLimit(.minutes(10)), arguments: End.allCases)
  func aHouseClosesItsDatabaseAndItsThreadsHoweverItEnds(end: End) async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: House.migrations) { temporary in
      let house = try await Self.house(temporary.database)
      #expect(try await house.passwords.matches("", nil) == false)
      let (running, continuation) = AsyncStream<Void>.makeStream()
      let serving = Task {
        defer { continuation.finish() }
        try await house.serve(host: end.host, port: 0) { _ in continuation.yield() }
      }
      for await _ in running { serving.cancel() }
      let result = await serving.result
      if end != .stoppedWhileServing { #expect(throws: (any Error).self) { try result.get() } }
      await #expect(throws: StoreError.closed) { try await temporary.database.read { _ in () } }
      await #expect(throws: (any Error).self) { try await house.passwords.matches("", nil) }
    }
  }

  @Test func aHouseThatCannotStartClosesItsDatabase() async throws {
    try await TemporaryDatabase.with(.sqlite) { temporary in
      await #expect(throws: (any Error).self) { try await Self.house(temporary.database) }
      await #expect(throws: StoreError.closed) { try await temporary.database.read { _ in () } }
    }
  }
}

extension ProgramTests {
  @Suite struct RefusedStartTests {
    @Test(.timeLimit(.minutes(10))) func aDatabaseOfANewerVersionIsNotTouched() async throws {
      try await Binary.withDemo { file in
        let database = try SQLiteDatabase.open(path: file, readers: 1)
        try await database.write { connection in
          try connection.execute(
            """
            INSERT INTO schema_migration (name, digest, applied_at)
            SELECT '9999-from-the-future', digest, applied_at FROM schema_migration LIMIT 1
            """
          )
        }
        await database.close()
        let refused = try await Binary.run(["serve", "--port", "0", "--database", "sqlite:\(file)"])
        #expect(refused.status == 69)
        #expect(refused.errors.contains("newer version (9999-from-the-future)"))
        #expect(refused.output.isEmpty)
      }
    }

    @Test(.timeLimit(.minutes(10))) func whatCannotBeOpenedIsNamed() async throws {
      let nowhere = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)/none").path
      let database = "sqlite:\(nowhere)"
      let cases: [([String], Int32)] = [
        (["serve", "--port", "0", "--database", database], 66),
        (["plan", "check", nowhere], 66),
        (["serve", "--port", "0", "--database", "mysql:x"], 64),
        (["serve", "--port", "0"], 64),
      ]
      for (arguments, status) in cases {
        let refused = try await Binary.run(arguments)
        #expect(refused.status == status, "\(arguments): \(refused.errors)")
        #expect(!refused.errors.isEmpty)
      }
    }
  }
}
