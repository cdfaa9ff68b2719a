import CivilTime
import Foundation
import Journal
import People
import Schedules
import Store
import TestSupport
import Testing

@testable import Access
@testable import OvertimeOrders
@testable import Site
@testable import WorkingTime

/// Two employers on Friday, 20 November 2026, 10:00.
///
/// 総務省: 大臣官房(1) with 秘書課(2) below it, and 第一係(5) without a head below that; 統計局(3). 消防庁: 消防課(4). Whoever has a number that ends in 1
/// heads the unit of its hundreds, but nobody heads 5; 203 is deputy of 秘書課; the posts of heads are managerial.
struct OrdersOffice: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + SchedulesCapability.capability.migrations + WorkingTimeMigrations.all + OvertimeOrdersMigrations.all
  static let today = day("2026-11-20")
  static let now = OfficeZone.instant(on: today, at: time(10))
  static let month = today.yearMonth
  static let people: [Int64] = [101, 102, 201, 202, 203, 204, 301, 302, 401, 402, 502, 503]

  let database: any SQLDatabase
  let clock = SettableClock(OrdersOffice.now)
  let ids: RecordIDSource
  let protections: ProtectionQuestion

  static func with(
    _ engine: Engine,
    protections: ProtectionQuestion = .unasked,
    _ body: (OrdersOffice) async throws -> Void
  ) async throws {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = OrdersOffice(temporary.database, protections)
      try await office.database.write { try office.write(on: $0) }
      try await body(office)
    }
  }

  private init(_ database: any SQLDatabase, _ protections: ProtectionQuestion) {
    self.database = database
    self.protections = protections
    ids = RecordIDSource(clock: clock)
  }

  private func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(
      [
        Employer(id: RecordID(1), code: "soumu", name: "総務省"),
        Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
      ],
      on: connection
    )
    let units = [
      Self.unit(1, "大臣官房"), Self.unit(2, "秘書課", under: 1), Self.unit(3, "統計局"), Self.unit(4, "消防課", of: 2),
      Self.unit(5, "第一係", under: 2),
    ]
    try UnitRecords.insert(units, on: connection)
    try PostRecords.insert(Self.people.map(Self.post), on: connection)
    try EmployeeRecords.insert(Self.people.map(Self.employee), on: connection)
    try AssignmentRecords.insert(Self.people.map { Self.assignment($0, to: $0, .primary) }, on: connection)
    let deputy = Deputy(id: RecordID(1), unit: RecordID(2), employee: RecordID(203), from: day("2026-11-01"))
    try DeputyRecords.insert(deputy, on: connection)
  }

  static func assignment(_ person: Int64, to post: Int64, _ kind: AssignmentKind) -> Assignment {
    Assignment(
      id: RecordID(person * 1000 + post),
      employee: RecordID(person),
      post: RecordID(post),
      kind: kind,
      from: day("2020-04-01")
    )
  }

  private static func post(_ id: Int64) -> Post {
    Post(
      id: RecordID(id),
      unit: RecordID(id / 100),
      title: "官職\(id)",
      rankBand: id % 100 == 1 ? .director : .clerk,
      isManagerial: id % 100 == 1,
      isHead: id % 100 == 1
    )
  }

  private static func unit(
    _ id: Int64,
    _ name: String,
    of employer: Int64 = 1,
    under parent: Int64? = nil
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: .division,
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
      sex: .female,
      hiredOn: day("2020-04-01")
    )
  }

  /// A claim of somebody's own, as the day's page makes it.
  @discardableResult
  func claim(
    _ amount: DayCorrection.Entry,
    on date: String,
    by person: Int64 = 202
  ) async throws -> RecordID<OvertimeDeclaration> {
    try await enter(amount, on: date, by: person)
    let claims = try await claims(of: person, on: date)
    return try #require(claims.last).id
  }

  /// What somebody enters for a day of their own.
  func enter(_ entry: DayCorrection.Entry, on date: String, by person: Int64 = 202) async throws {
    clock.advance(milliseconds: 1000)
    let account = try await account(of: person)
    let actor = Actor(
      account: account,
      employee: RecordID(person),
      name: "職員",
      unit: nil,
      roles: [.staff]
    )
    _ = try await DayCorrection(database: database, ids: ids).record(
      entry,
      on: day(date),
      for: actor,
      at: clock.now(),
      once: nil
    )
  }

  func claims(of person: Int64, on date: String) async throws -> [OvertimeDeclaration] {
    try await database.read {
      try OvertimeRecords.declarations(of: RecordID(person), in: day(date)...day(date), on: $0)
    }
  }

  /// The overtime of November as the limits count it.
  func total(of person: Int64) async throws -> Minutes {
    let month = Self.month
    return try await database.read { connection in
      try MonthTotalRecords.totals(of: [RecordID(person)], from: month, to: month, on: connection)[
        RecordID(person)
      ]?.first?.overtime ?? .zero
    }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }

  /// A request as home makes it.
  func request(by person: Int64) async throws -> SignedInRequest {
    let actor = try await actor(person)
    let services = SiteServices(database: database, clock: clock, ids: ids, isDemo: false)
    let request = SiteRequest(
      path: "/",
      parameters: [:],
      query: .empty,
      form: .empty,
      files: [],
      body: [],
      idempotencyKey: nil,
      address: "127.0.0.1",
      now: clock.now(),
      visitor: actor,
      session: nil,
      services: services
    )
    return SignedInRequest(request: request, actor: actor)
  }

  func actor(_ person: Int64) async throws -> Actor {
    let account = try await account(of: person)
    return try #require(
      try await database.read { try ActorRecords.actor(account, on: Self.today, connection: $0) }
    )
  }

  private func account(of person: Int64) async throws -> RecordID<Account> {
    let id = RecordID<Account>(900_000 + person)
    let now = clock.now()
    try await database.write { connection in
      guard try connection.row("SELECT 1 FROM account WHERE id = \(id)") == nil else { return }
      try AccountRecords.insert(
        id: id,
        login: "person\(person)",
        name: "利用者",
        employee: RecordID(person),
        at: now,
        on: connection
      )
    }
    return id
  }

  /// Somebody with a session and, where asked for, a role for employer 1 or unit 2.
  func visit(_ person: Int64, as role: Role? = nil, employer: Int64 = 1) async throws -> Visit {
    let account = try await account(of: person)
    let (grant, secret, now) = (ids.next(RoleGrant.self), BearerSecret.random(), clock.now())
    try await database.write { connection in
      if let role {
        let given = RoleGrant(
          role,
          employer: role == .hr ? RecordID(employer) : nil,
          unit: role == .timeKeeper ? RecordID(2) : nil,
          from: day("2026-04-01")
        )
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: now, on: connection)
    }
    let responder = SiteResponder(
      capabilities: [OvertimeOrdersCapability.capability(protections: protections)],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
    return Visit(responder: responder, secret: secret)
  }
}

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let location: String?
    let text: String

    /// The checkboxes of a name, as fields that would be sent if all were ticked.
    func ticks(_ name: String) -> [(String, String)] {
      text.components(separatedBy: "<input type=\"checkbox\"").dropFirst().compactMap { part in
        let tag = part.prefix { $0 != ">" }
        guard tag.contains("name=\"\(name)\""), let start = tag.range(of: "value=\"")?.upperBound else {
          return nil
        }
        return (name, String(tag[start...].prefix { $0 != "\"" }))
      }
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String {
      let mark = "name=\"\(name)\" value=\""
      guard let start = text.range(of: mark)?.upperBound else { return "" }
      return String(text[start...].prefix { $0 != "\"" })
    }
  }

  func get(_ path: String, query: String = "") async -> Answer {
    await send("GET", path, query: query, body: [])
  }

  func post(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hex = Array("0123456789ABCDEF".utf8)
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let pairs = (hidden + fields).map { name, value in
      let escaped = value.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
      return "\(name)=\(String(decoding: escaped, as: UTF8.self))"
    }
    return await send("POST", path, query: "", body: Array(pairs.joined(separator: "&").utf8))
  }

  private func send(_ method: String, _ path: String, query: String, body: [UInt8]) async -> Answer {
    let request = IncomingRequest(
      method: method,
      path: path,
      query: query,
      headers: IncomingRequest.Headers(
        host: "localhost",
        cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
        contentType: method == "POST" ? "application/x-www-form-urlencoded" : nil,
        origin: nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      ),
      body: body,
      address: "127.0.0.1"
    )
    let answer = await responder.respond(to: request)
    return Answer(
      status: answer.status,
      location: answer.headers.first { $0.name == "location" }?.value,
      text: String(decoding: answer.body, as: UTF8.self)
    )
  }
}

func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

func time(_ hour: Int, _ minute: Int = 0) -> ClockTime { ClockTime(hour: hour, minute: minute) ?? .midnight }

/// Stretches from pairs of minutes from midnight.
func worked(_ ranges: Range<Int>...) throws -> WorkedStretches {
  try WorkedStretches(
    ranges.map { range in
      let clock = { (minute: Int) in ClockTime(minutesFromMidnight: minute) ?? .midnight }
      return clock(range.lowerBound)..<clock(range.upperBound)
    }
  )
}
