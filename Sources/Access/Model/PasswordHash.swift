internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// How much work a password costs (scrypt).
public struct PasswordCost: Sendable, Hashable {
  /// The base-two logarithm of the number of rounds.
  public let logarithmOfRounds: Int
  /// The block size.
  public let blockSize: Int
  /// The parallelism.
  public let parallelism: Int

  /// About a third of a second and 128 MiB.
  public static let standard = PasswordCost(logarithmOfRounds: 17, blockSize: 8, parallelism: 1)
  /// For tests and the demo, where nothing is to be protected.
  public static let light = PasswordCost(logarithmOfRounds: 10, blockSize: 8, parallelism: 1)
}

/// A stored password: `$scrypt$ln=17,r=8,p=1$salt$key`, salt and key in hexadecimal.
public struct PasswordHash: Sendable, Hashable {
  let cost: PasswordCost
  let salt: [UInt8]
  let key: [UInt8]

  /// Derives a new hash with a fresh salt.
  ///
  /// - Throws: an error of the cryptographic library, when memory is short.
  public init(password: String, cost: PasswordCost) throws {
    try self.init(password: password, salt: SecretBytes.random(count: 16), cost: cost)
  }

  /// Derives a hash with a known salt, for the demo alone, whose bytes are the same for the same seed.
  ///
  /// - Throws: an error of the cryptographic library, when memory is short.
  package init(password: String, salt: [UInt8], cost: PasswordCost) throws {
    self.cost = cost
    self.salt = salt
    key = try Self.derive(password: password, salt: salt, cost: cost)
  }

  /// Reads the stored form.
  public init?(stored: String) {
    let parts = stored.utf8.split(separator: UInt8(ascii: "$")).map { String(Substring($0)) }
    guard parts.count == 4, parts[0] == "scrypt" else { return nil }
    let numbers = parts[1].utf8.split(separator: UInt8(ascii: ",")).compactMap { pair -> Int? in
      pair.split(separator: UInt8(ascii: "=")).last.flatMap { Int(Substring($0)) }
    }
    guard numbers.count == 3, (1...20).contains(numbers[0]), (1...32).contains(numbers[1]),
      (1...16).contains(numbers[2]), let salt = Hexadecimal.bytes(parts[2]),
      let key = Hexadecimal.bytes(parts[3])
    else { return nil }
    cost = PasswordCost(logarithmOfRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    self.salt = salt
    self.key = key
    // Names, order and spelling are as this type writes them; another program's form could mean something else.
    guard self.stored.utf8.elementsEqual(stored.utf8) else { return nil }
  }

  /// The stored form.
  public var stored: String {
    let numbers = "ln=\(cost.logarithmOfRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
    return "$scrypt$\(numbers)$\(Hexadecimal.text(salt))$\(Hexadecimal.text(key))"
  }

  /// Whether this is the password, compared in constant time.
  ///
  /// - Throws: an error of the cryptographic library, when memory is short.
  public func matches(_ password: String) throws -> Bool {
    SecretBytes.equal(try Self.derive(password: password, salt: salt, cost: cost), key)
  }

  private static func derive(password: String, salt: [UInt8], cost: PasswordCost) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.utf8),
      salt: salt,
      outputByteCount: 32,
      rounds: 1 << cost.logarithmOfRounds,
      blockSize: cost.blockSize,
      parallelism: cost.parallelism
    )
    return unsafe key.withUnsafeBytes { buffer in unsafe Array(buffer) }
  }
}
