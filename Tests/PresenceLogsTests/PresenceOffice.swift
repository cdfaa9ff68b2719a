import Access
import CivilTime
import Foundation
import Journal
import People
import Schedules
import Site
import Store
import TestSupport
import Testing
import WorkingTime

@testable import PresenceLogs

/// Two employers with three units and one.
///
/// 総務省: 大臣官房(1) with 秘書課(2) below it, 統計局(3); 消防庁: 消防課(4).
///
/// People bear the numbers of their units: 201 to 203 work in unit 2; who ends in 01 heads the unit, and 101 is in a
/// managerial post. It is
/// 1 December 2026, 10:00.
struct PresenceOffice: Sendable {
  static let today = day("2026-12-01")
  static let now = OfficeZone.instant(on: today, at: time(10))
  static let people: [Int64] = [101, 201, 202, 203, 301, 302, 401, 402]
  private static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + SchedulesCapability.capability.migrations + WorkingTimeMigrations.all + PresenceLogsMigrations.all

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource
  private let responder: SiteResponder

  static func with(_ engine: Engine, _ body: (PresenceOffice) async throws -> Void) async throws {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = PresenceOffice(temporary.database)
      try await office.database.write { try writePeople(on: $0) }
      try await body(office)
    }
  }

  private init(_ database: any SQLDatabase) {
    self.database = database
    clock = SettableClock(Self.now)
    ids = RecordIDSource(clock: clock)
    responder = SiteResponder(
      capabilities: [PresenceLogsCapability.capability, Self.home],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
  }

  /// A page with the line that home shows.
  private static let home = Capability(
    name: "test-home",
    routes: [
      Route(.get, "/test/home", allow: .anyOf([.staff])) { request in
        let line = Panels.entries([try await PresenceLogsCapability.homeEntry(request)].compactMap { $0 })
        return .page(PageContent(title: "ホーム", lead: line, body: line))
      }
    ]
  )

  /// Somebody with a session; `role` is granted, for an employer where one is named.
  func visit(_ employee: Int64?, as role: Role? = nil, of employer: Int64? = nil) async throws -> Visitor {
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者\(employee ?? 0)",
        employee: employee.map { RecordID($0) },
        at: Self.now,
        on: connection
      )
      if let role {
        let given = RoleGrant(role, employer: employer.map { RecordID($0) }, from: day("2026-04-01"))
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: Self.now, on: connection)
    }
    return Visitor(responder: responder, secret: secret)
  }

  func importing(_ rowsAtOnce: Int = 100_000) -> PCLogImport {
    PCLogImport(database: database, clock: clock, ids: ids, rowsAtOnce: rowsAtOnce)
  }

  @discardableResult
  func importLog(
    _ text: String,
    _ mapping: String = "pc-events",
    again: Bool = false,
    rowsAtOnce: Int = 100_000,
    told: @Sendable (LogProgress) throws -> Void = { _ in }
  ) async throws -> PCLogReport {
    try await importLog(bytes: Array(text.utf8), mapping, again: again, rowsAtOnce: rowsAtOnce, told: told)
  }

  func importLog(
    bytes: [UInt8],
    _ mapping: String,
    again: Bool = false,
    rowsAtOnce: Int = 100_000,
    told: @Sendable (LogProgress) throws -> Void = { _ in }
  ) async throws -> PCLogReport {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString).csv")
    try Data(bytes).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    return try await importing(rowsAtOnce).run(place.path, mapping: mapping, again: again, told: told)
  }

  /// Comes and goes by the clock.
  func punch(_ person: Int64, _ date: String, _ from: ClockTime, _ to: ClockTime) async throws {
    let rows = [
      PunchRow(employee: RecordID(person), workDate: day(date), time: from, kind: .arrival),
      PunchRow(employee: RecordID(person), workDate: day(date), time: to, kind: .departure),
    ]
    try await database.write { [ids, clock] connection in
      try WorkingTimeBulk.insertPunches(rows, ids: ids, at: clock.now(), on: connection)
    }
  }

  func claim(_ person: Int64, _ date: String, _ length: Minutes) async throws {
    let row = OvertimeRow(
      employee: RecordID(person),
      workDate: day(date),
      length: length,
      isSpecial: false,
      work: "業務"
    )
    try await database.write { [ids, clock] connection in
      try WorkingTimeBulk.insertOvertime([row], ids: ids, at: clock.now(), on: connection)
      let month = day(date).yearMonth
      try WorkingTimeBulk.refreshTotals(from: month, to: month, on: connection)
    }
  }

  func presence(_ person: Int64, _ date: String) async throws -> DayPresence? {
    try await database.read { connection in
      let found = try PresencePeople.person(
        RecordID(person),
        in: .everyone,
        today: Self.today,
        on: connection
      )
      return try found.flatMap { person in
        let asked = day(date)
        return try PresenceQuery.days(of: person, in: asked...asked, today: Self.today, on: connection).first
      }
    }
  }

  /// All days of devices, one a line.
  func strips() async throws -> [String] {
    try await database.read { connection in
      try connection.rows(
        "SELECT employee, day, device, marks, doubts FROM log_strip ORDER BY employee, day, device"
      )
      .map { row in
        let marks: DayMarks = try row.value(3)
        let words = marks.marks.map { "\($0.minuteOfDay / 60):\($0.minuteOfDay % 60) \($0.kind)" }
        let head = try
          "\(row.value(0, as: Int64.self)) \(row.value(1, as: String.self)) \(row.value(2, as: String.self))"
        return "\(head): \(words.joined(separator: ", ")) [\(try row.value(4, as: Int.self))]"
      }
    }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }

  private static func writePeople(on connection: any SQLConnection) throws {
    let soumu = Employer(id: RecordID(1), code: "soumu", name: "総務省")
    try EmployerRecords.insert([soumu, Employer(id: RecordID(2), code: "fdma", name: "消防庁")], on: connection)
    let units = [
      unit(1, "大臣官房", of: 1), unit(2, "秘書課", of: 1, under: 1), unit(3, "統計局", of: 1), unit(4, "消防課", of: 2),
    ]
    try UnitRecords.insert(units, on: connection)
    try EmployeeRecords.insert(people.map(employee), on: connection)
    let posts = people.map { id in
      Post(
        id: RecordID(id),
        unit: RecordID(id / 100),
        title: "官職\(id)",
        rankBand: id % 100 == 1 ? .director : .clerk,
        isManagerial: id == 101,
        isHead: id % 100 == 1
      )
    }
    try PostRecords.insert(posts, on: connection)
    let assignments = people.map { id in
      Assignment(
        id: RecordID(id),
        employee: RecordID(id),
        post: RecordID(id),
        kind: .primary,
        from: day("2020-04-01")
      )
    }
    try AssignmentRecords.insert(assignments, on: connection)
  }

  private static func unit(
    _ id: Int64,
    _ name: String,
    of employer: Int64,
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
}

func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

func time(_ hour: Int, _ minute: Int = 0) -> ClockTime { ClockTime(hour: hour, minute: minute) ?? .midnight }
