internal import Site

/// Paths of schedules, who may use them, and what they do.
enum SchedulesRoutes {
  static let all: [Route] =
    PatternRoutes.all + MoveRoutes.all + UnitScheduleRoutes.all + RulesRoutes.all + FlextimeRoutes.all
    + TeleworkRoutes.all
}
