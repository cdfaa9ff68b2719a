internal import DelimitedText

/// What a cell of text holds, apart from what spreadsheets add.
enum CellText {
  /// The text without spaces at either end; nothing within it is changed.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// The text so that no spreadsheet takes it for a formula; ``unguarded(_:)`` gives it back.
  static func guarded(_ text: String) -> String {
    isFormula(text) ? "'" + text : text
  }

  /// The text as it was before ``guarded(_:)``.
  static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), isFormula(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
  }

  static func hasControlCharacter(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }
  }

  /// Whether what follows any apostrophes at the front could run, so that guarding can be undone exactly.
  private static func isFormula(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first else { return false }
    let start = String(first)
    return DelimitedField.freeText(start).guarded.utf8.count != start.utf8.count
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}"
  }
}
