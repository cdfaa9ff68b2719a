internal import CivilTime
internal import Indicators

/// Figures in words, the same on pages and in reports.
enum FigureWords {
  static let tooFewForRate = "n<10のため率は表示しません"
  static let withheld = "非表示"
  static let withheldNote = "「非表示」は、職員が10人未満か、ほかの数値との差から10人未満の数値がわかる場合です。"

  static func asOf(_ day: CivilDate?) -> String {
    day.map { day in "\(day.japaneseWithoutWeekday)現在" } ?? "まだ数えた日がありません"
  }

  /// A figure in one line with what it was counted of: 95.2％（1,234／1,296） or 3（n=120）.
  static func line(_ figure: Figure, _ form: Indicator.Form) -> String {
    guard case .shown(let tally) = figure else { return withheld }
    switch form {
    case .count: return "\(grouped(tally.ratio.numerator))（n=\(grouped(tally.ratio.denominator))）"
    case .share:
      let parts = "\(grouped(tally.ratio.numerator))／\(grouped(tally.ratio.denominator))"
      return tally.rate.map { rate in "\(rate)％（\(parts)）" } ?? "\(parts)（\(tooFewForRate)）"
    }
  }

  /// The cells of a figure in a table: numerator, denominator, rate where the form has one, people.
  static func cells(_ figure: Figure, _ form: Indicator.Form) -> [String] {
    switch figure {
    case .withheld: cells(nothing: withheld, form)
    case .shown(let tally): cells(tally, form)
    }
  }

  /// The headings above ``cells(_:_:)-(Figure,_)``.
  static func headings(_ form: Indicator.Form) -> [String] {
    switch form {
    case .share: ["分子", "分母（n）", "率（％）", "職員数"]
    case .count: ["分子", "分母（n）", "職員数"]
    }
  }

  private static func cells(_ tally: Tally, _ form: Indicator.Form) -> [String] {
    let parts = [grouped(tally.ratio.numerator), grouped(tally.ratio.denominator)]
    switch form {
    case .share: return parts + [tally.rate ?? tooFewForRate, grouped(tally.people)]
    case .count: return parts + [grouped(tally.people)]
    }
  }

  private static func cells(nothing word: String, _ form: Indicator.Form) -> [String] {
    headings(form).map { _ in word }
  }

  /// A whole number with a comma after every third digit.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func owners(_ content: MeasureContent) -> String {
    content.owners.map(\.japanese).joined(separator: "・")
  }
}
