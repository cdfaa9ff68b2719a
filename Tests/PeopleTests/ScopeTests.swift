import CivilTime
import Store
import TestSupport
import Testing

@testable import People

@Suite struct ScopeTests {
  /// People spread over units and time by plain arithmetic, so that every run is the same.
  private static let world: PeopleWorld = {
    var world = PeopleWorld.ministry()
    for number: Int64 in 10...69 {
      world.hire(number)
      let month = number % 12 + 1
      let middle = "2026-\(month < 10 ? "0" : "")\(month)-15"
      world.assign(number, to: number % 5 + 1, from: "2026-01-01", to: number % 3 == 0 ? middle : nil)
      if number % 4 == 0 { world.assign(number, to: number % 3 + 1, as: .concurrent, from: middle) }
    }
    return world
  }()

  private static let scopes: [PersonScope] = [
    .nobody, .own(RecordID(12)), .own(RecordID(999)), .everyone,
    .units([], own: nil), .units([], own: RecordID(20)),
    .units(.numbers(1), own: nil), .units(.numbers(2, 4, 5), own: RecordID(10)),
    .units(.numbers(1, 2, 3, 4, 5), own: nil), .employers([]), .employers(.numbers(1)),
    .employers(.numbers(2)),
    .employers(.numbers(1, 2)), .either(.employers(.numbers(2)), .own(RecordID(12))),
    .either(.employers(.numbers(1)), .units(.numbers(4, 5), own: RecordID(20))),
  ]

  /// The same question answered by looking at everything.
  private static func sees(_ scope: PersonScope, _ employee: Employee, on date: CivilDate) -> Bool {
    switch scope {
    case .nobody: return false
    case .everyone: return true
    case .own(let own): return employee.id == own
    case .either(let one, let other): return sees(one, employee, on: date) || sees(other, employee, on: date)
    case .employers(let employers): return employers.contains(employee.employer)
    case .units(let units, let own):
      if employee.id == own { return true }
      return world.assignments.contains { assignment in
        let isInForce = assignment.from <= date && assignment.to.map { date <= $0 } ?? true
        let unit = world.posts.first { $0.id == assignment.post }?.unit
        return assignment.employee == employee.id && isInForce && unit.map(units.contains) ?? false
      }
    }
  }

  @Test(arguments: Engine.available)
  func everyScopeShowsWhatBruteForceShows(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      for date in ["2025-12-31", "2026-01-01", "2026-03-15", "2026-03-16", "2026-07-01", "2026-12-31"].map(
        day
      ) {
        for scope in Self.scopes {
          let expected = Self.world.employees.filter { Self.sees(scope, $0, on: date) }.map(\.id.number)
          let conditions = [
            scope.condition(employeeColumn: "e.id", on: date),
            scope.listing(employeeColumn: "e.id", on: date),
          ]
          for condition in conditions {
            let found = try await office.database.read { connection in
              try connection.rows("SELECT e.id FROM employee e WHERE \(fragment: condition) ORDER BY e.id")
                .map { try $0.value(0, as: Int64.self) }
            }
            #expect(found == expected, "\(scope) on \(date)")
          }
          try await checkRecords(office, scope, date, expected)
        }
      }
    }
  }

  private func checkRecords(
    _ office: PeopleOffice,
    _ scope: PersonScope,
    _ date: CivilDate,
    _ expected: [Int64]
  ) async throws {
    let found = try await office.database.read { connection in
      let person = try EmployeeRecords.employee(RecordID(20), in: scope, asOf: date, on: connection)
      let held = try AssignmentRecords.assignments(of: RecordID(20), in: scope, asOf: date, on: connection)
      let total = try DirectoryRecords.search(EmployeeSearch(), in: scope, asOf: date, on: connection).total
      return (person != nil, held.count, total)
    }
    #expect(found.0 == expected.contains(20))
    #expect(found.1 == (expected.contains(20) ? 2 : 0))
    #expect(found.2 == expected.count)
  }

  @Test(arguments: Engine.available)
  func anExportHoldsNobodyOutsideTheScope(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      let text = String(decoding: try await office.export(in: .own(RecordID(12))), as: UTF8.self)
      #expect(text.contains("職員12"))
      #expect(!text.contains("職員13"))
      #expect(String(decoding: try await office.export(in: .nobody), as: UTF8.self).utf8.count(of: 0x0A) == 1)
    }
  }
}

extension Sequence<UInt8> {
  fileprivate func count(of byte: UInt8) -> Int { reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
}
