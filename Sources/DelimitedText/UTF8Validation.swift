/// Strict UTF-8 checking over chunks: no overlong forms, no surrogates, nothing above U+10FFFF.
struct UTF8Validation {
  /// Continuation bytes still to come.
  private var pending = 0
  /// What the next continuation byte may be.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF
  private(set) var isValid = true

  /// Whether all that was fed is whole and valid.
  var isComplete: Bool { isValid && pending == 0 }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    guard isValid else { return }
    for byte in bytes {
      if pending == 0 {
        if byte < 0x80 { continue }
        guard begin(with: byte) else { return isValid = false }
      } else {
        guard allowed.contains(byte) else { return isValid = false }
        allowed = 0x80...0xBF
        pending -= 1
      }
    }
  }

  private mutating func begin(with byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: (pending, allowed) = (1, 0x80...0xBF)
    case 0xE0: (pending, allowed) = (2, 0xA0...0xBF)
    case 0xED: (pending, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: (pending, allowed) = (2, 0x80...0xBF)
    case 0xF0: (pending, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: (pending, allowed) = (3, 0x80...0xBF)
    case 0xF4: (pending, allowed) = (3, 0x80...0x8F)
    default: return false
    }
    return true
  }

  /// Whether the bytes as a whole are valid.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var validation = UTF8Validation()
    validation.feed(bytes)
    return validation.isComplete
  }
}
