import CivilTime
import Journal
import People
import Schedules
import Store
import TestSupport
import WorkingTime

@testable import Access
@testable import MonthClosing
@testable import Site

/// Two employers in October 2026; the clock stands at 10:00 of the day that a test sets.
///
/// 総務省: 統計局(1), headed by 101; below it 総務課(2), headed by 201 with the deputy 202 and the time-keeper 203, and
/// 調査課(3), headed by 301 with the time-keeper 303. 消防庁: 消防課(4) with 401. Person 101 is 総務省's personnel authority.
/// Of November 2026, the third duty day is the 5th, the fifth the 9th, the seventh the 11th, the tenth the 16th.
struct ClosingOffice: Sendable {
  static let october = YearMonth(index: 2026 * 12 + 9)
  static let heads: Set<Int64> = [101, 201, 301, 401]
  private static let people: [Int64] = [101, 201, 202, 203, 204, 205, 301, 303, 304, 401]
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all
    + SchedulesCapability.capability.migrations + WorkingTimeMigrations.all + MonthClosingMigrations.all

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource
  let responder: SiteResponder

  static func with(
    _ engine: Engine,
    concerns: [MonthConcernSource] = [],
    _ body: (ClosingOffice) async throws -> Void
  ) async throws {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = ClosingOffice(temporary.database, concerns)
      office.now("2026-11-02")
      try await office.database.write { try office.writePeople(on: $0) }
      try await body(office)
    }
  }

  private init(_ database: any SQLDatabase, _ concerns: [MonthConcernSource]) {
    self.database = database
    clock = SettableClock()
    ids = RecordIDSource(clock: clock)
    responder = SiteResponder(
      capabilities: [MonthClosingCapability.capability(concerns: concerns)],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { reference, error in print("\(reference): \(error)") }
    )
  }

  /// It is 10:00 of a day.
  func now(_ date: String, _ hour: Int = 10) {
    clock.set(OfficeZone.instant(on: day(date), at: time(hour)))
  }

  /// Somebody with a fresh session.
  func visit(_ person: Int64) async throws -> Visit {
    let secret = BearerSecret.random()
    let now = clock.now()
    try await database.write { connection in
      try SessionRecords.insert(secret, account: RecordID(person), at: now, on: connection)
    }
    return Visit(responder: responder, secret: secret)
  }

  /// A day of work, 9:30 to the hour, as a card would have told it.
  func work(_ person: Int64, _ date: String, until hour: Int, _ minute: Int = 15) async throws {
    try await punch(person, date, .arrival, 9, 30)
    try await punch(person, date, .departure, hour, minute)
  }

  func punch(
    _ person: Int64,
    _ date: String,
    _ kind: Punch.Kind,
    _ hour: Int,
    _ minute: Int,
    why: String? = nil,
    by account: Int64? = nil
  ) async throws {
    let punch = Punch(
      id: ids.next(),
      employee: RecordID(person),
      workDate: day(date),
      time: time(hour, minute),
      kind: kind,
      source: why == nil ? .web : .manual,
      recordedAt: clock.now(),
      reason: why
    )
    try await database.write { try PunchRecords.insert(punch, by: account ?? person, on: $0) }
  }

  func declare(_ person: Int64, _ date: String, _ minutes: Int, special: Bool = false) async throws {
    try await declare(person, date, .length(Minutes(minutes)), special: special)
  }

  /// Work from one minute of a day to another, all of it overtime.
  func declare(_ person: Int64, _ date: String, from: ClockTime, to: ClockTime) async throws {
    try await declare(person, date, .stretches(WorkedStretches([from..<to]), overtime: to - from))
  }

  private func declare(
    _ person: Int64,
    _ date: String,
    _ amount: OvertimeDeclaration.Amount,
    special: Bool = false
  ) async throws {
    let declaration = OvertimeDeclaration(
      id: ids.next(),
      date: day(date),
      amount: amount,
      isSpecial: special,
      reason: "国会対応",
      recordedAt: clock.now(),
      recordedBy: person
    )
    try await database.write { connection in
      try OvertimeRecords.insert(declaration, of: RecordID(person), on: connection)
      try MonthTotalling.refresh(RecordID(person), declaration.date.yearMonth, on: connection)
    }
  }

  /// Everybody of 総務課 has worked every duty day of October, so that nothing is to be looked at.
  func fillOctober(_ people: [Int64] = [204]) async throws {
    for date in DutyCalendar().dutyDates(in: Self.october.days) {
      for person in people { try await work(person, date.iso, until: 18) }
    }
  }

  /// An employer sets the usual days for a month and those after it.
  func setTerms(of employer: Int64, from month: YearMonth) async throws {
    let (id, now) = (ids.next(ClosingTerms.self), clock.now())
    try await database.write { connection in
      try ClosingTermsRecords.insert(
        .usual,
        id: id,
        of: RecordID(employer),
        from: month,
        at: now,
        by: 101,
        on: connection
      )
    }
  }

  /// A person's month as everybody would see it.
  func one(_ person: Int64, _ month: YearMonth = october) async throws -> ClosingCase {
    let today = OfficeZone.date(of: clock.now())
    let cases = try await database.read { connection in
      let tree = try UnitRecords.tree(asOf: min(today, month.lastDay), on: connection)
      return try ClosingReading(month: month, today: today, tree: tree)
        .cases(of: [RecordID<Employee>(person)], on: connection)
    }
    guard let found = cases.first else { throw Missing() }
    return found
  }

  struct Missing: Error {}

  /// More people of 総務課 with one day of work each.
  func addStaff(_ people: Range<Int64>) async throws {
    try await database.write { connection in
      try PostRecords.insert(people.map(Self.post), on: connection)
      try EmployeeRecords.insert(people.map { Self.employee($0) }, on: connection)
      try AssignmentRecords.insert(people.map { Self.assignment($0) }, on: connection)
    }
    for person in people { try await work(person, "2026-10-01", until: 18) }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }

  func write(_ sql: SQLText) async throws {
    _ = try await database.write { try $0.execute(sql) }
  }

  private func writePeople(on connection: any SQLConnection) throws {
    let soumu = Employer(id: RecordID(1), code: "soumu", name: "総務省")
    let fdma = Employer(id: RecordID(2), code: "fdma", name: "消防庁")
    try EmployerRecords.insert([soumu, fdma], on: connection)
    try UnitRecords.insert(
      [
        Self.unit(1, "統計局", of: 1), Self.unit(2, "総務課", of: 1, under: 1),
        Self.unit(3, "調査課", of: 1, under: 1),
        Self.unit(4, "消防課", of: 2),
      ],
      on: connection
    )
    try PostRecords.insert(Self.people.map(Self.post), on: connection)
    try EmployeeRecords.insert(Self.people.map { Self.employee($0) }, on: connection)
    try AssignmentRecords.insert(Self.people.map { Self.assignment($0) }, on: connection)
    for person in Self.people {
      try AccountRecords.insert(
        id: RecordID(person),
        login: "person\(person)",
        name: "職員\(person)",
        employee: RecordID(person),
        at: clock.now(),
        on: connection
      )
    }
    try DeputyRecords.insert(
      Deputy(id: RecordID(1), unit: RecordID(2), employee: RecordID(202), from: day("2026-04-01")),
      on: connection
    )
    let hr = RoleGrant(.hr, employer: RecordID(1), from: day("2026-04-01"))
    try RoleGrantRecords.insert(hr, id: RecordID(1), to: RecordID(101), on: connection)
    for (number, unit) in [(Int64(203), Int64(2)), (303, 3)] {
      let keeper = RoleGrant(.timeKeeper, unit: RecordID(unit), from: day("2026-04-01"))
      try RoleGrantRecords.insert(keeper, id: RecordID(number), to: RecordID(number), on: connection)
    }
  }

  private static func unit(
    _ id: Int64,
    _ name: String,
    of employer: Int64,
    under parent: Int64? = nil
  )
    -> OrganizationUnit
  {
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

  private static func post(_ person: Int64) -> Post {
    Post(
      id: RecordID(person),
      unit: RecordID(person / 100),
      title: heads.contains(person) ? "課長\(person)" : "係員\(person)",
      rankBand: heads.contains(person) ? .director : .clerk,
      isHead: heads.contains(person)
    )
  }

  static func employee(_ person: Int64, hired: String = "2020-04-01", left: String? = nil) -> Employee {
    Employee(
      id: RecordID(person),
      employer: RecordID(person / 100 == 4 ? 2 : 1),
      number: "\(person)",
      familyName: "職員",
      givenName: "\(person)",
      familyKana: "ショクイン",
      givenKana: "\(person)",
      sex: .female,
      hiredOn: day(hired),
      leftOn: left.map { day($0) }
    )
  }

  static func assignment(_ person: Int64, from: String = "2020-04-01") -> Assignment {
    Assignment(
      id: RecordID(person),
      employee: RecordID(person),
      post: RecordID(person),
      kind: .primary,
      from: day(from)
    )
  }
}

func day(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}

func time(_ hour: Int, _ minute: Int = 0) -> ClockTime {
  ClockTime(hour: hour, minute: minute) ?? .midnight
}
