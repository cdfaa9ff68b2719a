import Access

/// What is demanded of the routes of OvertimeOrders.
extension RouteRow {
  // Records that nobody has made yet are not found, by anyone; nobody acts on their own overtime.
  static let overtimeOrders = [
    RouteRow("GET /overtime", .roles([.staff])),
    RouteRow("GET /overtime/requests/new", .roles([.staff])),
    RouteRow("POST /overtime/requests", .roles([.staff]), 422),
    RouteRow("GET /overtime/requests/{request}", .roles([.staff]), 404),
    RouteRow("POST /overtime/requests/{request}/decision", .roles([.superior]), 404),
    RouteRow("POST /overtime/requests/{request}/withdrawal", .roles([.staff]), 404),
    RouteRow("GET /overtime/people/{employee}/days/{date}", .roles([.staff])),
    RouteRow("POST /overtime/people/{employee}/days/{date}/confirmation", .roles([.superior]), 403),
    RouteRow("POST /overtime/days/{date}/difference", .roles([.staff]), 422),
    RouteRow("POST /overtime/days/{date}/answer", .roles([.staff]), 422),
    RouteRow("GET /overtime/people/{employee}/days/{date}/changes", .roles([.superior, .timeKeeper]), 403),
    RouteRow("POST /overtime/people/{employee}/days/{date}/changes", .roles([.superior, .timeKeeper]), 403),
    RouteRow("POST /overtime/changes/{change}/answer", .roles([.staff]), 404),
    RouteRow("GET /overtime/approvals", .roles([.superior])),
    RouteRow("POST /overtime/approvals/check", .roles([.superior]), 422),
    RouteRow("POST /overtime/approvals", .roles([.superior]), 422),
    RouteRow("GET /overtime/changes", .roles([.hr, .auditor])),
    RouteRow("GET /overtime/changes/csv", .roles([.hr, .auditor])),
    RouteRow("GET /overtime/people/{employee}/book/{month}", .roles([.staff])),
    RouteRow("GET /overtime/people/{employee}/book/{month}/csv", .roles([.staff])),
    RouteRow("GET /overtime/units/{unit}/book/{month}", .roles(unitReaders)),
    RouteRow("GET /overtime/units/{unit}/book/{month}/csv", .roles(unitReaders)),
    RouteRow("GET /overtime/people/{employee}/time-off/{month}", .roles([.staff])),
    RouteRow("POST /overtime/time-off/{month}/decline", .roles([.staff]), 409),
    RouteRow("POST /overtime/people/{employee}/time-off/{month}/designation", .roles([.superior]), 403),
    RouteRow("GET /overtime/pay", .roles([.hr])),
    RouteRow("GET /overtime/pay/csv", .roles([.hr])),
    RouteRow("GET /overtime/budgets", .roles([.superior, .hr])),
    RouteRow("GET /overtime/budgets/{unit}", .roles([.superior, .hr])),
    RouteRow("POST /overtime/budgets/{unit}", .roles([.superior, .hr]), 422),
  ]
}
