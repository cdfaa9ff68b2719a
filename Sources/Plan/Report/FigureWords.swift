internal import CivilTime
internal import Indicators

/// Figures in words, the same on pages and in reports.
enum FigureWords {
  static let tooFewForRate = "n<10のため率は表示しません"
  static let tooFewForAverage = "n<10のため平均は表示しません"
  static let withheld = "非表示"
  static let nobodyCounted = "数える対象がありません"
  static let waiting = "まだ計算していません。数分のうちに表示します。"
  static let withheldNote = "「非表示」は、職員が10人未満か、ほかの数値との差から10人未満の数値がわかる場合です。"

  static func asOf(_ day: CivilDate?) -> String {
    day.map { day in "\(day.japaneseWithoutWeekday)現在" } ?? "まだ数えた日がありません"
  }

  /// The day of a figure and how far it can be relied on.
  static func asOf(_ figure: IndicatorFigure) -> String {
    switch figure.standing {
    case .notBefore(let first): return "\(asOf(nil))（\(first.japaneseWithoutWeekday)から数えます）"
    case .waiting: return waiting
    case .counted(let run):
      return asOf(run.asOf) + (run.isProvisional ? "（暫定）" : "")
        + (stale(run, figure.definition).map { words in "。\(words)" } ?? "")
    }
  }

  /// Why a figure is not the newest; nil when it is.
  static func stale(_ run: FigureRun, _ definition: Indicator.Definition) -> String? {
    guard run.isStale else { return nil }
    return run.methodVersion == definition.methodVersion
      ? "古い数値です。再計算を待っています" : "数え方が変わりました。再計算を待っています"
  }

  /// A figure in one line, or why there is none.
  static func line(_ figure: IndicatorFigure) -> String {
    switch figure.standing {
    case .notBefore: asOf(nil)
    case .waiting: "まだ計算していません"
    case .counted: line(figure.total, figure.definition.form)
    }
  }

  /// A figure in one line with what it was counted of: 95.2％（1,234／1,296） or 3（n=120）.
  static func line(_ figure: Figure, _ form: Indicator.Form) -> String {
    guard case .shown(let tally) = figure else { return withheld }
    guard tally.ratio != .zero else { return nobodyCounted }
    switch form {
    case .count: return "\(grouped(tally.ratio.numerator))（n=\(grouped(tally.ratio.denominator))）"
    case .share:
      let parts = "\(grouped(tally.ratio.numerator))／\(grouped(tally.ratio.denominator))"
      return tally.rate.map { rate in "\(rate)％（\(parts)）" } ?? "\(parts)（\(tooFewForRate)）"
    case .average(let unit):
      guard let average = average(tally, unit) else { return tooFewForAverage }
      return "\(average)\(unit.japanese)（n=\(grouped(tally.ratio.denominator))）"
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
    case .average(let unit): ["平均（\(unit.japanese)）", "分母（n）"]
    }
  }

  private static func cells(_ tally: Tally, _ form: Indicator.Form) -> [String] {
    guard tally.ratio != .zero else { return cells(nothing: nobodyCounted, form) }
    let (numerator, denominator) = (grouped(tally.ratio.numerator), grouped(tally.ratio.denominator))
    switch form {
    case .share: return [numerator, denominator, tally.rate ?? tooFewForRate, grouped(tally.people)]
    case .count: return [numerator, denominator, grouped(tally.people)]
    case .average(let unit): return [average(tally, unit) ?? tooFewForAverage, denominator]
    }
  }

  private static func cells(nothing word: String, _ form: Indicator.Form) -> [String] {
    headings(form).map { _ in word }
  }

  /// An average with one decimal; nil of fewer than ten.
  static func average(_ tally: Tally, _ unit: Indicator.AverageUnit) -> String? {
    guard tally.ratio.denominator >= Tally.fewestForRate else { return nil }
    let inUnit = Ratio(tally.ratio.numerator, of: tally.ratio.denominator * unit.parts)
    return inUnit.rounded(times: 10).map { tenths in "\(grouped(tenths / 10)).\(tenths % 10)" }
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
