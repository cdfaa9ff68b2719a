import Access
import Attachments
import CivilTime
import Duties
import Evidence
import Indicators
import Journal
import People
import Plan
import Schedules
import Site
import Store
import TestSupport
import WorkingTime

/// Two employers with a few people each, whose punches and overtime are known.
///
/// 総務省: 大臣官房 with 秘書課 below it, 統計局, 研究室, and somebody who left; 消防庁: 総務課.
struct PlanOffice {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + IndicatorMigrations.all + AttachmentsMigrations.all + DutiesMigrations.all + EvidenceMigrations.all
    + SchedulesMigrations.all + WorkingTimeMigrations.all + PlanMigrations.all

  static let today = day("2026-06-01")
  static let year = FiscalYear(startYear: 2026)

  /// Who works where: unit, number of people.
  static let seats: [(unit: Int64, people: Int64)] = [(1, 4), (2, 9), (3, 11), (4, 3), (5, 3)]
  /// Somebody of 総務省 who left in April and has no unit on the last day.
  static let leaver = RecordID<Employee>(99)

  let units = [
    unit(1, "大臣官房", employer: 1, under: nil), unit(2, "秘書課", employer: 1, under: 1),
    unit(3, "統計局", employer: 1, under: nil), unit(4, "研究室", employer: 1, under: nil),
    unit(5, "総務課", employer: 2, under: nil),
  ]
  let people: [Person]
  let punches: [PunchRow]
  let overtime: [OvertimeRow]

  struct Person {
    let id: RecordID<Employee>
    let unit: Int64?
    let left: CivilDate?

    var employer: Int64 { unit == 5 ? 2 : 1 }
    var lastDay: CivilDate { min(left ?? PlanOffice.asOf, PlanOffice.asOf) }
  }

  static let asOf = day("2026-06-01")

  init() {
    var people: [Person] = []
    for seat in Self.seats {
      for number in 1...seat.people {
        people.append(Person(id: RecordID(seat.unit * 100 + number), unit: seat.unit, left: nil))
      }
    }
    people.append(Person(id: Self.leaver, unit: nil, left: Self.day("2026-04-10")))
    self.people = people
    punches = people.flatMap(Self.punches)
    overtime = Self.overtime
  }

  static func day(_ text: String) -> CivilDate {
    CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
  }

  static func unit(_ id: Int64, _ name: String, employer: Int64, under parent: Int64?) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: .other,
      sortOrder: Int(id),
      from: day("2020-04-01")
    )
  }

  /// From the last days of the year before on; every third day is missing for people with odd numbers, and who has a
  /// number that 5 divides stays late on even days.
  private static func punches(_ person: Person) -> [PunchRow] {
    let number = Int(person.id.number)
    return (day("2026-03-25")...min(person.left ?? asOf, asOf)).flatMap { date -> [PunchRow] in
      if number % 2 == 1, date.dayNumber % 3 == 0 { return [] }
      guard DutyCalendar().isDutyDay(date) else { return [] }
      let isLate = number % 5 == 0 && date.dayNumber % 2 == 0
      return [
        PunchRow(employee: person.id, workDate: date, time: time(9, 30), kind: .arrival),
        PunchRow(
          employee: person.id,
          workDate: date,
          time: isLate ? time(23, 0) : time(18, 15),
          kind: .departure
        ),
      ]
    }
  }

  private static func time(_ hour: Int, _ minute: Int) -> ClockTime {
    ClockTime(hour: hour, minute: minute) ?? .midnight
  }

  /// Two people beyond 45 hours in April, one of them in May too, and one just within.
  private static let overtime: [OvertimeRow] = [
    declared(101, "2026-04-01", hours: 23), declared(101, "2026-04-02", hours: 23),
    declared(101, "2026-05-07", hours: 23), declared(101, "2026-05-08", hours: 23),
    declared(301, "2026-04-01", hours: 23), declared(301, "2026-04-02", hours: 23),
    declared(302, "2026-04-01", hours: 22), declared(302, "2026-04-02", hours: 23),
    declared(302, "2026-03-30", hours: 24), declared(302, "2026-03-31", hours: 24),
  ]

  private static func declared(_ employee: Int64, _ date: String, hours: Int) -> OvertimeRow {
    OvertimeRow(
      employee: RecordID(employee),
      workDate: day(date),
      length: Minutes(hours: hours),
      isSpecial: false,
      work: "業務"
    )
  }

  func write(to database: any SQLDatabase) async throws {
    let office = self
    let clock = SettableClock()
    let ids = RecordIDSource(clock: clock)
    try await database.write { connection in
      try office.writePeople(on: connection)
      try WorkingTimeBulk.insertPunches(office.punches, ids: ids, at: clock.now(), on: connection)
      try WorkingTimeBulk.insertOvertime(office.overtime, ids: ids, at: clock.now(), on: connection)
      let first = YearMonth(index: 2026 * 12 + 2)
      try WorkingTimeBulk.refreshTotals(from: first, to: first.adding(months: 2), on: connection)
    }
  }

  private func writePeople(on connection: any SQLConnection) throws {
    let employers = [(1, "soumu", "総務省"), (2, "shobo", "消防庁")].map { id, code, name in
      Employer(id: RecordID(Int64(id)), code: code, name: name)
    }
    try EmployerRecords.insert(employers, on: connection)
    try UnitRecords.insert(units, on: connection)
    try EmployeeRecords.insert(people.map(Self.employee), on: connection)
    try PostRecords.insert(
      units.map { unit in
        Post(id: RecordID(unit.id.number), unit: unit.id, title: "係員", rankBand: .clerk)
      },
      on: connection
    )
    try AssignmentRecords.insert(people.compactMap(Self.assignment), on: connection)
  }

  private static func assignment(_ person: Person) -> Assignment? {
    person.unit.map { unit in
      Assignment(
        id: RecordID(person.id.number),
        employee: person.id,
        post: RecordID(unit),
        kind: .primary,
        from: day("2020-04-01")
      )
    }
  }

  private static func employee(_ person: Person) -> Employee {
    Employee(
      id: person.id,
      employer: RecordID(person.employer),
      number: "\(person.id)",
      familyName: "職員",
      givenName: "\(person.id)",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: day("2020-04-01"),
      leftOn: person.left
    )
  }
}

extension PlanOffice {
  /// Gives a body a database with the office and a loaded plan.
  static func with<Value>(
    _ engine: Engine,
    plan: String? = "soumu.yaml",
    _ body: (PlanOffice, any SQLDatabase) async throws -> Value
  ) async throws -> Value {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = PlanOffice()
      try await office.write(to: temporary.database)
      if let plan {
        _ = try await loading(temporary.database).load(text: try PlanFiles.text(plan))
      }
      try await refresh(temporary.database, WorkingTimeIndicators.all)
      return try await body(office, temporary.database)
    }
  }

  /// Computes and stores the figures of this year and the last as they are on ``today``.
  static func refresh(_ database: any SQLDatabase, _ indicators: [Indicator]) async throws {
    let clock = SettableClock(OfficeZone.instant(on: today, at: .midnight))
    let upkeep = FigureUpkeep(
      database: database,
      clock: clock,
      ids: RecordIDSource(clock: clock),
      indicators: indicators
    )
    for year in [year.advanced(by: -1), year] { _ = try await upkeep.run(year) }
  }

  static func loading(_ database: any SQLDatabase) -> PlanLoading {
    let clock = SettableClock()
    return PlanLoading(database: database, clock: clock, ids: RecordIDSource(clock: clock))
  }
}
