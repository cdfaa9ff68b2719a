/// A 128-bit FNV-1a digest.
///
/// It guards against mistakes, not against attackers.
struct TextDigest {
  private static let prime = UInt128(1) << 88 | 0x13B
  private static let basis = UInt128(0x6C62_272E_07BB_0142) << 64 | UInt128(0x62B8_2175_6295_C58D)

  private var state = TextDigest.basis

  /// Takes a text and a boundary after it, so that two texts differ from one long one.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  /// The digest as 32 hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt128(byte)) &* Self.prime
  }
}
