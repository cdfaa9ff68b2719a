import CivilTime
import Journal
import Store
import TestSupport
import Testing

@testable import Access
@testable import People

@Suite("What ends")
struct EndingTests {
  static func kinds(_ office: AccessOffice) async throws -> [String] {
    try await office.database.read { connection in
      try JournalRecords.latest(before: nil, limit: 2, on: connection).map(\.kind.name)
    }
  }

  @Test(arguments: Engine.available)
  func aLockedAccountEndsAtOnce(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let code = try await office.accounts.issueSetupCode(login: "11")
      let session = try await office.enter("11")
      let token = try await office.accounts.createToken(login: "11", label: "", scopes: [], days: 9)
      let actors = office.actors
      #expect(try await actors.actor(session: session) != nil)
      #expect(try await actors.actor(token: token) != nil)

      #expect(try await office.accounts.lock("１１"))
      #expect(try await actors.actor(session: session) == nil)
      #expect(try await actors.actor(token: token) == nil)
      #expect(try await office.refusal("11") == .wrongLoginOrPassword)
      #expect(try await SetupCodeTests.refusal(office, code) == .wrongSetupCode)
      #expect(try await Self.kinds(office).contains("access.sign-in-refused"))
      #expect(try await !office.accounts.lock("11"))
      await #expect(throws: AccessError.locked("11")) {
        try await office.accounts.issueSetupCode(login: "11")
      }
      await #expect(throws: AccessError.locked("11")) {
        try await office.accounts.createToken(login: "11", label: "", scopes: [], days: 9)
      }

      #expect(try await office.accounts.unlock("11"))
      #expect(try await Self.kinds(office).first == "access.account-unlocked")
      #expect(try await !office.accounts.unlock("11"))
      #expect(try await actors.actor(session: session) == nil)
      #expect(try await actors.actor(token: token) == nil)
      #expect(try await SetupCodeTests.refusal(office, code) == .wrongSetupCode)
      #expect(try await office.refusal("11") == nil)
    }
  }

  /// A lock holds also where a session has come in beside it.
  @Test(arguments: Engine.available)
  func aLockedAccountIsNobody(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await office.accounts.lock("11")
      let secret = BearerSecret.random()
      let now = office.clock.now()
      try await office.database.write { connection in
        let account = try AccountRecords.account(login: "11", on: connection)
        guard let account else { return }
        try SessionRecords.insert(secret, account: account.id, at: now, on: connection)
      }
      #expect(try await office.actors.actor(session: secret) == nil)
    }
  }

  struct End: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let role: Role
    var employer: RecordID<Employer>?
    var unit: RecordID<OrganizationUnit>?
    var lastDay: String?
    /// The roles on 1, 2 and 3 April.
    let left: [Set<Role>]
    var units: Set<RecordID<OrganizationUnit>> = [RecordID(1), RecordID(2)]
  }

  static let all: Set<Role> = [.staff, .auditor, .hr, .timeKeeper]
  static let ends = [
    End(
      testDescription: "at once",
      role: .auditor,
      left: Array(repeating: [.staff, .hr, .timeKeeper], count: 3)
    ),
    End(
      testDescription: "with today",
      role: .auditor,
      lastDay: "2026-04-01",
      left: [all, [.staff, .hr, .timeKeeper], [.staff, .hr, .timeKeeper]]
    ),
    End(
      testDescription: "with tomorrow",
      role: .hr,
      employer: RecordID(2),
      lastDay: "2026-04-02",
      left: [all, all, [.staff, .auditor, .timeKeeper]]
    ),
    End(
      testDescription: "one unit",
      role: .timeKeeper,
      unit: RecordID(2),
      left: Array(repeating: all, count: 3),
      units: [RecordID(1)]
    ),
    End(
      testDescription: "every unit",
      role: .timeKeeper,
      left: Array(repeating: [.staff, .hr, .auditor], count: 3),
      units: []
    ),
  ]

  static func grant(_ office: AccessOffice) async throws {
    try await office.enrol(11)
    let from = day("2026-01-01")
    for grant in [
      RoleGrant(.auditor, from: from), RoleGrant(.hr, employer: RecordID(2), from: from),
      RoleGrant(.timeKeeper, unit: RecordID(1), from: from),
      RoleGrant(.timeKeeper, unit: RecordID(2), from: AccessOffice.today),
    ] { try await office.accounts.grant(grant, to: "11") }
  }

  @Test(arguments: Engine.available, ends)
  func aRoleEndsWithItsLastDay(engine: Engine, end: End) async throws {
    try await AccessOffice.with(engine) { office in
      try await Self.grant(office)
      try await office.accounts.revoke(
        end.role,
        employer: end.employer,
        unit: end.unit,
        of: "11",
        lastDay: end.lastDay.map(day)
      )
      for (date, roles) in zip(["2026-04-01", "2026-04-02", "2026-04-03"], end.left) {
        #expect(try await office.actor(11, on: date)?.roles == roles, "\(date)")
      }
      #expect(try await office.actor(11, on: "2026-04-01")?.keptUnits == end.units)
      #expect(try await office.actor(11, on: "2026-03-31")?.roles == Self.all)
      #expect(try await Self.kinds(office).first == "access.role-revoked")
    }
  }

  @Test(arguments: Engine.available)
  func whatIsNotHeldCannotBeRevoked(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await Self.grant(office)
      let accounts = office.accounts
      await #expect(throws: AccessError.noSuchGrant(.committee)) {
        try await accounts.revoke(.committee, of: "11")
      }
      await #expect(throws: AccessError.noSuchGrant(.hr)) {
        try await accounts.revoke(.hr, employer: RecordID(1), of: "11")
      }
      await #expect(throws: AccessError.unsuitablePeriod) {
        try await accounts.revoke(.auditor, of: "11", lastDay: day("2026-03-30"))
      }
      await #expect(throws: AccessError.unsuitablePeriod) {
        try await accounts.grant(
          RoleGrant(.auditor, from: AccessOffice.today, to: day("2026-03-31")),
          to: "11"
        )
      }
      try await accounts.revoke(.auditor, of: "11")
      await #expect(throws: AccessError.noSuchGrant(.auditor)) {
        try await accounts.revoke(.auditor, of: "11")
      }
    }
  }

  @Test(arguments: Engine.available)
  func oneTokenEndsOrAll(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await office.enrol(12)
      let accounts = office.accounts
      var secrets: [BearerSecret] = []
      for label in ["一", "二", "三"] {
        let secret = try await accounts.createToken(login: "11", label: label, scopes: [.monthRead], days: 9)
        secrets.append(secret)
      }
      let stored = try await accounts.tokens(of: "11")
      #expect(stored.map(\.label) == ["一", "二", "三"])
      #expect(stored.map(\.scopes) == ["month:read", "month:read", "month:read"])
      await #expect(throws: AccessError.noSuchToken) {
        try await accounts.revokeTokens(of: "12", only: stored[1].id)
      }
      #expect(try await accounts.revokeTokens(of: "11", only: stored[1].id) == 1)
      #expect(try await Self.inForce(secrets, office) == [true, false, true])
      #expect(try await accounts.revokeTokens(of: "11") == 2)
      #expect(try await Self.inForce(secrets, office) == [false, false, false])
      #expect(try await accounts.tokens(of: "11") == [])
      #expect(try await Self.kinds(office) == ["access.token-revoked", "access.token-revoked"])
      await #expect(throws: AccessError.noSuchToken) { try await accounts.revokeTokens(of: "11") }
    }
  }

  private static func inForce(_ secrets: [BearerSecret], _ office: AccessOffice) async throws -> [Bool] {
    var found: [Bool] = []
    for secret in secrets { found.append(try await office.actors.actor(token: secret) != nil) }
    return found
  }
}

@Suite("Named deputies")
struct DeputyNamingTests {
  static func name(
    _ office: AccessOffice,
    unit: String = "2",
    number: String = "11",
    employer: Int64 = 1,
    from: String = "2026-04-02",
    until: String = "2026-04-03"
  ) async throws {
    try await office.accounts.nameDeputy(
      unitCode: unit,
      number: number,
      employer: RecordID(employer),
      from: day(from),
      until: day(until)
    )
  }

  @Test(arguments: Engine.available)
  func aDeputyIsSuperiorWithinThePeriod(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await Self.name(office)
      for (date, units) in ["2026-04-01": [], "2026-04-02": [2], "2026-04-03": [2], "2026-04-04": []] {
        let expected = Set(units.map { RecordID<OrganizationUnit>(Int64($0)) })
        #expect(try await office.actor(11, on: date)?.headedUnits == expected, "\(date)")
      }
      let listed = NamedDeputy(
        employer: "soumu",
        unit: "2",
        employee: "11",
        from: day("2026-04-02"),
        to: day("2026-04-03")
      )
      #expect(try await office.accounts.deputies() == [listed])
      #expect(try await EndingTests.kinds(office).first == "access.deputy-named")
      office.clock.advance(milliseconds: 3 * 24 * AccessOffice.hour)
      #expect(try await office.accounts.deputies() == [])
    }
  }

  @Test(arguments: Engine.available)
  func whatIsNotThereIsToldByName(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11, left: "2026-04-02")
      await #expect(throws: AccessError.unknownUnit("3")) { try await Self.name(office, unit: "3") }
      await #expect(throws: AccessError.unknownEmployee("12")) { try await Self.name(office, number: "12") }
      await #expect(throws: AccessError.unknownEmployee("11")) { try await Self.name(office) }
      await #expect(throws: AccessError.unsuitablePeriod) { try await Self.name(office, until: "2026-04-01") }
      await #expect(throws: AccessError.unsuitablePeriod) {
        try await Self.name(office, from: "2026-03-01", until: "2026-03-31")
      }
      try await Self.name(office, until: "2026-04-02")
    }
  }
}
