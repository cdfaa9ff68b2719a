import Access

/// What is demanded of the routes of MonthClosing.
extension RouteRow {
  // November is not over on the day of the test, and an empty form says nothing.
  static let monthClosing = [
    RouteRow("GET /closing", .roles([.staff])),
    RouteRow("GET /closing/months/{month}", .roles([.staff])),
    RouteRow("POST /closing/months/{month}/confirm", .roles([.staff]), 422),
    RouteRow("POST /closing/months/{month}/object", .roles([.staff]), 422),
    RouteRow("GET /closing/people/{employee}/{month}", .roles([.staff])),
    RouteRow("POST /closing/people/{employee}/{month}/return", .roles(unitReaders), 422),
    RouteRow("GET /closing/people/{employee}/{month}/sheet", .roles([.staff])),
    RouteRow("GET /closing/people/{employee}/{month}/certificate", .roles([.staff]), 404),
    RouteRow("GET /closing/units/{unit}/{month}", .roles(unitReaders)),
    RouteRow("POST /closing/units/{unit}/{month}/review", .roles(unitReaders), 400),
    RouteRow("POST /closing/units/{unit}/{month}/decide", .roles(unitReaders), 400),
    RouteRow("GET /closing/units/{unit}/{month}/sheets", .roles(unitReaders)),
    RouteRow("GET /closing/units/{unit}/{month}/csv", .roles(unitReaders)),
    RouteRow("GET /closing/overview/{month}", .roles([.hr])),
    RouteRow("POST /closing/overview/{month}/terms", .roles([.hr]), 404),
    RouteRow("POST /closing/overview/{month}/sweep", .roles([.hr]), 404),
  ]
}
