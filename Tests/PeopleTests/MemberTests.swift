import CivilTime
import Store
import TestSupport
import Testing

@testable import People

@Suite struct MemberTests {
  private static let world: PeopleWorld = {
    var world = PeopleWorld.ministry()
    for number: Int64 in 10...16 { world.hire(number) }
    world.hire(17, left: day("2026-05-31"))
    world.assign(12, to: 3)
    world.assign(11, to: 2)
    world.assign(10, to: 2)
    world.assign(13, to: 2, rank: .director, head: true)
    world.assign(14, to: 2, as: .concurrent, rank: .chief)
    world.assign(14, to: 3)
    world.assign(15, to: 2, to: "2027-03-31")
    world.assign(16, to: 2, from: "2027-04-01")
    world.assign(17, to: 2)
    return world
  }()

  private func members(
    _ engine: Engine,
    of units: Set<RecordID<OrganizationUnit>>,
    in scope: PersonScope = .everyone,
    on date: String
  ) async throws -> [Int64] {
    var found: [Member] = []
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      found = try await office.database.read { connection in
        try MemberRecords.members(of: units, in: scope, asOf: day(date), on: connection)
      }
    }
    return found.map(\.employee.number)
  }

  @Test(arguments: Engine.available)
  func membersComeByUnitRankAndReading(_ engine: Engine) async throws {
    #expect(try await members(engine, of: .numbers(2), on: "2026-04-01") == [13, 14, 10, 11, 15, 17])
    #expect(try await members(engine, of: .numbers(2), on: "2026-06-01") == [13, 14, 10, 11, 15])
    #expect(try await members(engine, of: .numbers(2), on: "2027-04-01") == [13, 14, 10, 11, 16])
    #expect(try await members(engine, of: .numbers(3, 2), on: "2026-06-01") == [13, 14, 10, 11, 15, 12, 14])
    #expect(try await members(engine, of: [], on: "2026-06-01").isEmpty)
  }

  @Test(arguments: Engine.available)
  func onlyMembersWithinTheScopeAreSeen(_ engine: Engine) async throws {
    let units: Set<RecordID<OrganizationUnit>> = .numbers(2, 3)
    #expect(try await members(engine, of: units, in: .nobody, on: "2026-06-01").isEmpty)
    #expect(try await members(engine, of: units, in: .own(RecordID(14)), on: "2026-06-01") == [14, 14])
    let scope = PersonScope.units(.numbers(3), own: RecordID(10))
    #expect(try await members(engine, of: units, in: scope, on: "2026-06-01") == [14, 10, 12, 14])
  }

  @Test func aUnitCostsOneIndexedQuery() async throws {
    try await PeopleOffice.with(.sqlite) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      try await office.database.read { connection in
        let watched = WatchedConnection(connection)
        _ = try MemberRecords.members(
          of: .numbers(2),
          in: .units(.numbers(2), own: nil),
          asOf: day("2026-06-01"),
          on: watched
        )
        #expect(watched.queries.count == 1)
        _ = try SuperiorRecords.unitsHeaded(by: RecordID(13), asOf: day("2026-06-01"), on: watched)
        #expect(watched.queries.count == 2)
        for query in watched.queries {
          let plan = try connection.rows("EXPLAIN QUERY PLAN \(fragment: query)").map {
            try $0.value(3, as: String.self)
          }
          let tables = ["a", "p", "e", "d", "s", "scope_assignment", "scope_post"]
          #expect(
            plan.allSatisfy { step in !tables.contains { (step + " ").hasPrefix("SCAN \($0) ") } },
            "\(plan)"
          )
        }
        _ = try UnitRecords.tree(asOf: day("2026-06-01"), on: watched)
        #expect(watched.queries.count == 3)
      }
    }
  }

  @Test(arguments: Engine.available)
  func someUnitsStandAsInTheWholeTreeAndCostAQueryALevel(engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      try await office.database.read { connection in
        let whole = try UnitRecords.tree(asOf: day("2026-06-01"), on: connection)
        for chosen in [[4], [3, 4], [5, 2], [5, 4, 3, 2, 1], [99], []] as [[Int64]] {
          let units = Set(chosen.map { RecordID<OrganizationUnit>($0) })
          let watched = WatchedConnection(connection)
          let some = try UnitRecords.branches(to: units, asOf: day("2026-06-01"), on: watched)
          #expect(some.ordered.map(\.id) == whole.ordered.map(\.id).filter { some.unit($0) != nil })
          for unit in units { #expect(some.path(of: unit) == whole.path(of: unit)) }
          #expect(watched.queries.count <= 3)
        }
      }
    }
  }
}
