import CivilTime
import Store
import TestSupport
import Testing

@testable import Access

@Suite("Signing in")
struct SignInTests {
  @Test(arguments: Engine.available)
  func lettingInAsksForLoginAndPassword(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      try await office.enrol(11)
      #expect(try await office.refusal("11") == nil)
      #expect(try await office.refusal(" １１ ") == nil)
      #expect(try await office.refusal("11", "correct horse") == .wrongLoginOrPassword)
      #expect(try await office.refusal("12") == .wrongLoginOrPassword)
      try await office.hire(12, number: "12")
      _ = try await office.accounts.createMissingAccounts()
      #expect(try await office.refusal("12", "") == .wrongLoginOrPassword)
    }
  }

  @Test(arguments: Engine.available)
  func fiveFailuresCloseALoginForAQuarterOfAnHour(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      try await office.enrol(11)
      try await office.enrol(12)
      for _ in 0..<5 { #expect(try await office.refusal("11", "wrong") == .wrongLoginOrPassword) }
      #expect(try await office.refusal("11") == .tooManyTries)
      #expect(try await office.refusal("１１", from: "192.0.2.2") == .tooManyTries)
      #expect(try await office.refusal("12") == nil)
      office.clock.advance(milliseconds: 15 * AccessOffice.minute - 1)
      #expect(try await office.refusal("11") == .tooManyTries)
      office.clock.advance(milliseconds: 1)
      #expect(try await office.refusal("11") == nil)
    }
  }

  @Test(arguments: Engine.available)
  func anUnknownLoginIsClosedLikeAKnownOne(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      for _ in 0..<5 { #expect(try await office.refusal("99", "wrong") == .wrongLoginOrPassword) }
      #expect(try await office.refusal("99", "wrong") == .tooManyTries)
    }
  }

  @Test(arguments: Engine.available)
  func signingInForgetsFailuresBefore(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      try await office.enrol(11)
      for _ in 0..<2 {
        for _ in 0..<4 { #expect(try await office.refusal("11", "wrong") == .wrongLoginOrPassword) }
        #expect(try await office.refusal("11") == nil)
      }
    }
  }

  @Test(arguments: Engine.available)
  func anAddressIsClosedAfterAHundredFailures(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      try await office.enrol(11)
      for number in 0..<99 { _ = try await office.refusal("x\(number)", "wrong") }
      #expect(try await office.refusal("x99", "wrong") == .wrongLoginOrPassword)
      #expect(try await office.refusal("11") == .tooManyTries)
      #expect(try await office.refusal("11", from: "192.0.2.2") == nil)
    }
  }

  @Test(arguments: Engine.available, ["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1", ""])
  func theAddressOfAProxyIsNeverClosed(engine: Engine, address: String) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await Self.write(101, from: address, areWrong: true, in: office)
      #expect(try await office.refusal("11", from: address) == nil)
      try await Self.write(100, from: AccessOffice.address, areWrong: true, in: office)
      #expect(try await office.refusal("11") == .tooManyTries)
    }
  }

  @Test(arguments: Engine.available)
  func triesThatAreBeingLookedAtDoNotCloseAnAddress(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await Self.write(200, from: AccessOffice.address, areWrong: false, in: office)
      #expect(try await office.refusal("11") == nil)
    }
  }

  @Test(arguments: Engine.available)
  func aLoginThatIsBeingLookedAtWaitsAMoment(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await Self.write(5, from: "192.0.2.2", areWrong: false, login: "11", in: office)
      await #expect(throws: StoreError.busy) { try await office.enter("11") }
      office.clock.advance(milliseconds: AccessOffice.minute)
      #expect(try await office.refusal("11") == nil)
    }
  }

  @Test(arguments: Engine.available)
  func whoeverFindsNoPlaceIsNotCounted(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let passwords = try PasswordWorker(cost: .light, places: 2)
      let crowded = AccessOffice(
        database: office.database,
        clock: office.clock,
        ids: office.ids,
        passwords: passwords
      )
      try await passwords.inPlace {
        #expect(try await crowded.refusal("11", "wrong") == .wrongLoginOrPassword)
        try await passwords.inPlace {
          for _ in 0..<9 { await #expect(throws: StoreError.busy) { try await crowded.enter("11", "wrong") } }
        }
      }
      #expect(try await crowded.refusal("11") == nil)
      await passwords.close()
    }
  }

  private static func write(
    _ count: Int,
    from address: String,
    areWrong: Bool,
    login: String? = nil,
    in office: AccessOffice
  ) async throws {
    let now = office.clock.now()
    let tries = (0..<count).map { number in (office.ids.next(FailedSignIn.self), login ?? "x\(number)") }
    try await office.database.write { connection in
      for (id, login) in tries {
        try FailedSignInRecords.insert(id: id, login: login, address: address, at: now, on: connection)
        if areWrong { try FailedSignInRecords.judge(id, at: now, on: connection) }
      }
    }
  }

  @Test(arguments: Engine.available)
  func somebodyWhoLeftIsNotLetIn(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      try await office.enrol(11, left: "2026-03-31")
      try await office.enrol(12, left: "2026-04-01")
      #expect(try await office.refusal("11") == .wrongLoginOrPassword)
      #expect(try await office.refusal("12") == nil)
    }
  }

  @Test(arguments: Engine.available)
  func aWeakHashIsMadeStrongerWhenItsOwnerSignsIn(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office async throws in
      try await office.enrol(11)
      let weak = try PasswordHash(
        password: AccessOffice.password,
        cost: PasswordCost(logarithmOfRounds: 4, blockSize: 8, parallelism: 1)
      )
      let stored = try await office.database.write { connection -> PasswordHash? in
        let account = try AccountRecords.account(login: "11", on: connection)
        guard let account else { return nil }
        try AccountRecords.setPassword(weak, of: account.id, on: connection)
        return try AccountRecords.account(login: "11", on: connection)?.password
      }
      #expect(stored == weak)
      #expect(try await office.refusal("11") == nil)
      let account = try await office.database.read { try AccountRecords.account(login: "11", on: $0) }
      #expect(account?.password?.cost == .light)
      #expect(try await office.refusal("11") == nil)
    }
  }
}
