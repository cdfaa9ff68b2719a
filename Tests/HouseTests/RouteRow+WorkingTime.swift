import Access

extension RouteRow {
  static let workingTime = [
    RouteRow("GET /working-time", .roles([.staff])),
    RouteRow("POST /working-time/clock", .roles([.staff]), 303, fields: [("kind", "in")]),
    RouteRow("POST /working-time/undo", .roles([.staff]), 409, fields: [("punch", "1")]),
    RouteRow("GET /working-time/months/{month}", .roles([.staff])),
    RouteRow("GET /working-time/months/{month}/csv", .roles([.staff])),
    RouteRow("GET /working-time/months/{month}/sheet", .roles([.staff])),
    RouteRow("POST /working-time/months/{month}/sheet", .roles([.staff]), 422),
    RouteRow("GET /working-time/days/{date}", .roles([.staff])),
    RouteRow("POST /working-time/days/{date}/overtime", .roles([.staff]), 422),
    RouteRow("POST /working-time/days/{date}/punch", .roles([.staff]), 422),
    RouteRow("GET /working-time/people/{employee}/months/{month}", .roles([.staff])),
    RouteRow("GET /working-time/people/{employee}/limits/{month}", .roles([.staff])),
    RouteRow("GET /working-time/people/{employee}/days/{date}", .roles([.staff])),
    RouteRow("GET /working-time/units", .roles(unitReaders)),
    RouteRow("GET /working-time/units/{unit}", .roles(unitReaders)),
    RouteRow("GET /working-time/units/{unit}/csv", .roles(unitReaders)),
    RouteRow("POST /api/v1/clock", .token([.staff]), 201),
    RouteRow("POST /api/v1/punches", .token([.terminal]), 400),
    RouteRow("GET /api/v1/months/{month}", .token([.staff])),
  ]
}
