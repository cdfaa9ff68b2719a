import Access
import CivilTime
import Store
import Testing

@testable import Site

/// A database that answers nothing: guests of open routes ask it nothing.
private struct NoDatabase: SQLDatabase {
  var dialect: SQLDialect { .sqlite }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    throw StoreError.closed
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    throw StoreError.closed
  }

  func close() async {}
}

private struct StandingClock: WallClock {
  func now() -> Instant { Instant(milliseconds: 1_775_001_600_000) }
}

@Suite("A request's way to its route")
struct ResponderTests {
  static func echo(_ method: Route.Method, _ pattern: StaticString) -> Route {
    Route.open(method, pattern) { request in
      .document(contentType: "text/plain", bytes: Array((request.parameters["text"] ?? "").utf8))
    }
  }

  static let routes = [
    echo(.get, "/echo/{text}"), echo(.get, "/read"), echo(.post, "/write"), echo(.get, "/both"),
    echo(.post, "/both"), echo(.get, "/api/v1/echo/{text}"),
  ]

  struct Asked: Sendable, CustomTestStringConvertible {
    let method: String
    let path: String
    let status: Int
    var text: String?
    var allow: String?

    init(_ method: String, _ path: String, _ status: Int, text: String? = nil, allow: String? = nil) {
      self.method = method
      self.path = path
      self.status = status
      self.text = text
      self.allow = allow
    }

    var testDescription: String { "\(method) \(path)" }
  }

  static let paths = [
    Asked("GET", "/echo/a+b", 200, text: "a+b"), Asked("GET", "/echo/+", 200, text: "+"),
    Asked("GET", "/echo/a%2Bb%20c", 200, text: "a+b c"), Asked("GET", "/echo/a%2fb", 200, text: "a/b"),
    Asked("HEAD", "/echo/%E7%A5%9e", 200, text: "神"), Asked("GET", "/echo+/a", 404),
    Asked("GET", "/re+ad", 404), Asked("GET", "/nowhere", 404), Asked("PUT", "/nowhere", 404),
    Asked("GET", "/echo/%", 400), Asked("GET", "/echo/%4", 400), Asked("GET", "/echo/%zz", 400),
    Asked("GET", "/echo/%4/b", 400), Asked("GET", "/%zz/nowhere", 400), Asked("GET", "/echo/%00", 400),
    Asked("GET", "/echo/%FF", 400), Asked("PUT", "/echo/%zz", 400), Asked("GET", "/api/v1/echo/%zz", 400),
  ]

  static let methods = [
    Asked("POST", "/read", 405, allow: "GET, HEAD"), Asked("GET", "/write", 405, allow: "POST"),
    Asked("HEAD", "/write", 405, allow: "POST"), Asked("PUT", "/both", 405, allow: "GET, HEAD, POST"),
    Asked("DELETE", "/echo/a", 405, allow: "GET, HEAD"), Asked("get", "/read", 405, allow: "GET, HEAD"),
    Asked("OPTIONS", "/api/v1/echo/a", 405, allow: "GET, HEAD"), Asked("GET", "/both", 200),
  ]

  @Test(arguments: paths + methods)
  func isFoundByMethodAndPath(asked: Asked) async {
    let clock = StandingClock()
    let responder = SiteResponder(
      capabilities: [Capability(name: "echo", routes: Self.routes)],
      services: SiteServices(
        database: NoDatabase(),
        clock: clock,
        ids: RecordIDSource(clock: clock),
        isDemo: false
      ),
      transport: .plain
    ) { _, _ in }
    let response = await responder.respond(
      to: IncomingRequest(
        method: asked.method,
        path: asked.path,
        query: "",
        headers: RequestTests.Sent(testDescription: "", error: nil).request.headers,
        body: [],
        address: "192.0.2.1"
      )
    )
    #expect(response.status == asked.status)
    #expect(response.headers.filter { $0.name == "allow" }.map(\.value) == [asked.allow].compactMap(\.self))
    if let text = asked.text { #expect(response.body == Array(text.utf8)) }
    let isProblem = asked.path.utf8.starts(with: "/api/".utf8)
    let type = response.headers.first { $0.name == "content-type" }?.value
    if asked.status >= 400 { #expect((type == "application/problem+json") == isProblem) }
  }
}
