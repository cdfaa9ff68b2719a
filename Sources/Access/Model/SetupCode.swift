/// A code with which somebody sets their first password: 16 letters and digits that are not mistaken for others.
public enum SetupCode: Sendable {
  private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
  /// How long a code may be used, in milliseconds: two weeks.
  static let lifetime: Int64 = 14 * 24 * 3600 * 1000

  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<16).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A code as typed, also with a Japanese keyboard: case, width, spaces, hyphens and long-vowel marks do not
  /// matter.
  static func folded(_ code: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: code.unicodeScalars.lazy.compactMap(folded))
    return String(scalars)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let narrow = isFullWidth(scalar) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    switch narrow {
    case "a"..."z": return Unicode.Scalar(narrow.value - 32)
    case " ", "\t", "\r", "\n", "\u{A0}", "\u{3000}": return nil
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "ー", "ｰ": return nil
    default: return narrow
    }
  }

  /// ！–～, the full-width forms of ASCII.
  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{FF01}"..."\u{FF5E}").contains(scalar)
  }
}
