internal import CivilTime
internal import Indicators

/// 月の比較 – how the months of an intensive period stand beside the other months of the year and of the year before.
struct MonthComparison: Sendable {
  /// One month of the year.
  struct Line: Sendable, Hashable {
    let month: YearMonth
    let isOfPeriod: Bool
    /// Nil where nothing is recorded, which is not nought.
    let figure: MonthFigure?
    let yearBefore: MonthFigure?
  }

  /// What several months come to together.
  struct Average: Sendable, Hashable {
    let ratio: Ratio
    /// Of how many people the month of the fewest tells.
    let fewestPeople: Int
  }

  let year: FiscalYear
  /// The months of the year that are over.
  let lines: [Line]

  /// Compares the months that have any day of the period with the others.
  init(
    _ figures: [YearMonth: MonthFigure],
    of year: FiscalYear,
    period days: ClosedRange<CivilDate>,
    today: CivilDate
  ) {
    let period = days.lowerBound.yearMonth...days.upperBound.yearMonth
    self.year = year
    lines = year.months.filter { $0.lastDay < today }.map { month in
      Line(
        month: month,
        isOfPeriod: period.contains(month),
        figure: figures[month],
        yearBefore: figures[month.adding(months: -12)]
      )
    }
  }

  /// What the period's months come to together; nil until one of them is over and may be shown.
  var ofPeriod: Average? { average { $0.isOfPeriod } }

  /// What the other months come to together.
  var ofOthers: Average? { average { !$0.isOfPeriod } }

  private func average(_ belongs: (Line) -> Bool) -> Average? {
    let shown = lines.filter(belongs).compactMap { line -> Ratio? in
      guard case .shown(let ratio) = line.figure else { return nil }
      return ratio
    }
    return shown.map(\.denominator).min().map { Average(ratio: shown.reduce(.zero, +), fewestPeople: $0) }
  }
}
