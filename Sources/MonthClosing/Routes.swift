internal import Site
internal import WorkingTime

/// Paths, who may use them, and what they do.
enum MonthClosingRoutes {
  static func all(_ sources: [MonthConcernSource]) -> [Route] {
    PersonRoutes(sources: sources).all + UnitRoutes(sources: sources).all
      + OverviewRoutes(sources: sources).all
  }
}
