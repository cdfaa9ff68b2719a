import Access

/// What is demanded of the routes of PresenceLogs.
extension RouteRow {
  static let presenceLogs = [
    RouteRow("GET /presence", .roles([.staff])),
    RouteRow("GET /presence/days/{date}", .roles([.staff])),
    RouteRow("POST /presence/days/{date}/reason", .roles([.staff]), 422),
    RouteRow("GET /presence/people/{employee}/days/{date}", .roles(unitReaders)),
    RouteRow("POST /presence/people/{employee}/days/{date}/question", .roles(unitReaders), 422),
    RouteRow("GET /presence/units", .roles(unitReaders)),
    RouteRow("GET /presence/units/{unit}", .roles(unitReaders)),
    RouteRow("GET /presence/units/{unit}/csv", .roles(unitReaders)),
    RouteRow("GET /presence/settings", .roles([.hr])),
    RouteRow("POST /presence/settings/threshold", .roles([.hr]), 422),
    RouteRow("GET /presence/logs", .roles([.hr, .administrator])),
    RouteRow("POST /presence/logs/mappings", .roles([.hr, .administrator]), 422),
    RouteRow("POST /presence/logs/names", .roles([.hr]), 422),
    RouteRow("GET /presence/logs/{import}/faults", .roles([.hr, .administrator]), 404),
    RouteRow("GET /presence/patterns", .roles([.hr, .auditor])),
    RouteRow("GET /presence/patterns/csv", .roles([.hr, .auditor])),
    RouteRow("GET /presence/match/csv", .roles([.hr, .auditor])),
    RouteRow("GET /presence/patterns/{person}", .roles([.hr, .auditor]), 404),
    RouteRow("POST /presence/patterns/{person}/notes", .roles([.hr, .auditor]), 404),
  ]
}
