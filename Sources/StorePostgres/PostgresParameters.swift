internal import Store

/// Bound values in the text form that libpq takes: each ends with a zero byte, in one buffer.
struct PostgresParameters {
  private var buffer: [UInt8] = []
  private var starts: [Int?] = []

  /// Writes all values.
  init(_ values: [SQLValue]) throws(StoreError) {
    starts.reserveCapacity(values.count)
    buffer.reserveCapacity(16 * values.count)
    for value in values {
      guard value != .null else {
        starts.append(nil)
        continue
      }
      starts.append(buffer.count)
      try PostgresText.append(value, to: &buffer, escape: false)
      buffer.append(0)
    }
  }

  /// Lends the values as libpq wants them.
  func withPointers<Value>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> Value
  ) -> Value {
    unsafe buffer.withUnsafeBytes { raw in
      let base = unsafe raw.bindMemory(to: CChar.self).baseAddress
      let pointers = unsafe starts.map { start -> UnsafePointer<CChar>? in
        guard let start, let base = unsafe base else { return nil }
        return unsafe base + start
      }
      return unsafe pointers.withUnsafeBufferPointer { unsafe body(Int32(starts.count), $0.baseAddress) }
    }
  }
}

/// The text form of values, for parameters and for COPY.
enum PostgresText {
  private static let hexadecimal = [UInt8]("0123456789abcdef".utf8)

  /// Writes one value; `escape` doubles backslashes and hides the separators of COPY.
  static func append(_ value: SQLValue, to buffer: inout [UInt8], escape: Bool) throws(StoreError) {
    switch value {
    case .null:
      buffer.append(contentsOf: "\\N".utf8)
    case .integer(let number):
      buffer.append(contentsOf: String(number).utf8)
    case .boolean(let flag):
      buffer.append(UInt8(ascii: flag ? "t" : "f"))
    case .text(let text):
      try append(text: text, to: &buffer, escape: escape)
    case .bytes(let bytes):
      buffer.append(contentsOf: escape ? "\\\\x".utf8 : "\\x".utf8)
      for byte in bytes {
        buffer.append(hexadecimal[Int(byte >> 4)])
        buffer.append(hexadecimal[Int(byte & 15)])
      }
    }
  }

  private static func append(
    text: String,
    to buffer: inout [UInt8],
    escape: Bool
  ) throws(StoreError) {
    var hasNull = false
    var needsEscape = false
    for byte in text.utf8 where byte <= UInt8(ascii: "\\") {
      if byte == 0 { hasNull = true }
      if byte < 0x20 || byte == UInt8(ascii: "\\") { needsEscape = true }
    }
    if hasNull { throw .nullCharacter }
    guard escape, needsEscape else { return buffer.append(contentsOf: text.utf8) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): buffer.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): buffer.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): buffer.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): buffer.append(contentsOf: "\\t".utf8)
      default: buffer.append(byte)
      }
    }
  }
}
