import Access
import CivilTime
import Foundation
import Journal
import People
import Store
import TestSupport

@testable import Schedules
@testable import WorkingTime

/// Five people of two employers.
///
/// 総務省: 大臣官房(1) — 秘書課(2) with people 1 and 2; 統計局(3) with 3, and 5 who left on 10 April. 消防庁: 総務課(4)
/// with 4, whose number is that of person 3.
struct WorkingTimeOffice: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + SchedulesMigrations.all
    + WorkingTimeMigrations.all
  static let seats: [(person: Int64, unit: Int64, number: String)] = [
    (1, 2, "1"), (2, 2, "2"), (3, 3, "3"), (4, 4, "3"), (5, 3, "5"),
  ]
  static let april = YearMonth(index: 2026 * 12 + 3)
  static let may = april.adding(months: 1)

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource

  static func with(_ engine: Engine, _ body: (WorkingTimeOffice) async throws -> Void) async throws {
    let clock = SettableClock()
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let ids = RecordIDSource(clock: clock)
      let office = WorkingTimeOffice(database: temporary.database, clock: clock, ids: ids)
      try await office.database.write { try office.writePeople(on: $0) }
      try await body(office)
    }
  }

  var clockService: ClockService { ClockService(database: database, ids: ids) }

  func actor(_ person: Int64) -> Actor {
    Actor(account: RecordID(person), employee: RecordID(person), name: "職員", unit: nil, roles: [.staff])
  }

  func press(
    _ kind: Punch.Kind,
    _ date: String,
    _ hour: Int,
    _ minute: Int = 0,
    by person: Int64 = 1,
    once: String? = nil
  ) async throws -> ClockService.Outcome {
    let now = instant(date, hour, minute)
    clock.set(now)
    return try await clockService.record(kind, for: actor(person), at: now, source: .web, once: once)
  }

  @discardableResult
  func enter(
    _ entry: DayCorrection.Entry,
    on date: CivilDate,
    by person: Int64 = 1,
    once: String? = nil
  ) async throws -> Minutes? {
    try await DayCorrection(database: database, ids: ids)
      .record(entry, on: date, for: actor(person), at: clock.now(), once: once)
  }

  func importText(
    _ file: WorkingTimeFile,
    _ text: String,
    isDryRun: Bool = false
  ) async throws -> ImportReport {
    try await importBytes(file, Array(text.utf8), isDryRun: isDryRun)
  }

  func importBytes(
    _ file: WorkingTimeFile,
    _ bytes: [UInt8],
    isDryRun: Bool = false
  ) async throws -> ImportReport {
    let name = "hataraki-\(UUID().uuidString).csv"
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try Data(bytes).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    return try await file.importFile(place.path, into: database, clock: clock, ids: ids, isDryRun: isDryRun)
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }

  func punches(of person: Int64) async throws -> [Punch] {
    let days = day("2026-01-01")...day("2026-12-31")
    return try await database.read { try PunchRecords.punches(of: RecordID(person), in: days, on: $0) }
  }

  private func writePeople(on connection: any SQLConnection) throws {
    let soumu = Employer(id: RecordID(1), code: "soumu", name: "総務省")
    let fdma = Employer(id: RecordID(2), code: "fdma", name: "消防庁")
    try EmployerRecords.insert([soumu, fdma], on: connection)
    let units = [
      Self.unit(1, "大臣官房", of: 1), Self.unit(2, "秘書課", of: 1, under: 1), Self.unit(3, "統計局", of: 1),
      Self.unit(4, "総務課", of: 2),
    ]
    try UnitRecords.insert(units, on: connection)
    try PostRecords.insert(
      Self.seats.map { seat in
        Post(
          id: RecordID(seat.person),
          unit: RecordID(seat.unit),
          title: "係員\(seat.person)",
          rankBand: .clerk
        )
      },
      on: connection
    )
    try EmployeeRecords.insert(Self.seats.map(Self.employee), on: connection)
    try AssignmentRecords.insert(Self.seats.map(Self.assignment), on: connection)
    for seat in Self.seats {
      try AccountRecords.insert(
        id: RecordID(seat.person),
        login: "person\(seat.person)",
        name: "職員",
        employee: RecordID(seat.person),
        at: clock.now(),
        on: connection
      )
    }
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

  private static func employee(_ seat: (person: Int64, unit: Int64, number: String)) -> Employee {
    Employee(
      id: RecordID(seat.person),
      employer: RecordID(seat.unit == 4 ? 2 : 1),
      number: seat.number,
      familyName: "職員",
      givenName: "花子",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: day("2020-04-01"),
      leftOn: seat.person == 5 ? day("2026-04-10") : nil
    )
  }

  private static func assignment(_ seat: (person: Int64, unit: Int64, number: String)) -> Assignment {
    Assignment(
      id: RecordID(seat.person),
      employee: RecordID(seat.person),
      post: RecordID(seat.person),
      kind: .primary,
      from: day("2020-04-01"),
      to: seat.person == 5 ? day("2026-04-10") : nil
    )
  }
}

func day(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}

func time(_ hour: Int, _ minute: Int = 0) -> ClockTime {
  ClockTime(hour: hour, minute: minute) ?? .midnight
}

func instant(_ date: String, _ hour: Int, _ minute: Int = 0) -> Instant {
  OfficeZone.instant(on: day(date), at: time(hour, minute))
}
