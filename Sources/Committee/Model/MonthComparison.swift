internal import CivilTime
internal import Indicators

/// 月の比較 – how the months of an intensive period stand beside the other months of the year and of the year before.
struct MonthComparison: Sendable {
  /// One month of the year.
  struct Line: Sendable, Hashable {
    let month: YearMonth
    let isOfPeriod: Bool
    /// Whether the month is still under way.
    let isOpen: Bool
    /// Nil where nothing is recorded, which is not nought.
    let figure: MonthFigure?
    let yearBefore: MonthFigure?
  }

  /// The months of the year that have begun.
  let lines: [Line]

  /// Compares the months that have any day of the period with the others.
  init(
    _ figures: [YearMonth: MonthFigure],
    of year: FiscalYear,
    period days: ClosedRange<CivilDate>,
    today: CivilDate
  ) {
    let period = days.lowerBound.yearMonth...days.upperBound.yearMonth
    lines = year.months.filter { $0.firstDay <= today }.map { month in
      Line(
        month: month,
        isOfPeriod: period.contains(month),
        isOpen: month.lastDay >= today,
        figure: figures[month],
        yearBefore: figures[month.adding(months: -12)]
      )
    }
  }

  /// What the period's months come to together; nil until one of them is over and may be shown.
  var ofPeriod: Ratio? { sum { $0.isOfPeriod } }

  /// What the other months come to together.
  var ofOthers: Ratio? { sum { !$0.isOfPeriod } }

  private func sum(_ belongs: (Line) -> Bool) -> Ratio? {
    let shown = lines.filter { belongs($0) && !$0.isOpen }.compactMap { line -> Ratio? in
      guard case .shown(let ratio) = line.figure else { return nil }
      return ratio
    }
    return shown.isEmpty ? nil : shown.reduce(.zero, +)
  }
}
