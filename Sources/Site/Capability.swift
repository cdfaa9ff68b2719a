public import Access
public import Store

/// What a capability brings to the house: its table of contents.
public struct Capability: Sendable {
  /// Its name in commands and logs.
  public let name: String
  /// The steps of its schema.
  public let migrations: [Migration]
  /// Its entries in the main menu.
  public let navigation: [NavigationItem]
  /// Its pages and calls.
  public let routes: [Route]

  /// A capability.
  public init(
    name: String,
    migrations: [Migration] = [],
    navigation: [NavigationItem] = [],
    routes: [Route] = []
  ) {
    self.name = name
    self.migrations = migrations
    self.navigation = navigation
    self.routes = routes
  }
}

/// A line of home (ホーム) about what waits for the visitor; nil for those whom it does not concern.
public typealias HomeEntry = @Sendable (SignedInRequest) async throws -> Panels.Entry?

/// An entry of the main menu, and who sees it.
public struct NavigationItem: Sendable, Hashable {
  /// The entry.
  public let entry: NavigationEntry
  /// Who sees it; the same rule as the route's.
  public let allow: AccessRule

  /// An entry for those whom the rule admits.
  public init(_ title: String, _ path: String, allow: AccessRule) {
    entry = NavigationEntry(title, path)
    self.allow = allow
  }
}
