/// A name with its reading in full-width katakana.
struct SpelledName: Sendable, Hashable {
  let text: String
  let kana: String
}

/// Lists of common names.
enum NameList {
  static let families = read(familyText)
  static let rareFamilies = read(rareFamilyText)
  static let women = read(womenText)
  static let men = read(menText)

  /// Reads pairs of name and reading, two words each.
  private static func read(_ text: String) -> [SpelledName] {
    let words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(decoding: $0, as: UTF8.self) }
    return stride(from: 0, to: words.count - 1, by: 2).map { place in
      SpelledName(text: words[place], kana: words[place + 1])
    }
  }
}
