package import CivilTime
internal import Indicators

/// Figures of targets in words, the same on pages and in reports.
package enum TargetFigureWords: Sendable {
  /// An amount in one line: 35.2％（31／88）, 16.2日, 非表示.
  package static func amount(_ amount: TargetAmount, of target: Target) -> String {
    switch amount {
    case .withheld: return FigureWords.withheld
    case .ratio(let ratio): return words(ratio, of: target)
    case .value(let milli, let ratio):
      if target.value.unit == .milestone { return milli > 0 ? "実施" : "未実施" }
      if let ratio, target.value.unit.isRate { return words(ratio, of: target) }
      let unit = target.value.unit.japanese
      let count = ratio.map { ratio in "（n=\(FigureWords.grouped(ratio.denominator))）" } ?? ""
      return MilliText.text(milli) + unit + count
    }
  }

  private static func words(_ ratio: Ratio, of target: Target) -> String {
    let parts = "\(FigureWords.grouped(ratio.numerator))／\(FigureWords.grouped(ratio.denominator))"
    guard target.countsShare else {
      let average = ratio.rounded(times: 1_000).map(MilliText.text) ?? FigureWords.nobodyCounted
      return "\(average)\(target.value.unit.japanese)（\(parts)）"
    }
    guard ratio.denominator >= Tally.fewestForRate, let rate = ratio.percentText else {
      return "\(parts)（\(FigureWords.tooFewForRate)）"
    }
    return "\(rate)％（\(parts)）"
  }

  /// The year of a figure: a calendar year for what is counted by calendar years.
  package static func year(_ year: FiscalYear, of target: Target) -> String {
    target.isCountedByCalendarYear ? calendarYear(year.startYear) : year.japanese
  }

  /// A calendar year as it is called in December, since 2019 is 令和元年 for the most part.
  package static func calendarYear(_ year: Int) -> String {
    let era = YearMonth(index: year * 12 + 11).japanese.unicodeScalars.prefix { scalar in scalar != "年" }
    return "\(String(String.UnicodeScalarView(era)))年"
  }

  /// The day of a figure, and how far it can be relied on.
  package static func asOf(_ figure: TargetFigure) -> String {
    FigureWords.asOf(figure.asOf) + (figure.isProvisional ? "（暫定）" : "") + (figure.isStale ? "（古い数値）" : "")
  }
}

extension Target {
  /// Whether its figures are counted by calendar years.
  package var isCountedByCalendarYear: Bool { deadline == .everyCalendarYear }

  /// Whether its figures are shares of a whole, whatever the unit of its value.
  var countsShare: Bool {
    switch judged {
    case .value: value.unit.isRate
    case .share, .complete: true
    }
  }

  /// The key under which figures of it are imported.
  package func key(in plan: ActionPlan) -> String { "\(plan.code):\(id)" }

  /// The year whose figure is judged when a year is looked at: not later than that of the deadline.
  func judgedYear(_ year: FiscalYear) -> FiscalYear {
    deadline.lastDay.map { day in min(year, FiscalYear(containing: day)) } ?? year
  }
}
