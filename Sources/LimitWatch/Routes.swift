internal import Site

/// Paths, who may use them, and what they do.
enum LimitWatchRoutes {
  static let all: [Route] =
    DesignationRoutes.all + SpecialWorkRoutes.all + AnalysisRoutes.all + InterviewRoutes.all
    + UnitWatchRoutes.all + OverviewRoutes.all + ProtectionRoutes.all
}
