import CivilTime
import Store
import TestSupport
import Testing

@testable import Access

@Suite("Accounts and tokens")
struct AccountTests {
  @Test(arguments: Engine.available)
  func aNumberUsedByTwoEmployersMakesTwoLogins(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.hire(11, number: "001")
      try await office.hire(21, number: "001", employer: 2)
      try await office.hire(22, number: "002", employer: 2)
      try await office.hire(13, number: "003", left: "2026-03-31")
      try await office.hire(14, number: "004", on: "2026-04-02")
      #expect(try await office.accounts.createMissingAccounts() == 3)
      #expect(
        try await office.accounts.loginsWithoutPassword(includingInvited: true) == ["001", "002", "fdma-001"]
      )
      let owners = try await office.database.read { connection in
        try ["001", "fdma-001"].map { login in
          try AccountRecords.account(login: login, on: connection)?.employee
        }
      }
      #expect(owners == [RecordID(11), RecordID(21)])
      #expect(try await office.accounts.createMissingAccounts() == 0)
    }
  }

  struct Taken: Sendable, CustomTestStringConvertible {
    /// Logins of operators, taken before.
    let operators: [String]
    /// Of employee 21, whose number another employer uses too.
    let login: String

    var testDescription: String { "\(operators) leave \(login)" }
  }

  static let taken = [
    Taken(operators: [], login: "fdma-001"), Taken(operators: ["fdma-002"], login: "fdma-001"),
    Taken(operators: ["fdma-001"], login: "fdma-001-2"),
    Taken(operators: ["fdma-001-2"], login: "fdma-001"),
    Taken(operators: ["fdma-001", "fdma-001-2", "fdma-001-3"], login: "fdma-001-4"),
    Taken(operators: ["fdma-001", "fdma-001-3"], login: "fdma-001-2"),
  ]

  @Test(arguments: Engine.available, taken)
  func aTakenLoginIsCountedUpUntilOneIsFree(engine: Engine, taken: Taken) async throws {
    try await AccessOffice.with(engine) { office in
      for login in taken.operators { _ = try await office.accounts.createAccount(login: login, name: "運用") }
      try await office.hire(11, number: "001")
      try await office.hire(21, number: "001", employer: 2)
      #expect(try await office.accounts.createMissingAccounts() == 2)
      let found = try await office.database.read { connection in
        try [11, 21].map { id in try AccountRecords.account(of: RecordID(id), on: connection)?.login }
      }
      #expect(found == ["001", taken.login])
    }
  }

  @Test(arguments: Engine.available)
  func missingAccountsMadeByTwoAtOnceAreMadeOnce(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      for number: Int64 in 1...40 { try await office.hire(number, number: "\(number)") }
      let made = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 { group.addTask { try await office.accounts.createMissingAccounts() } }
        return try await group.reduce(0, +)
      }
      #expect(made == 40)
      #expect(try await office.accounts.loginsWithoutPassword(includingInvited: true).count == 40)
    }
  }

  @Test(arguments: Engine.available)
  func aLoginIsReadAsSignInReadsIt(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      let id = try await office.accounts.createAccount(login: "ab－０１", name: "運用")
      let from = AccessOffice.today
      for login in ["ab-01", "ab－０１", "\u{3000}ab‐01 ", "ab-０１\r\n"] {
        let code = try await office.accounts.issueSetupCode(login: login)
        try await office.accounts.grant(RoleGrant(.auditor, from: from), to: login)
        let token = try await office.accounts.createToken(login: login, label: "", scopes: [], days: 1)
        #expect(try await office.actors.actor(token: token)?.actor.account == id, "\(login)")
        #expect(try await SetupCodeTests.refusal(office, code, login: login) == nil, "\(login)")
        #expect(try await office.refusal(login) == nil, "\(login)")
      }
      await #expect(throws: AccessError.unknownLogin("ａｂ-01")) {
        try await office.accounts.issueSetupCode(login: "ａｂ-０１")
      }
    }
  }

  @Test(arguments: Engine.available)
  func aLoginIsGivenOnce(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      _ = try await office.accounts.createAccount(login: "operator", name: "運用")
      await #expect(throws: AccessError.loginTaken("operator")) {
        try await office.accounts.createAccount(login: "operator", name: "別の運用")
      }
      await #expect(throws: AccessError.unknownLogin("nobody")) {
        try await office.accounts.issueSetupCode(login: "nobody")
      }
    }
  }

  @Test(arguments: Engine.available)
  func aTokenDoesWhatItsScopesSayUntilItExpires(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let clock = try await office.accounts.createToken(
        login: "11",
        label: "打刻機",
        scopes: [.clockWrite],
        days: 1
      )
      let both = try await office.accounts.createToken(
        login: "11",
        label: "集計",
        scopes: Set(APIScope.allCases),
        days: 2
      )
      let found = try #require(try await office.actors.actor(token: clock))
      #expect(found.actor.employee == RecordID(11))
      #expect(found.scopes == [.clockWrite])
      #expect(try await office.actors.actor(token: both)?.scopes == Set(APIScope.allCases))
      #expect(try await office.actors.actor(token: .random()) == nil)
      #expect(try await office.actors.actor(session: clock) == nil)
      office.clock.advance(milliseconds: 24 * AccessOffice.hour - 1)
      #expect(try await office.actors.actor(token: clock) != nil)
      office.clock.advance(milliseconds: 1)
      #expect(try await office.actors.actor(token: clock) == nil)
      #expect(try await office.actors.actor(token: both) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func aTokenEndsWhenItIsRevokedOrItsOwnerLeaves(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await office.enrol(12)
      let leaver = try await office.accounts.createToken(login: "11", label: "", scopes: [], days: 9)
      let revoked = try await office.accounts.createToken(login: "12", label: "", scopes: [], days: 9)
      #expect(try await office.actors.actor(token: leaver) != nil)
      #expect(try await office.actors.actor(token: revoked) != nil)
      let now = office.clock.now()
      try await office.database.write { connection in
        try connection.execute("UPDATE employee SET left_on = '2026-03-31' WHERE id = 11")
        try connection.execute("UPDATE api_token SET revoked_at = \(now) WHERE digest = \(revoked.digest)")
      }
      #expect(try await office.actors.actor(token: leaver) == nil)
      #expect(try await office.actors.actor(token: revoked) == nil)
    }
  }
}
