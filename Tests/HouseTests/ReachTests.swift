import Access
import People
import Store
import Testing

@Suite struct ReachTests {
  /// What lies outside one's reach is answered as if it did not exist.
  @Test func recordsOutsideOnesReachAreNotFound() async throws {
    try await OpenHouse.with { house in
      let staff = try await house.signIn(.staff)
      let superior = try await house.signIn(.superior)
      let keeper = try await house.signIn(.timeKeeper)
      let manager = try await house.signIn(.manager)
      let executive = try await house.signIn(.executive)
      let hr = try await house.signIn(.hr)
      let me = try #require(staff.actor.employee)
      let head = try #require(superior.actor.employee)
      let other = try #require(manager.actor.employee)
      let own = try #require(superior.actor.headedUnits.min())
      let foreign = try #require(manager.actor.headedUnits.subtracting(superior.actor.headedUnits).min())

      for path in Self.personPaths(head) + Self.personPaths(other) {
        #expect(try await Self.status(path, staff, house) == 404, "staff \(path)")
      }
      for path in Self.personPaths(me) {
        #expect(try await Self.status(path, superior, house) == 200, "superior \(path)")
        #expect(try await Self.status(path, keeper, house) == 200, "time-keeper \(path)")
        #expect(try await Self.status(path, manager, house) == 404, "manager \(path)")
      }
      for path in Self.personPaths(other) {
        #expect(try await Self.status(path, superior, house) == 404, "superior \(path)")
        #expect(try await Self.status(path, keeper, house) == 404, "time-keeper \(path)")
        #expect(try await Self.status(path, hr, house) == 200, "hr \(path)")
      }
      for path in Self.unitPaths(foreign) {
        #expect(try await Self.status(path, superior, house) == 404, "superior \(path)")
        #expect(try await Self.status(path, keeper, house) == 404, "time-keeper \(path)")
        #expect(try await Self.status(path, staff, house) == 403, "staff \(path)")
      }
      for path in Self.unitPaths(own) {
        #expect(try await Self.status(path, manager, house) == 404, "manager \(path)")
        #expect(try await Self.status(path, hr, house) == 200, "hr \(path)")
      }
      let nowhere = Self.personPaths(RecordID(1)) + Self.unitPaths(RecordID(1))
      for path in nowhere + ["/people/1", "/units/1"] {
        #expect(try await Self.status(path, executive, house) == 404, "executive \(path)")
      }
    }
  }

  @Test func thePersonnelAuthorityReachesNoOtherEmployer() async throws {
    try await OpenHouse.with { house in
      let hr = try await house.signIn(.hr)
      let employer = try #require(hr.actor.personnelEmployers.min())
      let found = try await house.database.read { connection in
        try connection.value(
          "SELECT id FROM employee WHERE employer <> \(employer) ORDER BY id",
          as: RecordID<Employee>.self
        )
      }
      let stranger = try #require(found)
      for path in Self.personPaths(stranger) {
        #expect(try await Self.status(path, hr, house) == 404, "\(path)")
      }
    }
  }

  private static func personPaths(_ person: RecordID<Employee>) -> [String] {
    let base = "/working-time/people/\(person)"
    return ["\(base)/months/2026-11", "\(base)/limits/2026-11", "\(base)/days/2026-11-20"]
  }

  private static func unitPaths(_ unit: RecordID<OrganizationUnit>) -> [String] {
    ["/working-time/units/\(unit)", "/working-time/units/\(unit)/csv"]
  }

  private static func status(_ path: String, _ visit: Visit, _ house: OpenHouse) async throws -> Int {
    try await house.client.send(visit.sign(.get(path))).status
  }
}
