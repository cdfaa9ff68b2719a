internal import Crypto

/// Random bytes and comparisons that take the same time whatever the content.
enum SecretBytes {
  static func random(count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
  }

  static func digest(_ text: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(text.utf8)))
  }
}

/// A secret that only its holder knows: 32 random bytes in hexadecimal.
///
/// Only its SHA-256 is stored.
public struct BearerSecret: Sendable, Hashable {
  /// The text that the holder shows.
  public let text: String

  /// A fresh secret.
  public static func random() -> BearerSecret {
    BearerSecret(text: Hexadecimal.text(SecretBytes.random(count: 32)))
  }

  /// A secret as shown by a visitor.
  public init(text: String) {
    self.text = text
  }

  /// What is stored of it.
  var digest: [UInt8] { SecretBytes.digest(text) }

  /// The token that forms of this session post: derived from the secret, so that nothing more is stored.
  public var formToken: String {
    let key = SymmetricKey(data: Array(text.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: key)
    return Hexadecimal.text(Array(code))
  }

  /// Whether a posted form token is this session's, compared in constant time.
  public func accepts(formToken: String) -> Bool {
    SecretBytes.equal(Array(formToken.utf8), Array(self.formToken.utf8))
  }
}

enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let values = text.utf8.map { digits.firstIndex(of: $0) }
    guard values.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for position in stride(from: 0, to: values.count, by: 2) {
      guard let high = values[position], let low = values[position + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
