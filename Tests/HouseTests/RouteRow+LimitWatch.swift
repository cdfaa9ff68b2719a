import Access

/// What is demanded of the routes of LimitWatch.
extension RouteRow {
  private static let recorders: Set<Role> = [.superior, .hr]

  static let limitWatch: [RouteRow] =
    [RouteRow("GET /limits", .roles([.staff, .hr, .secretariat, .committee, .executive]))]
    + registers + analyses + interviews + lists

  private static let registers = [
    RouteRow("GET /limits/designations", .roles([.staff, .hr])),
    RouteRow("GET /limits/designations/csv", .roles([.staff, .hr])),
    RouteRow("POST /limits/designations", .roles([.hr]), 422),
    RouteRow("GET /limits/designations/{designation}", .roles([.staff, .hr]), 404),
    RouteRow("POST /limits/designations/{designation}", .roles([.hr]), 404),
    RouteRow("GET /limits/special-work", .roles(unitReaders)),
    RouteRow("GET /limits/special-work/csv", .roles(unitReaders)),
    RouteRow("GET /limits/special-work/units/{unit}", .roles(recorders)),
    RouteRow("POST /limits/special-work/units/{unit}", .roles(recorders), 422),
    RouteRow("GET /limits/special-work/entries/{record}", .roles(unitReaders), 404),
    RouteRow("POST /limits/special-work/entries/{record}", .roles(recorders), 404),
  ]

  private static let analyses = [
    RouteRow("GET /limits/analyses", .roles(recorders)),
    RouteRow("GET /limits/analyses/{unit}/{year}", .roles(recorders)),
    RouteRow("POST /limits/analyses/{unit}/{year}", .roles([.superior]), 422),
    RouteRow("GET /limits/shared-analyses", .roles([.committee, .secretariat])),
  ]

  private static let interviews = [
    RouteRow("GET /limits/interviews", .roles([.hr])),
    RouteRow("GET /limits/interviews/csv", .roles([.hr])),
    RouteRow("GET /limits/interviews/{employee}/{month}", .roles([.hr])),
    RouteRow("POST /limits/interviews/{employee}/{month}", .roles([.hr]), 422),
    RouteRow("GET /limits/own-interviews", .roles([.staff])),
    RouteRow("POST /limits/own-interviews", .roles([.staff]), 400),
    RouteRow("GET /limits/own-protections", .roles([.staff])),
    RouteRow("POST /limits/own-protections", .roles([.staff]), 422),
    RouteRow("POST /limits/own-protections/{request}/end", .roles([.staff]), 404),
    RouteRow("GET /limits/protections", .roles(recorders)),
    RouteRow("POST /limits/protections/{request}", .roles(recorders), 404),
  ]

  private static let lists = [
    RouteRow("GET /limits/units", .roles(unitReaders)),
    RouteRow("GET /limits/units/{unit}", .roles(unitReaders)),
    RouteRow("GET /limits/units/{unit}/csv", .roles(unitReaders)),
    RouteRow("GET /limits/overview", .roles([.hr, .executive])),
    RouteRow("GET /limits/overview/csv", .roles([.hr, .executive])),
  ]
}
