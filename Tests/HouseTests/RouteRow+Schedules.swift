import Access

/// What is demanded of the routes of Schedules.
///
/// Nobody decides for oneself, so that those who lead are refused with a conflict where they ask for themselves.
extension RouteRow {
  static let schedules = ownSchedules + flextime + telework + ledSchedules + scheduleRules

  private static let ownSchedules = [
    RouteRow("GET /schedules", .roles([.staff])),
    RouteRow("POST /schedules/pattern-requests", .roles([.staff]), 422),
    RouteRow("POST /schedules/pattern-requests/{request}", .roles([.staff]), 404),
    RouteRow("GET /schedules/moves", .roles([.staff])),
    RouteRow("POST /schedules/moves", .roles([.staff]), 422),
    RouteRow("POST /schedules/move-requests/{request}", .roles([.staff]), 404),
    RouteRow("GET /schedules/people/{employee}", .roles([.staff])),
  ]

  private static let flextime = [
    RouteRow("GET /schedules/flextime", .roles([.staff])),
    RouteRow("GET /schedules/flextime/new", .roles([.staff]), 303),
    RouteRow("POST /schedules/flextime/new", .roles([.staff]), 422),
    RouteRow("GET /schedules/flextime/{period}", .roles([.staff]), 404),
    RouteRow("POST /schedules/flextime/{period}/decision", .roles([.staff]), 404),
    RouteRow("GET /schedules/flextime/{period}/change", .roles([.staff]), 404),
    RouteRow("POST /schedules/flextime/{period}/change", .roles([.staff]), 404),
  ]

  private static let telework = [
    RouteRow("GET /schedules/telework", .roles([.staff])),
    RouteRow("POST /schedules/telework", .roles([.staff]), 422),
    RouteRow("GET /schedules/telework/people/{employee}", .roles([.staff])),
    RouteRow("POST /schedules/telework/people/{employee}", .roles(unitReaders), 409),
    RouteRow("POST /schedules/telework/people/{employee}/decision", .roles(unitReaders), 409),
    RouteRow("POST /schedules/telework/days/{telework}/cancel", .roles([.staff]), 404),
    RouteRow("GET /schedules/telework/units/{unit}", .roles(unitReaders)),
    RouteRow("GET /schedules/telework/units/{unit}/csv", .roles(unitReaders)),
  ]

  private static let ledSchedules = [
    RouteRow("POST /schedules/people/{employee}/pattern", .roles(unitReaders), 409),
    RouteRow("GET /schedules/people/{employee}/moves", .roles(unitReaders), 303),
    RouteRow("POST /schedules/people/{employee}/moves", .roles(unitReaders), 409),
    RouteRow("POST /schedules/moves/{move}/cancel", .roles(unitReaders), 404),
    RouteRow("GET /schedules/units", .roles(unitReaders)),
    RouteRow("GET /schedules/units/{unit}", .roles(unitReaders)),
  ]

  private static let scheduleRules = [
    RouteRow("GET /schedules/rules", .roles([.hr])),
    RouteRow("POST /schedules/rules/standard", .roles([.hr]), 422),
    RouteRow("POST /schedules/rules/patterns", .roles([.hr]), 422),
    RouteRow("POST /schedules/rules/patterns/{pattern}/end", .roles([.hr]), 404),
    RouteRow("POST /schedules/rules/terms", .roles([.hr]), 422),
    RouteRow("POST /schedules/rules/holidays", .roles([.hr]), 422),
    RouteRow("POST /schedules/rules/holidays/{date}/withdraw", .roles([.hr]), 404),
  ]
}
