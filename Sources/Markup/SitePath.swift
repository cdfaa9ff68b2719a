/// A path inside this site, safe to stand in `href` and `action`; anything else becomes `/`.
///
/// Safe is a path that begins with one `/`, or a bare query (`?…`) or fragment (`#…`). Refused are schemes such as
/// `javascript:`, protocol-relative addresses (`//host`, `/\host`), every backslash, and every control byte, since
/// browsers drop tabs and line ends inside an address and would read a `/`, tab, `/` as `//`.
public struct SitePath: Sendable {
  /// The path as text, not escaped.
  public let text: String

  /// Takes a path, or `/` in its place when it might lead elsewhere.
  public init(_ path: String) {
    text = Self.isSafe(path) ? path : "/"
  }

  /// Whether a text is a path inside this site.
  public static func isSafe(_ path: String) -> Bool {
    let bytes = path.utf8.span
    for index in bytes.indices where !isPlain(bytes[index]) { return false }
    guard !bytes.isEmpty else { return false }
    switch bytes[0] {
    case UInt8(ascii: "?"), UInt8(ascii: "#"): return true
    case UInt8(ascii: "/"): return bytes.count == 1 || bytes[1] != UInt8(ascii: "/")
    default: return false
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "\\")
  }
}
