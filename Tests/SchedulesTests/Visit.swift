import CivilTime
import People
import Store
import TestSupport

@testable import Access
@testable import Schedules
@testable import Site

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let location: String?
    let text: String
    /// What the next page tells of what was done.
    let notice: String?
  }

  func get(_ path: String, query: String = "") async -> Answer {
    await send("GET", path, query: query, body: [])
  }

  func post(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let pairs = (hidden + fields).map { "\(Self.escaped($0))=\(Self.escaped($1))" }
    return await send("POST", path, query: "", body: Array(pairs.joined(separator: "&").utf8))
  }

  private static func notice(_ header: (name: String, value: String)) -> String? {
    guard header.name == "set-cookie", let crumb = header.value.split(separator: ";").first else {
      return nil
    }
    return NoticeCookie.notice(Cookies.value(of: Cookies.notice, in: String(crumb)))?.text
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }.joined()
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
      text: String(decoding: answer.body, as: UTF8.self),
      notice: answer.headers.compactMap { Self.notice($0) }.first
    )
  }
}

extension SchedulesOffice {
  /// Somebody with a session; `role` is granted, for employer 1 or for a unit, that of the tens unless another is named.
  func visit(
    _ employee: Int64,
    as role: Role? = nil,
    in unit: Int64? = nil,
    through other: (any SQLDatabase)? = nil,
    following follower: HoursFollower = .none
  ) async throws -> Visit {
    let account = RecordID<Account>(employee)
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    let now = clock.now()
    try await database.write { connection in
      if try connection.row("SELECT 1 FROM account WHERE id = \(account)") == nil {
        try AccountRecords.insert(
          id: account,
          login: "visitor-\(account)",
          name: "利用者\(employee)",
          employee: RecordID(employee),
          at: now,
          on: connection
        )
      }
      if let role {
        let given = RoleGrant(
          role,
          employer: role == .hr ? RecordID(1) : nil,
          unit: role == .timeKeeper ? RecordID(unit ?? employee / 10) : nil,
          from: day("2026-04-01")
        )
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: now, on: connection)
    }
    let responder = SiteResponder(
      capabilities: [SchedulesCapability.capability],
      services: SiteServices(
        database: other ?? database,
        clock: clock,
        ids: ids,
        isDemo: false,
        hoursFollower: follower
      ),
      transport: .plain,
      reportFailure: { reference, error in print("\(reference): \(error)") }
    )
    return Visit(responder: responder, secret: secret)
  }

  /// Moves the clock to 10:00 of a day.
  func go(to date: String) {
    clock.set(OfficeZone.instant(on: day(date), at: clock(10)))
  }

  private func clock(_ hour: Int) -> ClockTime { ClockTime(hour: hour, minute: 0) ?? .midnight }

  /// The identifier of the newest record of a table.
  func newest(_ table: SQLText) async throws -> Int64 {
    try await database.read { try $0.value("SELECT MAX(id) FROM \(fragment: table)") ?? 0 }
  }

  /// A short-time pattern of employer 1: 短時間A, the standard day from Tuesday to Friday.
  func offerShort() async throws -> WorkPattern {
    let days = WorkPattern.weekdays.dropFirst().map { ($0, hours(9, 30, span: 525)) }
    let pattern = WorkPattern(
      id: ids.next(),
      employer: RecordID(1),
      kind: .shortTime,
      name: "短時間A",
      days: Dictionary(uniqueKeysWithValues: days)
    )
    let now = clock.now()
    try await database.write { try PatternRecords.append(pattern, at: now, account: 1, on: $0) }
    return pattern
  }

  /// A pattern of employer 1: 早出A, 8:30 to 17:15.
  func offerEarly() async throws -> WorkPattern {
    let early = hours(8, 30, span: 525)
    let days = Dictionary(uniqueKeysWithValues: WorkPattern.weekdays.map { ($0, early) })
    let pattern = WorkPattern(
      id: ids.next(),
      employer: RecordID(1),
      kind: .earlyLate,
      name: "早出A",
      days: days
    )
    let now = clock.now()
    try await database.write { try PatternRecords.append(pattern, at: now, account: 1, on: $0) }
    return pattern
  }
}
