import Testing

@testable import Access

@Suite("Stored passwords and bearer secrets")
struct SecretTests {
  @Test func aPasswordIsRecognisedFromItsStoredForm() throws {
    let hash = try PasswordHash(password: "はたらき方改革の計画書", cost: .light)
    #expect(hash.stored.utf8.starts(with: "$scrypt$ln=10,r=8,p=1$".utf8))
    let read = try #require(PasswordHash(stored: hash.stored))
    #expect(read == hash)
    #expect(try read.matches("はたらき方改革の計画書"))
  }

  // The third is が as one scalar and as two: equal as Strings, another password.
  static let wrong = [
    "", "correct horse battery ", "correct horse か\u{3099}", "Correct horse が", "correct horse",
  ]

  @Test(arguments: wrong)
  func anotherPasswordIsNot(password: String) throws {
    let hash = try PasswordHash(password: "correct horse が", cost: .light)
    #expect(try !hash.matches(password))
  }

  @Test func theSamePasswordIsStoredDifferentlyEachTime() throws {
    let one = try PasswordHash(password: "correct horse battery", cost: .light)
    let other = try PasswordHash(password: "correct horse battery", cost: .light)
    #expect(one.salt != other.salt)
    #expect(one.key != other.key)
  }

  static let malformed = [
    "", "$", "correct horse battery", "$scrypt$ln=10,r=8,p=1$00ff", "$bcrypt$ln=10,r=8,p=1$00ff$00ff",
    "$scrypt$ln=10,r=8$00ff$00ff", "$scrypt$ln=0,r=8,p=1$00ff$00ff", "$scrypt$ln=21,r=8,p=1$00ff$00ff",
    "$scrypt$ln=10,r=33,p=1$00ff$00ff", "$scrypt$ln=10,r=8,p=17$00ff$00ff", "$scrypt$ln=x,r=8,p=1$00ff$00ff",
    "$scrypt$n=10,r=8,p=1$00ff$00ff", "$scrypt$ln=10,p=1,r=8$00ff$00ff", "$scrypt$r=10,ln=8,p=1$00ff$00ff",
    "$scrypt$10,8,1$00ff$00ff", "$scrypt$LN=10,r=8,p=1$00ff$00ff", "$scrypt$ln=10,r=8,p=1,q=1$00ff$00ff",
    "$scrypt$ln=+10,r=8,p=1$00ff$00ff", "$scrypt$ln=010,r=8,p=1$00ff$00ff", "scrypt$ln=10,r=8,p=1$00ff$00ff",
    "$scrypt$ln=10,,r=8,p=1$00ff$00ff", "$scrypt$ln=10,r=8,p=1$00ff$00ff$", "$scrypt$ln=10,r=8,p=1$00f$00ff",
    "$scrypt$ln=10,r=8,p=1$00ff$00fg", "$scrypt$ln=10,r=8,p=1$00ff$00ff$00",
  ]

  @Test func theFormThatTheMalformedOnesMissIsRead() {
    #expect(PasswordHash(stored: "$scrypt$ln=10,r=8,p=1$00ff$00ff") != nil)
  }

  @Test(arguments: malformed)
  func aMalformedStoredFormIsRefused(stored: String) {
    #expect(PasswordHash(stored: stored) == nil)
  }

  @Test func aFormTokenBelongsToItsSessionAlone() {
    let secret = BearerSecret.random()
    let other = BearerSecret.random()
    #expect(secret != other)
    #expect(secret.text.utf8.count == 64)
    #expect(secret.formToken != secret.text)
    #expect(secret.accepts(formToken: BearerSecret(text: secret.text).formToken))
    #expect(!secret.accepts(formToken: other.formToken))
    #expect(!secret.accepts(formToken: secret.text))
    #expect(!secret.accepts(formToken: String(secret.formToken.dropLast())))
    #expect(!secret.accepts(formToken: ""))
  }

  @Test func aPasswordMustBeLongAndNothingElse() {
    #expect(PasswordRule.allows("あいうえおかきくけこさし"))
    #expect(PasswordRule.allows("aaaaaaaaaaaa"))
    #expect(!PasswordRule.allows("aaaaaaaaaaa"))
    #expect(!PasswordRule.allows(String(repeating: "a", count: 801)))
  }
}
