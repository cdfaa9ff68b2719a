/// The form that every id and code of a plan has: it stands in addresses, files and reports, so it is kept plain.
enum Identifier {
  /// The longest id, in characters.
  static let longest = 32

  /// Whether the text is 1–32 ASCII letters and digits, in groups joined by single hyphens.
  static func isWellFormed(_ text: String) -> Bool {
    guard (1...longest).contains(text.utf8.count) else { return false }
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.allSatisfy { group in !group.isEmpty && group.allSatisfy(isLetterOrDigit) }
  }

  /// Whether the text is the id of an indicator: a capability and a name, joined by one dot.
  static func isIndicator(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { part in isWellFormed(String(Substring(part))) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}
