/// Finds the route of a path.
public struct RouteTable: Sendable {
  /// What stands at a path.
  enum Match: Sendable {
    case found(Route, parameters: [String: String])
    case otherMethod(isAPI: Bool)
    case none
  }

  /// All routes, in the order of their declaration.
  public let routes: [Route]
  private let bySegmentCount: [Int: [Route]]

  /// A table of routes.
  public init(_ routes: [Route]) {
    self.routes = routes
    bySegmentCount = Dictionary(grouping: routes) { $0.pattern.segments.count }
      .mapValues { $0.sorted { $0.pattern.literalCount > $1.pattern.literalCount } }
  }

  func match(_ method: Route.Method, _ path: [String]) -> Match {
    var other: Route?
    for route in bySegmentCount[path.count] ?? [] {
      guard let parameters = route.pattern.match(path) else { continue }
      if route.method == method { return .found(route, parameters: parameters) }
      other = other ?? route
    }
    return other.map { .otherMethod(isAPI: $0.isAPI) } ?? .none
  }
}
