import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import Access
@testable import Plan
@testable import Site

/// Visits to the rows behind figures: the office, and people who are something to it.
struct RowVisits {
  /// What a visitor is.
  enum Visitor: Hashable, CustomTestStringConvertible {
    case plain
    case head(of: Int64)
    /// Who heads a unit of 総務省 and is the personnel authority of 消防庁.
    case personnelOfAnother(headOf: Int64)
    case timeKeeper(of: Int64)
    case secretariatKeeping(Int64)
    case role(Role)
    case administratorWithoutPost

    var testDescription: String {
      switch self {
      case .plain: "staff"
      case .head(let unit): "head of \(unit)"
      case .personnelOfAnother(let unit): "head of \(unit), personnel of another"
      case .timeKeeper(let unit): "time-keeper of \(unit)"
      case .secretariatKeeping(let unit): "secretariat, time-keeper of \(unit)"
      case .role(let role): role.rawValue
      case .administratorWithoutPost: "administrator"
      }
    }
  }

  /// A figure of the personnel record: the women among everybody who holds a post on the first day of June.
  static let women = Indicator(
    .init(
      id: "test.women",
      title: "職員に占める女性",
      numerator: "うち女性",
      denominator: "官職にある職員",
      form: .share,
      source: "職員の名簿",
      methodVersion: 1,
      guardKind: .people
    ),
    listing: RowListing(for: .personnelRecord, of: .counted, headings: ["性別"]) { _, _, connection in
      try connection.rows(
        """
        SELECT e.id, e.employer, p.unit, e.sex FROM employee e JOIN assignment a ON a.employee = e.id
        AND a.kind = 'primary' JOIN post p ON p.id = a.post ORDER BY e.id
        """
      ).map { row in
        let sex: Sex = try row.value(3)
        return CountedRow(
          employer: try row.value(1),
          unit: try row.value(2),
          subject: .person(try row.value(0)),
          ratio: Ratio(sex == .female ? 1 : 0, of: 1),
          facts: [.words(sex.japanese)]
        )
      }
    }
  )

  /// A figure of working time whose rows are units.
  static let hours = Indicator(
    .init(
      id: "test.unit-hours",
      title: "組織の超過勤務",
      numerator: "申告",
      denominator: "予算",
      form: .share,
      source: "申告された超過勤務",
      methodVersion: 1
    ),
    listing: RowListing(for: .workingTime, of: .everybody, unit: "組織", headings: ["申告"]) {
      _,
      _,
      connection in
      try connection.rows("SELECT id, employer FROM unit ORDER BY id").map { row in
        let unit: RecordID<OrganizationUnit> = try row.value(0)
        return CountedRow(
          employer: try row.value(1),
          unit: unit,
          subject: .unit(unit),
          ratio: Ratio(1, of: 2),
          facts: [.words("\(unit)の時間")]
        )
      }
    }
  )

  static let indicators = WorkingTimeIndicators.all + [women, hours]
  static let over = "/plan/figures/working-time.people-over-limit/rows"
  static let staff = "/plan/figures/test.women/rows"
  static let unitHours = "/plan/figures/test.unit-hours/rows"
  static let duties = "/plan/figures/duties.units-without-II-2-3-5/rows"

  let database: any SQLDatabase
  private let clock: SettableClock
  /// One source for all: the clock stands still, so two of them would give the same numbers.
  private let ids: RecordIDSource

  private init(database: any SQLDatabase) {
    let moment = OfficeZone.instant(on: PlanOffice.today, at: .midnight).adding(minutes: Minutes(hours: 10))
    self.database = database
    clock = SettableClock(moment)
    ids = RecordIDSource(clock: clock)
  }

  /// The office with duties of three units, heads of 秘書課 (2) and 統計局 (3), and fresh figures.
  static func with(_ engine: Engine, _ body: (RowVisits) async throws -> Void) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        for unit in [1, 2, 3] as [Int64] {
          let duty = DutyDesk.UnitDuty(
            measure: "II-2-3-5",
            unit: unit,
            bureau: unit == 3 ? 3 : 1,
            state: "open"
          )
          try DutyDesk.insert(duty, id: unit, on: connection)
        }
        for unit in [2, 3] as [Int64] { try head(unit, on: connection) }
      }
      try await PlanOffice.refresh(database, indicators)
      try await body(RowVisits(database: database))
    }
  }

  /// Gives a unit a post of a head, held beside the own one by the fourth of its people.
  private static func head(_ unit: Int64, on connection: any SQLConnection) throws {
    let post = Post(
      id: RecordID(unit + 50),
      unit: RecordID(unit),
      title: "課長",
      rankBand: .director,
      isHead: true
    )
    try PostRecords.insert([post], on: connection)
    let held = Assignment(
      id: RecordID(unit + 50),
      employee: RecordID(unit * 100 + 4),
      post: post.id,
      kind: .concurrent,
      from: PlanOffice.day("2026-04-01")
    )
    try AssignmentRecords.insert([held], on: connection)
  }

  /// Asks as a visitor.
  func get(
    _ path: String,
    _ query: String = "",
    as visitor: Visitor
  ) async throws -> (status: Int, text: String) {
    let secret = BearerSecret.random()
    try await database.write { connection in
      try signIn(visitor, secret, at: clock.now(), on: connection)
    }
    let responder = SiteResponder(
      capabilities: [PlanCapability.capability(indicators: Self.indicators)],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
    let headers = IncomingRequest.Headers(
      host: "localhost",
      cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
      contentType: nil,
      origin: nil,
      fetchSite: nil,
      authorization: nil,
      idempotencyKey: nil
    )
    let request = IncomingRequest(
      method: "GET",
      path: path,
      query: query,
      headers: headers,
      body: [],
      address: "127.0.0.1"
    )
    let response = await responder.respond(to: request)
    return (response.status, String(decoding: response.body, as: UTF8.self))
  }

  private func signIn(
    _ visitor: Visitor,
    _ secret: BearerSecret,
    at moment: Instant,
    on connection: any SQLConnection
  ) throws {
    let known: RecordID<Account>? = try seat(of: visitor).flatMap { seat in
      try connection.value("SELECT id FROM account WHERE employee = \(seat)")
    }
    let account = known ?? ids.next()
    if known == nil {
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者",
        employee: seat(of: visitor).map { RecordID($0) },
        at: moment,
        on: connection
      )
      for grant in grants(of: visitor) {
        try RoleGrantRecords.insert(grant, id: ids.next(), to: account, on: connection)
      }
    }
    try SessionRecords.insert(secret, account: account, at: moment, on: connection)
  }

  /// Each visitor sits on a chair of the own, since an employee has one account.
  private func seat(of visitor: Visitor) -> Int64? {
    switch visitor {
    case .plain: 201
    case .head(let unit), .personnelOfAnother(let unit): unit * 100 + 4
    case .timeKeeper: 103
    case .secretariatKeeping: 104
    case .role(.hr): 203
    case .role(.secretariat): 202
    case .role(.committee): 102
    case .role: 205
    case .administratorWithoutPost: nil
    }
  }

  private func grants(of visitor: Visitor) -> [RoleGrant] {
    let first = PlanOffice.day("2026-04-01")
    return switch visitor {
    case .plain, .head: []
    case .personnelOfAnother: [RoleGrant(.hr, employer: RecordID(2), from: first)]
    case .timeKeeper(let unit): [RoleGrant(.timeKeeper, unit: RecordID(unit), from: first)]
    case .secretariatKeeping(let unit):
      [RoleGrant(.secretariat, from: first), RoleGrant(.timeKeeper, unit: RecordID(unit), from: first)]
    case .role(.hr): [RoleGrant(.hr, employer: RecordID(1), from: first)]
    case .role(let role): [RoleGrant(role, from: first)]
    case .administratorWithoutPost: [RoleGrant(.administrator, from: first)]
    }
  }
}
