import CivilTime
import Journal
import People
import Store
import TestSupport
import WorkingTimeRules

@testable import Access
@testable import Schedules
@testable import Site

/// Two employers on Wednesday, 3 June 2026, 10:00.
///
/// 総務省: 大臣官房(1) — 秘書課(2); 統計局(3). 消防庁: 消防課(4). Whose number ends in 1 heads the unit of its tens.
struct SchedulesOffice: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + SchedulesMigrations.all
  static let today = day("2026-06-03")

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource

  static func with(_ engine: Engine, _ body: (SchedulesOffice) async throws -> Void) async throws {
    let clock = SettableClock(
      OfficeZone.instant(on: today, at: .midnight).adding(minutes: Minutes(hours: 10))
    )
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let ids = RecordIDSource(clock: clock)
      let office = SchedulesOffice(database: temporary.database, clock: clock, ids: ids)
      try await office.database.write { try office.writePeople(on: $0) }
      try await body(office)
    }
  }

  func allotments(of people: [Int64], _ days: ClosedRange<CivilDate>) async throws -> [Int64: Allotments] {
    let employees = people.map { RecordID<Employee>($0) }
    let found = try await database.read { try AllotmentRecords.allotments(of: employees, in: days, on: $0) }
    return Dictionary(found.map { ($0.key.number, $0.value) }) { first, _ in first }
  }

  func allotment(of person: Int64, on date: CivilDate) async throws -> DayAllotment {
    try await database.read {
      try AllotmentRecords.allotments(of: RecordID(person), in: date...date, on: $0)[date]
    }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }

  private func writePeople(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(
      [
        Employer(id: RecordID(1), code: "soumu", name: "総務省"),
        Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
      ],
      on: connection
    )
    let units = [(1, 1, "大臣官房", nil), (2, 1, "秘書課", 1), (3, 1, "統計局", nil), (4, 2, "消防課", nil)]
    try UnitRecords.insert(
      units.map { Self.unit(Int64($0.0), Int64($0.1), $0.2, $0.3.map { Int64($0) }) },
      on: connection
    )
    let people: [Int64] = [11, 21, 22, 23, 31, 32, 41, 42]
    try EmployeeRecords.insert(people.map(Self.employee), on: connection)
    let posts = people.map { id in
      Post(
        id: RecordID(id),
        unit: RecordID(id / 10),
        title: "官職\(id)",
        rankBand: .clerk,
        isHead: id % 10 == 1
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
    _ employer: Int64,
    _ name: String,
    _ parent: Int64?
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
      employer: RecordID(id / 10 == 4 ? 2 : 1),
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
