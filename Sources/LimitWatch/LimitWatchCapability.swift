public import Site

/// 超過勤務の上限の管理 (人事院規則15―14 第16条の2の2): registers, analyses, interviews, rest between duties, overview.
public enum LimitWatchCapability: Sendable {
  /// What it brings to the house.
  public static let capability = Capability(
    name: "limit-watch",
    migrations: LimitWatchMigrations.all,
    routes: LimitWatchRoutes.all
  )

  /// The lines of home: requests for protection to decide, interviews overdue, analyses owed; each nil where none is.
  public static let homeEntries: [HomeEntry] = [
    LimitWatchHome.protections, LimitWatchHome.interviews, LimitWatchHome.analyses,
  ]
}
