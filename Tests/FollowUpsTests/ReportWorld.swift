import Attachments
import CivilTime
import Duties
import Evidence
import Foundation
import Indicators
import Journal
import Markup
import People
import Store
import TestSupport
import Testing

@testable import FollowUps
@testable import Plan
@testable import Access
@testable import Site

/// Two employers with the plan of `plans/soumu.yaml` in force from 1 April 2026; it is 1 December 2026, 10:00.
///
/// 総務省: 大臣官房(1) with 秘書課(2) below it, 統計局(3); 消防庁: 消防課(4). Whoever has a number that ends in 01 heads
/// the unit of its hundreds.
struct ReportWorld: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + AttachmentsMigrations.all + DutiesMigrations.all + EvidenceMigrations.all + IndicatorMigrations.all
    + PlanMigrations.all + FollowUpMigrations.all
  static let today = day("2026-12-01")
  static let now = OfficeZone.instant(on: today, at: .midnight).adding(minutes: Minutes(hours: 10))
  static let year = FiscalYear(startYear: 2026)
  static let people: [Int64] = [1, 2, 3, 4].flatMap { unit in (1...6).map { unit * 100 + $0 } }

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource
  let responder: SiteResponder

  static func with(_ engine: Engine, _ body: (ReportWorld) async throws -> Void) async throws {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let world = ReportWorld(temporary.database)
      try await world.database.write { try ReportWorld.write(on: $0) }
      let loading = PlanLoading(database: world.database, clock: world.clock, ids: world.ids)
      _ = try await loading.load(text: try planText(), dutiesFrom: day("2026-04-01"))
      try await world.sweep()
      try await body(world)
    }
  }

  private init(_ database: any SQLDatabase) {
    self.database = database
    clock = SettableClock(Self.now)
    ids = RecordIDSource(clock: clock)
    responder = SiteResponder(
      capabilities: [FollowUpCapability.capability(indicators: [])],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
  }

  func sweep() async throws {
    _ = try await DutySweep(database: database, clock: clock, ids: ids, sources: PeopleEvents.all)
      .run(force: true)
  }

  /// How many duties a condition holds for.
  func count(_ condition: SQLText) async throws -> Int {
    try await database.read { connection in
      try connection.value("SELECT COUNT(*) FROM duty WHERE \(fragment: condition)") ?? 0
    }
  }

  static func planText() throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().appending(path: "plans/soumu.yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }
}

extension ReportWorld {
  private static func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(
      [
        Employer(id: RecordID(1), code: "soumu", name: "総務省"),
        Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
      ],
      on: connection
    )
    try UnitRecords.insert(
      [
        unit(1, of: 1, "大臣官房", under: nil), unit(2, of: 1, "秘書課", under: 1),
        unit(3, of: 1, "統計局", under: nil),
        unit(4, of: 2, "消防課", under: nil),
      ],
      on: connection
    )
    try EmployeeRecords.insert(people.map(employee), on: connection)
    let posts = people.map { id in
      Post(
        id: RecordID(id),
        unit: RecordID(id / 100),
        title: "官職\(id)",
        rankBand: id % 100 == 1 ? .director : .clerk,
        isHead: id % 100 == 1
      )
    }
    try PostRecords.insert(posts, on: connection)
    try AssignmentRecords.insert(people.map(assignment), on: connection)
  }

  private static func assignment(_ id: Int64) -> Assignment {
    Assignment(
      id: RecordID(id),
      employee: RecordID(id),
      post: RecordID(id),
      kind: .primary,
      from: day("2020-04-01")
    )
  }

  private static func unit(
    _ id: Int64,
    of employer: Int64,
    _ name: String,
    under parent: Int64?
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: parent == nil ? .other : .division,
      sortOrder: Int(id),
      from: day("2020-04-01")
    )
  }

  private static func employee(_ id: Int64) -> Employee {
    Employee(
      id: RecordID(id),
      employer: RecordID(id / 100 == 4 ? 2 : 1),
      number: "\(id)",
      familyName: "職員",
      givenName: "\(id)号",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: id % 2 == 0 ? .female : .male,
      hiredOn: day("2020-04-01")
    )
  }
}

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret
  let actor: RecordID<Account>

  struct Answer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  }

  func get(_ path: String, query: String = "") async -> Answer {
    await send("GET", path, query: query, type: nil, body: [])
  }

  func post(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let hex = Array("0123456789ABCDEF".utf8)
    let pairs = (hidden + fields).map { name, value in
      let escaped = value.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
      return "\(name)=\(String(decoding: escaped, as: UTF8.self))"
    }
    let body = Array(pairs.joined(separator: "&").utf8)
    return await send("POST", path, query: "", type: "application/x-www-form-urlencoded", body: body)
  }

  private func send(
    _ method: String,
    _ path: String,
    query: String,
    type: String?,
    body: [UInt8]
  ) async -> Answer {
    let headers = IncomingRequest.Headers(
      host: "localhost",
      cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
      contentType: type,
      origin: nil,
      fetchSite: nil,
      authorization: nil,
      idempotencyKey: nil
    )
    let answer = await responder.respond(
      to: IncomingRequest(
        method: method,
        path: path,
        query: query,
        headers: headers,
        body: body,
        address: "127.0.0.1"
      )
    )
    return Answer(status: answer.status, headers: answer.headers, body: answer.body)
  }
}

extension ReportWorld {
  /// Somebody with a session and a name of their own; `role` is granted.
  func visit(_ employee: Int64?, as role: Role? = nil, name: String = "利用者") async throws -> Visit {
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: name,
        employee: employee.map { RecordID($0) },
        at: Self.now,
        on: connection
      )
      if let role {
        let reach = role == .hr ? RecordID<Employer>(1) : nil
        let given = RoleGrant(role, employer: reach, from: Self.day("2026-04-01"))
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: Self.now, on: connection)
    }
    return Visit(responder: responder, secret: secret, actor: account)
  }
}
