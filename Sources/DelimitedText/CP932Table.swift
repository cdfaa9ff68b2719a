import Glibc

/// CP932 in both directions, asked of the system's `iconv` character by character, once.
///
/// `CP932` rather than `SHIFT_JIS`, which knows neither ① nor 髙. Private-use characters 外字 and control
/// characters above 0x7F count as unmappable, since nobody else could read them.
struct CP932Table: Sendable {
  /// What stands for a character that cannot be carried.
  static let replacement: Unicode.Scalar = "〓"

  /// The table, or nil where the system has no such conversion.
  static let shared = CP932Table()

  /// For one byte, or lead byte × 256 + trail byte: the scalar's number, 0 where there is none.
  private let scalars: [UInt16]
  /// For each scalar of the basic plane: its one or two bytes as a number, 0 where there is none.
  private let codes: [UInt16]

  private init?() {
    guard let decoded = CP932Table.decodedScalars(), let codes = CP932Table.encodedScalars() else {
      return nil
    }
    scalars = decoded
    self.codes = codes
  }

  /// Whether the byte begins a character of two bytes.
  static func isLead(_ byte: UInt8) -> Bool {
    (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
  }

  /// The scalar of a code of one or two bytes, if there is one.
  func scalar(of code: UInt16) -> Unicode.Scalar? {
    if code < 0x80 { return Unicode.Scalar(UInt8(code)) }
    let number = scalars[Int(code)]
    return number == 0 ? nil : Unicode.Scalar(number)
  }

  /// The code of a scalar, if there is one.
  func code(of scalar: Unicode.Scalar) -> UInt16? {
    if scalar.isASCII { return UInt16(scalar.value) }
    guard scalar.value < 0x10000 else { return nil }
    let code = codes[Int(scalar.value)]
    return code == 0 ? nil : code
  }

  private static func isPrivateOrControl(_ value: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(value) || (0x80...0x9F).contains(value)
  }

  private static func decodedScalars() -> [UInt16]? {
    guard let conversion = Conversion(from: "CP932", to: "UTF-8") else { return nil }
    var table = [UInt16](repeating: 0, count: 0x10000)
    for byte in UInt8(0xA1)...0xDF {
      table[Int(byte)] = conversion.scalar(of: [byte])
    }
    for lead in UInt8(0x81)...0xFC where isLead(lead) {
      for trail in UInt8(0x40)...0xFC where trail != 0x7F {
        table[Int(lead) << 8 | Int(trail)] = conversion.scalar(of: [lead, trail])
      }
    }
    return table
  }

  private static func encodedScalars() -> [UInt16]? {
    guard let conversion = Conversion(from: "UTF-8", to: "CP932") else { return nil }
    var table = [UInt16](repeating: 0, count: 0x10000)
    for value in UInt32(0x80)..<0x10000 where !isPrivateOrControl(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = conversion.convert(Array(String(scalar).utf8))
      switch bytes.count {
      case 1: table[Int(value)] = UInt16(bytes[0])
      case 2: table[Int(value)] = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
      default: break
      }
    }
    return table
  }

  /// An open conversion of the system, closed with its owner; safe since the handle never leaves it.
  @safe private struct Conversion: ~Copyable {
    private let handle: iconv_t

    init?(from source: String, to target: String) {
      let handle = unsafe iconv_open(target, source)
      // The system reports failure by a pointer of all ones.
      guard let handle = unsafe handle, Int(bitPattern: handle) != -1 else { return nil }
      unsafe self.handle = handle
    }

    deinit {
      _ = unsafe iconv_close(handle)
    }

    /// The bytes of one character in the other encoding; none where it has no exact counterpart.
    func convert(_ bytes: [UInt8]) -> [UInt8] {
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 8)
      var inputLeft = input.count
      var outputLeft = output.count
      let irreversible = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
          var sourceStart = source.baseAddress
          var targetStart = target.baseAddress
          return unsafe iconv(handle, &sourceStart, &inputLeft, &targetStart, &outputLeft)
        }
      }
      guard irreversible == 0, inputLeft == 0 else {
        // Back to the initial state after a failure.
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        return []
      }
      return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    }

    /// The number of the one scalar that the bytes stand for, or 0.
    func scalar(of bytes: [UInt8]) -> UInt16 {
      let scalars = String(decoding: convert(bytes), as: UTF8.self).unicodeScalars
      guard scalars.count == 1, let value = scalars.first?.value, value < 0x10000,
        !isPrivateOrControl(value)
      else { return 0 }
      return UInt16(value)
    }
  }
}
