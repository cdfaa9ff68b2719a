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
      #expect(try await office.accounts.loginsWithoutPassword() == ["001", "002", "fdma-001"])
      let owners = try await office.database.read { connection in
        try ["001", "fdma-001"].map { login in
          try AccountRecords.account(login: login, on: connection)?.employee
        }
      }
      #expect(owners == [RecordID(11), RecordID(21)])
      #expect(try await office.accounts.createMissingAccounts() == 0)
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
