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
