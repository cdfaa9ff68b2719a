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

  static let unitReaders: Set<Role> = [.superior, .timeKeeper, .hr]
  private static let rowReaders: Set<Role> = [.superior, .timeKeeper, .hr, .secretariat]
  private static let reportReaders: Set<Role> = [.secretariat, .committee, .executive, .hr]

  static let all: [RouteRow] =
    entrance + schedules + workingTime + overtimeOrders + presenceLogs + limitWatch + monthClosing + duties
    + plan
    + reports + committee + others + open

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

  private static let answering: Set<Role> = [.superior, .hr, .secretariat]

  // Records that nobody has made yet are not found, by anyone.
  private static let duties = [
    RouteRow("GET /duties", .roles([.staff])),
    RouteRow("GET /duties/csv", .roles([.staff])),
    RouteRow("POST /duties/confirm", .roles([.staff]), 303),
    RouteRow("POST /duties/fulfil", .roles([.staff]), 303),
    RouteRow("GET /duties/{duty}", .roles([.staff]), 404),
    RouteRow("POST /duties/{duty}/excuse", .roles([.secretariat, .hr]), 404),
    RouteRow("POST /duties/{duty}/reopen", .roles([.secretariat, .hr]), 404),
    RouteRow("POST /duties/{duty}/hand-over", .roles([.staff]), 404),
    RouteRow("GET /duties/units/{unit}", .roles(answering)),
    RouteRow("GET /duties/{duty}/report", .roles([.staff]), 404),
    RouteRow("POST /duties/{duty}/report", .roles([.staff]), 404),
    RouteRow("POST /duties/{duty}/none", .roles([.staff]), 404),
    RouteRow("GET /duties/{duty}/evidence", .roles([.staff]), 404),
    RouteRow("GET /evidence/{evidence}", .roles([.staff]), 404),
    RouteRow("GET /evidence/{evidence}/correct", .roles([.staff]), 404),
    RouteRow("POST /evidence/{evidence}/correct", .roles([.staff]), 404),
    RouteRow("GET /evidence/{evidence}/withdraw", .roles([.staff]), 404),
    RouteRow("POST /evidence/{evidence}/withdraw", .roles([.staff]), 404),
    RouteRow("GET /attachments/{attachment}", .roles([.staff]), 404),
  ]

  private static let plan = [
    RouteRow("GET /plan", .roles([.staff])),
    RouteRow("GET /plan/year", .roles([.staff])),
    RouteRow("GET /plan/versions", .roles([.staff])),
    RouteRow("GET /plan/units", .roles(answering)),
    RouteRow("GET /plan/units/{unit}", .roles(answering)),
    RouteRow("GET /plan/measures/{id}", .roles([.staff])),
    RouteRow("POST /plan/measures/{id}/decision", .roles([.secretariat]), 422),
    RouteRow("GET /plan/measures/{id}/report", .roles(answering)),
    RouteRow("POST /plan/measures/{id}/report", .roles(answering), 422),
    RouteRow("GET /plan/targets/{id}", .roles([.staff])),
    RouteRow("GET /plan/figures/{indicator}/rows", .roles(rowReaders), 404),
    RouteRow("GET /plan/figures/{indicator}/rows/csv", .roles(rowReaders), 404),
  ]

  private static let reports = [
    RouteRow("GET /plan/desk", .roles([.secretariat])),
    RouteRow("GET /plan/desk/outstanding.csv", .roles([.secretariat])),
    RouteRow("POST /plan/desk/remind", .roles([.secretariat]), 400),
    RouteRow("GET /plan/report/{year}", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/html", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/markdown", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/csv", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/json", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/differences", .roles(reportReaders)),
    RouteRow("GET /plan/report/{year}/snapshots/{snapshot}", .roles(reportReaders), 404),
    RouteRow("GET /plan/report/{year}/subjects/{subject}", .roles([.secretariat]), 404),
    RouteRow("POST /plan/report/{year}/subjects/{subject}", .roles([.secretariat]), 404),
    RouteRow("POST /plan/report/{year}/step", .roles([.secretariat]), 422),
    RouteRow("GET /plan/publication", .roles([.secretariat, .hr]), 303),
    RouteRow("GET /plan/publication/{year}", .roles([.secretariat, .hr])),
    RouteRow("GET /plan/publication/{year}/implementation", .roles([.secretariat, .hr])),
    RouteRow("GET /plan/publication/{year}/disclosure", .roles([.secretariat, .hr])),
    RouteRow("GET /plan/publication/{year}/employers/{employer}", .roles([.secretariat, .hr]), 404),
    RouteRow("POST /plan/publication/{year}/employers/{employer}", .roles([.secretariat, .hr]), 404),
    RouteRow("POST /plan/publication/{year}/employers/{employer}/release", .roles([.hr]), 404),
  ]

  private static let committee = [
    RouteRow("GET /plan/committee", .roles([.committee, .secretariat])),
    RouteRow("POST /plan/committee", .roles([.secretariat]), 422),
    RouteRow("GET /plan/committee/{meeting}", .roles([.committee, .secretariat]), 404),
    RouteRow("POST /plan/committee/{meeting}/agenda", .roles([.secretariat]), 404),
    RouteRow("POST /plan/committee/{meeting}/minutes", .roles([.secretariat]), 404),
    RouteRow("POST /plan/committee/{meeting}/decisions", .roles([.secretariat]), 404),
    RouteRow("POST /plan/committee/{meeting}/held", .roles([.secretariat]), 404),
    RouteRow("POST /plan/committee/{meeting}/cancelled", .roles([.secretariat]), 404),
    RouteRow("GET /plan/committee/{meeting}/papers", .roles([.committee, .secretariat]), 404),
    RouteRow("POST /plan/committee/{meeting}/papers", .roles([.secretariat]), 404),
    RouteRow("GET /plan/committee/{meeting}/papers/{paper}", .roles([.committee, .secretariat]), 404),
    RouteRow("GET /plan/intensive", .roles([.staff])),
    RouteRow("POST /plan/intensive/dates", .roles([.secretariat]), 422),
    RouteRow("POST /plan/intensive/actions", .roles([.secretariat]), 422),
    RouteRow("GET /plan/voices", .roles([.committee, .secretariat, .superior])),
    RouteRow("POST /plan/voices", .roles([.secretariat, .superior]), 422),
    RouteRow("POST /plan/voices/{voice}/answer", .roles([.secretariat]), 404),
  ]

  private static let others = [
    RouteRow("GET /workforce", .roles([.hr])),
    RouteRow("GET /workforce/csv", .roles([.hr])),
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
