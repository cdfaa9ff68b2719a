/// リンク – an address outside this site that somebody typed: http or https with a host, and nothing a browser
/// would read as something else.
public struct ExternalLink: Sendable, Hashable {
  /// The most bytes.
  public static let mostBytes = 2000

  /// The address as typed.
  public let text: String

  /// Takes an address; nil when it is none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.mostBytes, bytes.allSatisfy(Self.isPlain) else { return nil }
    guard let host = Self.afterScheme(bytes), let first = host.first, Self.isHostByte(first) else {
      return nil
    }
    self.text = text
  }

  /// Same bytes, same link.
  public static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(Array(text.utf8)) }

  /// Letters of addresses only: no blanks, no controls, no quotes, no angle brackets, no backslash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "`"), UInt8(ascii: "'"):
      false
    default: true
    }
  }

  private static func afterScheme(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    for scheme in ["https://", "http://"] {
      let head = bytes.prefix(scheme.utf8.count)
      let isSame = head.elementsEqual(scheme.utf8) { byte, wanted in
        byte == wanted || ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte + 32 == wanted)
      }
      if isSame { return bytes.dropFirst(scheme.utf8.count) }
    }
    return nil
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "["), 0x80...0xFF:
      true
    default: false
    }
  }
}
