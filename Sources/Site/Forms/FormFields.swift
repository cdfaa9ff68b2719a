/// The fields of a form or a query in the order they were sent; a name may stand several times.
public struct FormFields: Sendable, Hashable {
  /// Names and values.
  public let pairs: [(name: String, value: String)]

  /// No fields.
  public static let empty = FormFields([])

  /// Fields that are known.
  public init(_ pairs: [(name: String, value: String)]) {
    self.pairs = pairs
  }

  /// Why a body was not read.
  public enum Fault: Error, Sendable, Hashable {
    /// A percent escape is cut off or not hexadecimal.
    case brokenEscape
    /// The bytes are not UTF-8, or hold U+0000.
    case notText
    /// More fields than any form of ours has.
    case tooManyFields
  }

  static let mostFields = 5000

  /// Reads `application/x-www-form-urlencoded` bytes.
  public init(urlEncoded bytes: [UInt8]) throws(Fault) {
    var pairs: [(name: String, value: String)] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < Self.mostFields else { throw .tooManyFields }
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = try Self.decoded(part[..<equals], plus: .isSpace)
      let value = try Self.decoded(part[equals...].dropFirst(), plus: .isSpace)
      pairs.append((name, value))
    }
    self.pairs = pairs
  }

  /// The first value of a name.
  public func first(_ name: String) -> String? {
    pairs.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// All values of a name.
  public func all(_ name: String) -> [String] {
    pairs.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
  }

  /// The same fields, byte by byte.
  public static func == (left: FormFields, right: FormFields) -> Bool {
    left.pairs.elementsEqual(right.pairs) { one, other in
      one.name.utf8.elementsEqual(other.name.utf8) && one.value.utf8.elementsEqual(other.value.utf8)
    }
  }

  /// Hashes the bytes of names and values.
  public func hash(into hasher: inout Hasher) {
    for pair in pairs {
      hasher.combine(Array(pair.name.utf8))
      hasher.combine(Array(pair.value.utf8))
    }
  }

  /// What a plus stands for: a space in forms and queries, itself in paths.
  enum Plus: Sendable {
    case isSpace
    case isItself
  }

  static func decoded(_ bytes: ArraySlice<UInt8>, plus: Plus) throws(Fault) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "+") where plus == .isSpace:
        plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard position + 2 < bytes.endIndex, let high = digit(bytes[position + 1]),
          let low = digit(bytes[position + 2])
        else { throw .brokenEscape }
        plain.append(high << 4 | low)
        position += 2
      case let byte:
        plain.append(byte)
      }
      position += 1
    }
    guard !plain.contains(0), let text = String(validating: plain, as: UTF8.self) else { throw .notText }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }
}
