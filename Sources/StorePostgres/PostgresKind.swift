internal import Store

/// How a column's text form is read, by the type the server names.
enum PostgresKind {
  case boolean
  case integer
  case bytes
  case text

  /// The kind for a type's number in the server's catalogue.
  init(oid: UInt32) {
    switch oid {
    case 16: self = .boolean
    case 20, 21, 23: self = .integer
    case 17: self = .bytes
    default: self = .text
    }
  }

  /// Reads one value that is not NULL.
  func value(of raw: UnsafeRawBufferPointer) -> SQLValue {
    switch self {
    case .boolean: .boolean(unsafe raw.first == UInt8(ascii: "t"))
    case .integer: .integer(unsafe Self.number(of: raw))
    case .bytes: .bytes(unsafe Self.bytes(of: raw))
    case .text: .text(unsafe String(decoding: raw, as: UTF8.self))
    }
  }

  // The server writes nothing but an optional sign and digits, within 64 bits.
  private static func number(of raw: UnsafeRawBufferPointer) -> Int64 {
    var number: Int64 = 0
    var isNegative = false
    for position in raw.indices {
      let byte = unsafe raw[position]
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else {
        // Counted downwards, since the lowest number has no positive counterpart.
        number = number &* 10 &- Int64(byte &- UInt8(ascii: "0"))
      }
    }
    return isNegative ? number : 0 &- number
  }

  private static func bytes(of raw: UnsafeRawBufferPointer) -> [UInt8] {
    let digits = unsafe raw.dropFirst(2)
    let count = unsafe digits.count / 2
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      for position in 0..<count {
        let index = unsafe digits.startIndex + 2 * position
        unsafe buffer[position] = nibble(digits[index]) << 4 | nibble(digits[index + 1])
      }
      filled = count
    }
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    digit <= UInt8(ascii: "9") ? digit &- UInt8(ascii: "0") : digit &- UInt8(ascii: "a") &+ 10
  }
}
