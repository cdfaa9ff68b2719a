/// Finds the route of a path.
public struct RouteTable: Sendable {
  /// What stands at a path.
  enum Match: Sendable {
    case found(Route, parameters: [String: String])
    case otherMethod(allowed: Set<Route.Method>)
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

  /// The route of a path; a method that no route has is nil.
  func match(_ method: Route.Method?, _ path: [String]) -> Match {
    var allowed: Set<Route.Method> = []
    for route in bySegmentCount[path.count] ?? [] {
      guard let parameters = route.pattern.match(path) else { continue }
      if route.method == method { return .found(route, parameters: parameters) }
      allowed.insert(route.method)
    }
    return allowed.isEmpty ? .none : .otherMethod(allowed: allowed)
  }
}
