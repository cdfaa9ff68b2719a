import Access
import Site

/// What this test demands of a route: who is let in, and how it answers them.
struct RouteRow {
  enum Entry {
    /// Everyone; somebody signed in may be answered otherwise.
    case anyone(signedIn: Int? = nil)
    case signedIn
    case roles(Set<Role>)
    case token(Set<Role>)
  }

  let name: String
  let entry: Entry
  let answers: Int
  let fields: [(name: String, value: String)]

  init(
    _ name: String,
    _ entry: Entry,
    _ answers: Int = 200,
    fields: [(name: String, value: String)] = []
  ) {
    self.name = name
    self.entry = entry
    self.answers = answers
    self.fields = fields
  }

  static func name(of route: Route) -> String { "\(route.method.rawValue) \(route.pattern)" }

  private static let unitReaders: Set<Role> = [.superior, .timeKeeper, .hr]
  private static let reportReaders: Set<Role> = [.secretariat, .committee, .executive, .hr]

  static let all: [RouteRow] = entrance + workingTime + others + open

  private static let entrance = [
    RouteRow("GET /sign-in", .anyone(signedIn: 303)),
    RouteRow("POST /sign-in", .anyone(), 422),
    RouteRow("GET /first-sign-in", .anyone()),
    RouteRow("POST /first-sign-in", .anyone(), 422),
    RouteRow("POST /sign-out", .signedIn, 303),
    RouteRow("GET /", .signedIn),
    RouteRow("GET /help", .anyone()),
    RouteRow("GET /contact", .anyone()),
    RouteRow("GET /accessibility", .anyone()),
  ]

  private static let workingTime = [
    RouteRow("GET /working-time", .roles([.staff])),
    RouteRow("POST /working-time/clock", .roles([.staff]), 303, fields: [("kind", "in")]),
    RouteRow("POST /working-time/undo", .roles([.staff]), 409, fields: [("punch", "1")]),
    RouteRow("GET /working-time/months/{month}", .roles([.staff])),
    RouteRow("GET /working-time/months/{month}/csv", .roles([.staff])),
    RouteRow("GET /working-time/days/{date}", .roles([.staff])),
    RouteRow("POST /working-time/days/{date}/overtime", .roles([.staff]), 422),
    RouteRow("POST /working-time/days/{date}/punch", .roles([.staff]), 422),
    RouteRow("GET /working-time/people/{employee}/months/{month}", .roles([.staff])),
    RouteRow("GET /working-time/people/{employee}/limits/{month}", .roles([.staff])),
    RouteRow("GET /working-time/units", .roles(unitReaders)),
    RouteRow("GET /working-time/units/{unit}", .roles(unitReaders)),
    RouteRow("GET /working-time/units/{unit}/csv", .roles(unitReaders)),
    RouteRow("POST /api/v1/clock", .token([.staff]), 201),
    RouteRow("GET /api/v1/months/{month}", .token([.staff])),
  ]

  private static let others = [
    RouteRow("GET /plan", .roles([.staff])),
    RouteRow("GET /plan/measures/{id}", .roles([.staff])),
    RouteRow("GET /plan/report/{year}", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/markdown", .roles(reportReaders)),
    RouteRow("GET /directory", .roles([.staff])),
    RouteRow("GET /units/{unit}", .roles([.staff])),
    RouteRow("GET /people/{employee}", .roles([.staff])),
    RouteRow("GET /journal", .roles([.auditor])),
    RouteRow("GET /administration", .roles([.administrator])),
  ]

  private static let open =
    [RouteRow("GET /api/v1/openapi.json", .anyone()), RouteRow("GET /health", .anyone())]
    + Assets.all.map { RouteRow("GET \($0.path)", .anyone()) }
}
