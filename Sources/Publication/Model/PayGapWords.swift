internal import CivilTime
internal import DisclosureRules

/// The pay gap in words, the same on pages, in files and in the public folder.
enum PayGapWords {
  static let withheld = "非表示"
  static let withheldNote = "「非表示」は、女性または男性が10人未満で、給与が推測されるおそれがある場合です。空欄は、女性または男性がいない場合です。"

  /// What may be read of a row: the ratio with one decimal, 非表示, or nothing.
  static func text(_ shown: PayGapFigure.Shown) -> String {
    switch shown {
    case .ratio(let permille): FileNumber.text(permille, decimals: 1)
    case .blank: ""
    case .withheld: withheld
    }
  }

  /// What should be known of a year's figures.
  static func warnings(_ payGap: PayGapYear, before: PayGapYear?) -> [String] {
    var warnings: [String] = []
    if let sentence = methodChange(payGap, before: before) { warnings.append(sentence) }
    if PayGap.wholeIsBelowItsParts(payGap.figures) { warnings.append(PayGap.compositionSentence) }
    return warnings
  }

  /// That the method changed, so that the years cannot be compared; nil where it did not.
  static func methodChange(_ payGap: PayGapYear, before: PayGapYear?) -> String? {
    guard let before, before.method != payGap.method else { return nil }
    return """
      計算の方法が\(before.year.japanese)の「\(before.method.japanese)」から「\(payGap.method.japanese)」に変わりました。\
      両年度の数値は比べられません。
      """
  }
}
