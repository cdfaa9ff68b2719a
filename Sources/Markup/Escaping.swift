/// Escapes byte by byte, so that no combining mark can hide a delimiter.
enum Escaping {
  /// Appends `text` so that it is safe in element content and in a quoted attribute.
  ///
  /// Runs of clean bytes are copied at once; characters that HTML forbids become U+FFFD, so that two harmless
  /// halves never join.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { buffer in
      var clean = 0
      var index = 0
      while index < buffer.count {
        guard unsafe isSuspect(buffer[index]), let found = unsafe replacement(at: index, in: buffer) else {
          index += 1
          continue
        }
        unsafe bytes.append(contentsOf: buffer[clean..<index])
        found.text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        index += found.length
        clean = index
      }
      unsafe bytes.append(contentsOf: buffer[clean...])
    }
  }

  /// Whether a byte may begin something to replace; almost no byte of Japanese text does.
  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }

  private static func replacement(
    at index: Int,
    in buffer: UnsafeBufferPointer<UInt8>
  ) -> (text: StaticString, length: Int)? {
    let forbidden: StaticString = "\u{FFFD}"
    switch unsafe buffer[index] {
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A, 0x0C, 0x0D: return nil
    case 0x00..<0x20, 0x7F: return (forbidden, 1)
    case 0xC2: return unsafe buffer[index + 1] < 0xA0 ? (forbidden, 2) : nil
    case 0xEF: return unsafe isNoncharacter(buffer[index + 1], buffer[index + 2]) ? (forbidden, 3) : nil
    case 0xF0...0xF4: return unsafe isPlaneEnd(index, in: buffer) ? (forbidden, 4) : nil
    default: return nil
    }
  }

  /// U+FDD0…U+FDEF, U+FFFE and U+FFFF, by the two bytes after 0xEF.
  private static func isNoncharacter(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xB7: (0x90...0xAF).contains(third)
    case 0xBF: third >= 0xBE
    default: false
    }
  }

  /// The last two code points of a plane above the first, by the bytes after the leading one.
  private static func isPlaneEnd(_ index: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let second = unsafe buffer[index + 1]
    let third = unsafe buffer[index + 2]
    let fourth = unsafe buffer[index + 3]
    return second & 0x0F == 0x0F && third == 0xBF && fourth >= 0xBE
  }
}
