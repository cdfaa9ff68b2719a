import Access
import Testing

@testable import Site

@Suite("Routes")
struct RouteTests {
  static func open(_ method: Route.Method, _ pattern: StaticString) -> Route {
    Route.open(method, pattern) { _ in .redirect(to: "/") }
  }

  /// The parameter is declared before the literal on purpose.
  static let table = RouteTable([
    open(.get, "/"), open(.get, "/people/{employee}"), open(.get, "/people/new"), open(.post, "/people"),
    open(.get, "/people/{employee}/months/{month}"), open(.post, "/people/{employee}/months/{month}"),
    open(.post, "/people/{employee}/leave"), open(.get, "/api/v1/months/{month}"),
  ])

  struct Asked: Sendable, CustomTestStringConvertible {
    let method: Route.Method?
    let path: [String]
    let answer: String

    init(_ method: Route.Method?, _ path: [String], _ answer: String) {
      self.method = method
      self.path = path
      self.answer = answer
    }

    var testDescription: String { "\(method?.rawValue ?? "PUT") \(path.joined(separator: "/"))" }
  }

  static let asked = [
    Asked(.get, [], "/"), Asked(.get, ["people", "new"], "/people/new"),
    Asked(.get, ["people", "7"], "/people/{employee} employee=7"),
    Asked(.get, ["people", "New"], "/people/{employee} employee=New"),
    Asked(.post, ["people"], "/people"), Asked(.get, ["people"], "only POST"),
    Asked(.post, ["people", "7"], "only GET"), Asked(.post, [], "only GET"),
    Asked(.post, ["api", "v1", "months", "2026-04"], "only GET"),
    Asked(nil, ["people", "7", "months", "2026-04"], "only GET POST"),
    Asked(nil, ["people", "new"], "only GET"), Asked(nil, ["nobody"], "none"),
    Asked(
      .get,
      ["people", "7", "months", "2026-04"],
      "/people/{employee}/months/{month} employee=7 month=2026-04"
    ),
    Asked(.post, ["people", "7", "leave"], "/people/{employee}/leave employee=7"),
    Asked(.get, ["people", "7", "months"], "none"), Asked(.get, ["People", "7"], "none"),
    Asked(.get, ["people", "7", "months", "2026-04", "x"], "none"), Asked(.get, ["peoplé"], "none"),
    Asked(.get, ["people", "a/b"], "/people/{employee} employee=a/b"),
    Asked(.get, ["people", "{employee}"], "/people/{employee} employee={employee}"),
  ]

  @Test(arguments: asked)
  func areFoundByMethodAndPath(asked: Asked) {
    let answer =
      switch Self.table.match(asked.method, asked.path) {
      case .found(let route, let parameters):
        ([route.pattern.description] + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
          .joined(separator: " ")
      case .otherMethod(let allowed): "only " + allowed.map(\.rawValue).sorted().joined(separator: " ")
      case .none: "none"
      }
    #expect(answer == asked.answer)
  }

  @Test func aPatternIsReadBySegments() {
    let pattern = RoutePattern("/people/{employee}/months/{month}")
    #expect(pattern.literalCount == 2)
    #expect(pattern.match(["people", "", "months", "m"]) == ["employee": "", "month": "m"])
    #expect(RoutePattern(literal: "/assets/{x}").match(["assets", "y"]) == nil)
  }
}
