/// かなの統一 – makes readings full-width katakana, scalar by scalar, whatever way they were typed.
enum KanaFolding {
  /// The reading in full-width katakana; hiragana and half-width katakana are rewritten, all else stays.
  static func katakana(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF9E, 0x3099: join(voiced, to: &result, orElse: "\u{309B}")
      case 0xFF9F, 0x309A: join(halfVoiced, to: &result, orElse: "\u{309C}")
      case 0xFF66...0xFF9D: result.append(halfWidth[Int(scalar.value - 0xFF66)])
      case 0x3041...0x3096, 0x309D...0x309E: result.append(shifted(scalar, by: 0x60))
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The half-width katakana U+FF66 to U+FF9D, in full width.
  private static let halfWidth: [Unicode.Scalar] = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars
  )

  private static let voiced = pairs(
    from: "カキクケコサシスセソタチツテトハヒフヘホウヽ",
    to: "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴヾ"
  )
  private static let halfVoiced = pairs(from: "ハヒフヘホ", to: "パピプペポ")

  private static func pairs(from: String, to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(from.unicodeScalars, to.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }

  private static func join(
    _ pairs: [Unicode.Scalar: Unicode.Scalar],
    to result: inout String.UnicodeScalarView,
    orElse mark: Unicode.Scalar
  ) {
    guard let last = result.last, let joined = pairs[last] else { return result.append(mark) }
    result.removeLast()
    result.append(joined)
  }

  private static func shifted(_ scalar: Unicode.Scalar, by distance: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + distance) ?? scalar
  }
}
