/// 検索用の統一 – a copy of a text for search only, so that 高橋 finds 髙橋; stored names are never changed.
enum SearchFolding {
  /// The text without spaces and variation selectors, with one form for kana, width, case and variant characters.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in KanaFolding.katakana(text).unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x3000, 0xFE00...0xFE0F, 0xE0100...0xE01EF: continue
      case 0xFF01...0xFF5E: result.append(lowercased(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar))
      default: result.append(VariantCharacters.common[scalar] ?? lowercased(scalar))
      }
    }
    return String(result)
  }

  /// The words of a search, folded; empty when nothing is sought.
  static func words(of text: String) -> [String] {
    text.unicodeScalars.split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }
      .map { folded(String($0)) }
      .filter { !$0.isEmpty }
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0x20) ?? scalar
  }
}
