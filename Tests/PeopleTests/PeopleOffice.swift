import CivilTime
import Store
import TestSupport

@testable import People

/// A database with the schema of people, and short ways to fill it.
struct PeopleOffice: Sendable {
  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource

  static func with(_ engine: Engine, _ body: (PeopleOffice) async throws -> Void) async throws {
    let clock = SettableClock()
    try await TemporaryDatabase.with(engine, migrations: PeopleTestSchema.all) { temporary in
      try await body(
        PeopleOffice(database: temporary.database, clock: clock, ids: RecordIDSource(clock: clock))
      )
    }
  }

  var importer: RosterImport { RosterImport(database: database, clock: clock, ids: ids) }

  func export(in scope: PersonScope = .everyone) async throws -> [UInt8] {
    let today = clock.today()
    return try await database.read { try RosterExport.csv(in: scope, asOf: today, on: $0) }
  }

  func tree(_ date: CivilDate) async throws -> UnitTree {
    try await database.read { try UnitRecords.tree(asOf: date, on: $0) }
  }

  func employee(_ number: String) async throws -> Employee? {
    let today = clock.today()
    return try await database.read { connection in
      for employer in try EmployerRecords.all(on: connection) {
        let found = try EmployeeRecords.employee(
          number: number,
          employer: employer.id,
          in: .everyone,
          asOf: today,
          on: connection
        )
        if let found { return found }
      }
      return nil
    }
  }

  func assignments(of number: String) async throws -> [AssignmentRecords.Held] {
    let today = clock.today()
    guard let employee = try await employee(number) else { return [] }
    return try await database.read {
      try AssignmentRecords.assignments(of: employee.id, in: .everyone, asOf: today, on: $0)
    }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }
}

func day(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}
