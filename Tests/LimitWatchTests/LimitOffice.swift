import Access
import CivilTime
import Duties
import Evidence
import Journal
import People
import Schedules
import Site
import Store
import TestSupport
import Testing
import WorkingTime

@testable import LimitWatch

/// Two employers; it is Wednesday, 10 June 2026, 10:00.
///
/// 総務省: 大臣官房(1) with 秘書課(2) below it, 統計局(3); 消防庁: 消防課(4). People are numbered by unit: 201 heads unit 2,
/// 202 to 206 work in it.
struct LimitOffice: Sendable {
  static let today = day("2026-06-10")
  static let year2025 = FiscalYear(startYear: 2025)
  private static let start = day("2020-04-01")

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource
  let responder: SiteResponder

  /// Evidence may name files, none of which these tests have.
  private static let attachments = Migration(
    "test-0001-attachment",
    ["CREATE TABLE attachment (id {integer} PRIMARY KEY) {strict}"]
  )

  static func with(_ engine: Engine, _ body: (LimitOffice) async throws -> Void) async throws {
    let before: [Migration] = JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all
    let site: [Migration] = Installation.migrations + [attachments] + DutiesMigrations.all
    let own: [Migration] = SchedulesCapability.capability.migrations + WorkingTimeMigrations.all
    let schema: [Migration] = before + site + EvidenceMigrations.all + own + LimitWatchMigrations.all
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = LimitOffice(temporary.database)
      try await office.database.write { try office.writePeople(on: $0) }
      try await body(office)
    }
  }

  private init(_ database: any SQLDatabase) {
    self.database = database
    let now = OfficeZone.instant(on: Self.today, at: ClockTime(hour: 10, minute: 0) ?? .midnight)
    clock = SettableClock(now)
    ids = RecordIDSource(clock: clock)
    responder = SiteResponder(
      capabilities: [LimitWatchCapability.capability, Self.home],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
  }

  /// A page with the lines that home shows.
  private static let home = Capability(
    name: "test-home",
    routes: [
      Route(.get, "/test/home", allow: .anyOf([.staff, .hr])) { request in
        var entries: [Panels.Entry] = []
        for entry in LimitWatchCapability.homeEntries {
          if let entry = try await entry(request) { entries.append(entry) }
        }
        let lines = Panels.entries(entries)
        return .page(PageContent(title: "ホーム", lead: lines, body: lines))
      }
    ]
  )

  /// Ends somebody's post after a day; who takes another one goes there the day after.
  func leave(_ person: Int64, after date: String, for post: Int64? = nil) async throws {
    try await database.write { connection in
      try connection.execute("UPDATE assignment SET valid_to = \(day(date)) WHERE id = \(person)")
      guard let post else { return }
      let next = Assignment(
        id: RecordID(person + 1000),
        employee: RecordID(person),
        post: RecordID(post),
        kind: .primary,
        from: day(date).adding(days: 1)
      )
      try AssignmentRecords.insert([next], on: connection)
    }
  }

  /// Lets it be ten o'clock on a day; sessions of earlier days may have ended.
  func set(_ date: String) {
    clock.set(OfficeZone.instant(on: day(date), at: ClockTime(hour: 10, minute: 0) ?? .midnight))
  }

  /// Abolishes a unit after a day, whose people go to posts of other units, or stay where nothing stands.
  func abolish(_ unit: Int64, after date: String, moving people: [Int64: Int64]) async throws {
    for (person, post) in people.sorted(by: { $0.key < $1.key }) {
      try await leave(person, after: date, for: post)
    }
    try await database.write { try UnitRecords.end(RecordID(unit), lastDay: day(date), on: $0) }
  }

  /// Somebody with a session; `role` is granted, to the personnel authority and the time-keeper with a reach.
  func visit(
    _ employee: Int64,
    as role: Role? = nil,
    employer: Int64 = 1,
    keeps unit: Int64? = nil
  ) async throws -> Visit {
    let fresh: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    let now = clock.now()
    try await database.write { connection in
      // Whoever visits again, on a later day or with another role, has the account already.
      let known: RecordID<Account>? = try connection.value(
        "SELECT id FROM account WHERE employee = \(employee)"
      )
      let account = known ?? fresh
      if known == nil {
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
          employer: role == .hr ? RecordID(employer) : nil,
          unit: unit.map { RecordID($0) },
          from: Self.start
        )
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: now, on: connection)
    }
    return Visit(responder: responder, secret: secret)
  }

  /// Declares a month's overtime on one day of it.
  func work(_ person: Int64, _ date: String, hours: Int, isSpecial: Bool = false) async throws {
    let row = OvertimeRow(
      employee: RecordID(person),
      workDate: day(date),
      length: Minutes(hours: hours),
      isSpecial: isSpecial,
      work: "答弁作成"
    )
    let now = clock.now()
    try await database.write { connection in
      try WorkingTimeBulk.insertOvertime([row], ids: ids, at: now, on: connection)
      let month = row.workDate.yearMonth
      try WorkingTimeBulk.refreshTotals(from: month, to: month, on: connection)
    }
  }

  /// Records a day's coming and going; beyond 24 hours is the next morning.
  func punch(_ person: Int64, _ date: String, _ from: Int, _ to: Int) async throws {
    let rows = [(from, Punch.Kind.arrival), (to, .departure)].map { minute, kind in
      PunchRow(
        employee: RecordID(person),
        workDate: day(date),
        time: ClockTime(minutesFromMidnight: minute) ?? .midnight,
        kind: kind
      )
    }
    let now = clock.now()
    try await database.write { connection in
      try WorkingTimeBulk.insertPunches(rows, ids: ids, at: now, on: connection)
      let month = day(date).yearMonth
      try WorkingTimeBulk.refreshTotals(from: month, to: month, on: connection)
    }
  }

  func number(_ query: SQLText) async throws -> Int64 {
    try await database.read { try $0.value(query, as: Int64.self) ?? -1 }
  }

  private func writePeople(on connection: any SQLConnection) throws {
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
        unit(3, of: 1, "統計局", under: nil), unit(4, of: 2, "消防課", under: nil),
      ],
      on: connection
    )
    let people = [1, 2, 3, 4].flatMap { unit in (Int64(1)...6).map { Int64(unit) * 100 + $0 } }
    try EmployeeRecords.insert(people.map(employee), on: connection)
    let posts = people.map { id in
      Post(
        id: RecordID(id),
        unit: RecordID(id / 100),
        title: "官職\(id)",
        rankBand: id % 100 == 1 ? .director : .clerk,
        isExecutive: id == 301,
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
        from: Self.start
      )
    }
    try AssignmentRecords.insert(assignments, on: connection)
  }

  private func unit(
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
      kind: .division,
      sortOrder: Int(id),
      from: Self.start
    )
  }

  private func employee(_ id: Int64) -> Employee {
    Employee(
      id: RecordID(id),
      employer: RecordID(id / 100 == 4 ? 2 : 1),
      number: "\(id)",
      familyName: "職員",
      givenName: "\(id)号",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: Self.start
    )
  }
}

func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

func month(_ text: String) -> YearMonth { YearMonth(iso: text) ?? YearMonth(index: 0) }
