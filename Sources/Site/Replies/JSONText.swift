/// JSON that we write: small, ordered, escaped byte by byte.
public struct JSONText: Sendable, Hashable {
  /// The text as UTF-8.
  public let bytes: [UInt8]

  /// A value in JSON.
  public enum Value: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// A truth value.
    case boolean(Bool)
    /// Nothing.
    case null
    /// JSON made before.
    case json(JSONText)
  }

  /// An object with members in the order given.
  public static func object(_ members: [(String, Value)]) -> JSONText {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (position, member) in members.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(member.0, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(member.1, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return JSONText(bytes: bytes)
  }

  /// A list of values.
  public static func array(_ values: [Value]) -> JSONText {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return JSONText(bytes: bytes)
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): append(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .json(let json): bytes.append(contentsOf: json.bytes)
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
        bytes.append(contentsOf: hex.utf8)
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
