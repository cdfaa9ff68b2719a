import CivilTime
import Store
import TestSupport
import Testing

@testable import Access
@testable import People

/// A post held or a unit deputed by employee 11, and what it makes them on some days.
struct Relation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let write: @Sendable (any SQLConnection) throws -> Void
  let expected: [String: Set<Role>]
  var heads: Set<RecordID<OrganizationUnit>> = [RecordID(2)]

  static func post(
    _ name: String,
    as kind: AssignmentKind = .primary,
    managerial: Bool = false,
    executive: Bool = false,
    head: Bool = false,
    heads: Set<RecordID<OrganizationUnit>>,
    makes roles: Set<Role>
  ) -> Relation {
    Relation(
      testDescription: name,
      write: { connection in
        let post = Post(
          id: RecordID(1),
          unit: RecordID(2),
          title: "官職",
          rankBand: .director,
          isManagerial: managerial,
          isExecutive: executive,
          isHead: head
        )
        let assignment = Assignment(
          id: RecordID(1),
          employee: RecordID(11),
          post: RecordID(1),
          kind: kind,
          from: day("2026-04-01"),
          to: day("2026-04-30")
        )
        try PostRecords.insert([post], on: connection)
        try AssignmentRecords.insert([assignment], on: connection)
      },
      expected: periods(roles),
      heads: heads
    )
  }

  private static func periods(_ roles: Set<Role>) -> [String: Set<Role>] {
    let inside = roles.union([.staff])
    return ["2026-03-31": [.staff], "2026-04-01": inside, "2026-04-30": inside, "2026-05-01": [.staff]]
  }

  static let all = [
    post("a clerk", heads: [], makes: []),
    post("a head", head: true, heads: [RecordID(2)], makes: [.superior]),
    post("an acting head", as: .acting, head: true, heads: [RecordID(2)], makes: [.superior]),
    post("a head beside another post", as: .concurrent, head: true, heads: [RecordID(2)], makes: [.superior]),
    post("a managerial post", managerial: true, heads: [], makes: [.manager]),
    post(
      "an executive who heads",
      managerial: true,
      executive: true,
      head: true,
      heads: [RecordID(2)],
      makes: [.superior, .manager, .executive]
    ),
    Relation(
      testDescription: "a deputy",
      write: { connection in
        let deputy = Deputy(
          id: RecordID(1),
          unit: RecordID(2),
          employee: RecordID(11),
          from: day("2026-04-01"),
          to: day("2026-04-30")
        )
        try DeputyRecords.insert(deputy, on: connection)
      },
      expected: periods([.superior])
    ),
  ]
}

@Suite("Roles")
struct RoleTests {
  @Test(arguments: Engine.available, Relation.all)
  func relationsMakeRolesWithinTheirPeriod(engine: Engine, relation: Relation) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await office.database.write { connection in try relation.write(connection) }
      for (date, roles) in relation.expected {
        let actor = try #require(try await office.actor(11, on: date))
        #expect(actor.roles == roles, "\(date)")
        #expect(actor.headedUnits == (roles.contains(.superior) ? relation.heads : []), "\(date)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func grantsHoldWithinTheirPeriod(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let grant = RoleGrant(.auditor, from: day("2026-04-02"), to: day("2026-04-03"))
      try await office.accounts.grant(grant, to: "11")
      try await office.accounts.grant(RoleGrant(.committee, from: day("2026-04-03")), to: "11")
      let expected: [String: Set<Role>] = [
        "2026-04-01": [.staff], "2026-04-02": [.staff, .auditor],
        "2026-04-03": [.staff, .auditor, .committee], "2026-04-04": [.staff, .committee],
      ]
      for (date, roles) in expected {
        #expect(try await office.actor(11, on: date)?.roles == roles, "\(date)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func keepersAndPersonnelReachTheirOwnAlone(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      for id: Int64 in [11, 12, 13] { try await office.enrol(id) }
      let from = AccessOffice.today
      try await office.accounts.grant(RoleGrant(.timeKeeper, unit: RecordID(1), from: from), to: "11")
      try await office.accounts.grant(RoleGrant(.hr, employer: RecordID(2), from: from), to: "12")
      let tree = try await office.database.read { try UnitRecords.tree(asOf: from, on: $0) }

      let keeper = try #require(try await office.actor(11, on: "2026-04-01"))
      #expect(keeper.keptUnits == [RecordID(1)])
      #expect(keeper.visibleUnits(in: tree) == [RecordID(1), RecordID(2)])
      #expect(keeper.workingTimeScope(in: tree) == .units([RecordID(1), RecordID(2)], own: RecordID(11)))

      let personnel = try #require(try await office.actor(12, on: "2026-04-01"))
      #expect(personnel.visibleUnits(in: tree) == [RecordID(3)])
      #expect(
        personnel.workingTimeScope(in: tree) == .either(.employers([RecordID(2)]), .own(RecordID(12)))
      )

      let nobody = try #require(try await office.actor(13, on: "2026-04-01"))
      #expect(nobody.visibleUnits(in: tree) == [])
      #expect(nobody.workingTimeScope(in: tree) == .own(RecordID(13)))

      let before = try #require(try await office.actor(11, on: "2026-03-31"))
      #expect(before.workingTimeScope(in: tree) == .own(RecordID(11)))
    }
  }

  /// The personnel authority of one employer who heads a unit of another sees both, and the own record.
  @Test(arguments: Engine.available)
  func reachesOfSeveralRolesAreUnited(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let from = AccessOffice.today
      try await office.accounts.grant(RoleGrant(.hr, employer: RecordID(2), from: from), to: "11")
      let tree = try await office.database.write { connection in
        let deputy = Deputy(id: RecordID(1), unit: RecordID(1), employee: RecordID(11), from: from)
        try DeputyRecords.insert(deputy, on: connection)
        return try UnitRecords.tree(asOf: from, on: connection)
      }
      let actor = try #require(try await office.actor(11, on: "2026-04-01"))
      let units: Set<RecordID<OrganizationUnit>> = [RecordID(1), RecordID(2)]
      #expect(actor.visibleUnits(in: tree) == units.union([RecordID(3)]))
      #expect(
        actor.workingTimeScope(in: tree)
          == .either(.employers([RecordID(2)]), .units(units, own: RecordID(11)))
      )
      let operating = Actor(
        account: RecordID(1),
        employee: nil,
        name: "",
        unit: nil,
        roles: [.hr],
        personnelEmployers: [RecordID(2)]
      )
      #expect(operating.workingTimeScope(in: tree) == .employers([RecordID(2)]))
    }
  }

  static let unsuitable = [
    RoleGrant(.staff, from: AccessOffice.today), RoleGrant(.superior, from: AccessOffice.today),
    RoleGrant(.hr, from: AccessOffice.today), RoleGrant(.timeKeeper, from: AccessOffice.today),
    RoleGrant(.hr, employer: RecordID(1), unit: RecordID(1), from: AccessOffice.today),
    RoleGrant(.auditor, unit: RecordID(1), from: AccessOffice.today),
    RoleGrant(.secretariat, employer: RecordID(1), from: AccessOffice.today),
  ]

  @Test(arguments: Engine.available, unsuitable)
  func aGrantNeedsItsReachAndNoOther(engine: Engine, grant: RoleGrant) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      await #expect(throws: AccessError.unsuitableReach(grant.role)) {
        try await office.accounts.grant(grant, to: "11")
      }
      #expect(try await office.actor(11, on: "2026-04-01")?.roles == [.staff])
    }
  }

  @Test func anOperatorWithoutARoleIsAdmittedByNoRule() {
    let actor = Actor(account: RecordID(1), employee: nil, name: "", unit: nil, roles: [])
    #expect(AccessRule.anyone.admits(nil))
    #expect(!AccessRule.signedIn.admits(nil))
    #expect(AccessRule.signedIn.admits(actor))
    #expect(!AccessRule.anyOf(Set(Role.allCases)).admits(actor))
    #expect(!AccessRule.anyOf(Set(Role.allCases)).admits(nil))
  }
}
