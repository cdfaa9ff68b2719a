import CivilTime
import Store
import TestSupport
import Testing

@testable import Access

@Suite("Set-up codes")
struct SetupCodeTests {
  static func refusal(
    _ office: AccessOffice,
    _ code: String,
    login: String = "11",
    password: String = AccessOffice.password
  ) async throws -> AccessError? {
    do {
      try await office.signIn.setFirstPassword(
        login: login,
        code: code,
        password: password,
        address: AccessOffice.address
      )
      return nil
    } catch let error as AccessError {
      return error
    }
  }

  static func with(_ engine: Engine, _ body: (AccessOffice, String) async throws -> Void) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.hire(11, number: "11")
      try await office.hire(12, number: "12")
      _ = try await office.accounts.createMissingAccounts()
      try await body(office, try await office.accounts.issueSetupCode(login: "11"))
    }
  }

  @Test(arguments: Engine.available)
  func aCodeIsGoodOnce(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      #expect(code.utf8.count == 16)
      #expect(try await Self.refusal(office, code, password: "too short") == .unsuitablePassword)
      #expect(try await Self.refusal(office, code) == nil)
      #expect(try await office.refusal("11") == nil)
      #expect(try await Self.refusal(office, code, password: "another password") == .wrongSetupCode)
      #expect(try await office.refusal("11") == nil)
    }
  }

  @Test(arguments: Engine.available)
  func aCodeIsForItsOwnLogin(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      #expect(try await Self.refusal(office, code, login: "12") == .wrongSetupCode)
      #expect(try await Self.refusal(office, "") == .wrongSetupCode)
      #expect(try await Self.refusal(office, code) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func aCodeEndsAfterTwoWeeks(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      office.clock.advance(milliseconds: 14 * 24 * AccessOffice.hour)
      #expect(try await Self.refusal(office, code) == .wrongSetupCode)
      office.clock.advance(milliseconds: -1)
      #expect(try await Self.refusal(office, code) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func aNewerCodeEndsTheOlder(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      let newer = try await office.accounts.issueSetupCode(login: "11")
      #expect(try await Self.refusal(office, code) == .wrongSetupCode)
      #expect(try await Self.refusal(office, newer) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func fiveWrongCodesCloseTheLogin(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      for _ in 0..<5 { #expect(try await Self.refusal(office, "AAAA") == .wrongSetupCode) }
      #expect(try await Self.refusal(office, code) == .tooManyTries)
    }
  }

  @Test(arguments: Engine.available)
  func aNewCodeAndANewPasswordEndEverySession(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      #expect(try await Self.refusal(office, code) == nil)
      let first = try await office.enter("11")
      #expect(try await office.actors.actor(session: first) != nil)
      let again = try await office.accounts.issueSetupCode(login: "11")
      #expect(try await office.actors.actor(session: first) == nil)
      let second = try await office.enter("11")
      #expect(try await Self.refusal(office, again, password: "another password") == nil)
      #expect(try await office.actors.actor(session: second) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func codesInForceAreLeftAloneUnlessAskedForAgain(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      try await office.enrol(13)
      let accounts = office.accounts
      #expect(try await accounts.loginsWithoutPassword(includingInvited: false) == ["12"])
      #expect(try await accounts.loginsWithoutPassword(includingInvited: true) == ["11", "12"])
      office.clock.advance(milliseconds: 14 * 24 * AccessOffice.hour - 1)
      #expect(try await accounts.loginsWithoutPassword(includingInvited: false) == ["12"])
      office.clock.advance(milliseconds: 1)
      #expect(try await accounts.loginsWithoutPassword(includingInvited: false) == ["11", "12"])
      try await accounts.lock("12")
      #expect(try await accounts.loginsWithoutPassword(includingInvited: true) == ["11"])
    }
  }

  static let typed = [
    "ABCD2345EFGH6789", "abcd2345efgh6789", "ABCD-2345-EFGH-6789", " ABCD 2345\u{3000}EFGH 6789\u{3000}",
    "abcd−2345‐efgh－6789", "ABCD２３４５EFGH６７８９", "ＡＢＣＤ２３４５ＥＦＧＨ６７８９",
    "ａｂｃｄー２３４５ーｅｆｇｈー６７８９", "ＡＢＣＤ\u{2015}２３４５ｰＥＦＧＨ－６７８９\r\n", "ABCD\u{A0}2345\tEFGH\u{2011}6789",
  ]

  @Test(arguments: typed)
  func aCodeIsReadAsPeopleTypeIt(code: String) {
    #expect(SetupCode.folded(code) == "ABCD2345EFGH6789")
  }

  static let others = [
    "ABCD2345EFGH678", "ÀBCD2345EFGH6789", "A\u{300}BCD2345EFGH6789", "ABCD2345EFGH678\u{660}",
    "ABCD2345EFGH678あ", "ABCD2345EFGH6789！", "ABCD2345EFGH6789_",
  ]

  @Test(arguments: others)
  func anotherCodeStaysAnother(code: String) {
    #expect(SetupCode.folded(code) != "ABCD2345EFGH6789")
  }

  @Test(arguments: Engine.available)
  func aCodeTypedWithAJapaneseKeyboardIsGood(engine: Engine) async throws {
    try await Self.with(engine) { office, code async throws in
      var wide = String.UnicodeScalarView()
      for scalar in code.unicodeScalars {
        wide.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
        wide.append("ー")
      }
      #expect(try await Self.refusal(office, String(wide), login: " １１\u{3000}") == nil)
    }
  }
}
