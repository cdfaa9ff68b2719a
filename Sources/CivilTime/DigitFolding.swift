/// 全角・半角 – makes what people type as numbers, dates and times plain ASCII.
///
/// For numbers, codes, dates and times only: names of people are never folded.
public enum DigitFolding: Sendable {
  /// The text with full-width digits and signs as ASCII, and without spaces at either end.
  ///
  /// Folds ０–９, ：, ／, ．, －, −, ‐, 〜, ～ and the full-width space, scalar by scalar; all else stays.
  public static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map(folded))
    guard let first = scalars.firstIndex(where: { !isSpace($0) }) else { return "" }
    let last = scalars.lastIndex(where: { !isSpace($0) }) ?? first
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19: Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30))
    case 0xFF1A: ":"
    case 0xFF0F: "/"
    case 0xFF0E: "."
    case 0xFF0D, 0x2212, 0x2010: "-"
    case 0x301C, 0xFF5E: "~"
    case 0x3000: " "
    default: scalar
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
