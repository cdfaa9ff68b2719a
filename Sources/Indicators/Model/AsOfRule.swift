public import CivilTime

/// 時点のきまり: which day of a fiscal year a figure tells of.
public enum AsOfRule: String, Sendable, Hashable, CaseIterable {
  /// What happened in the year, as far as today.
  case throughYear = "through-year"
  /// How things stand on 31 March; before it, today for the time being.
  case fiscalYearEnd = "fiscal-year-end"
  /// How things stand on 1 July of the year in which it starts; before it there is no figure.
  case firstOfJuly = "first-of-july"
  /// How things stand on 1 April, the first day.
  case firstOfApril = "first-of-april"

  /// The day of a year's figure as seen on a day; nil when there is no figure yet.
  public func day(_ year: FiscalYear, today: CivilDate) -> FigureDay? {
    let first = firstDay(of: year)
    guard today >= first else { return nil }
    switch self {
    case .throughYear, .fiscalYearEnd:
      return FigureDay(day: min(today, year.lastDay), isProvisional: today < year.lastDay)
    case .firstOfJuly, .firstOfApril:
      return FigureDay(day: first, isProvisional: false)
    }
  }

  /// The first day on which there is a figure of a year.
  public func firstDay(of year: FiscalYear) -> CivilDate {
    switch self {
    case .throughYear, .fiscalYearEnd, .firstOfApril: year.firstDay
    case .firstOfJuly: year.firstMonth.adding(months: 3).firstDay
    }
  }

  /// The days on any of which somebody must be in service to count among the people of the figure.
  func service(_ year: FiscalYear, on day: CivilDate) -> ClosedRange<CivilDate> {
    switch self {
    case .throughYear: year.firstDay...max(day, year.firstDay)
    case .fiscalYearEnd, .firstOfJuly, .firstOfApril: day...day
    }
  }
}

/// 数値の時点: the day that a figure tells of.
public struct FigureDay: Sendable, Hashable {
  /// The day.
  public let day: CivilDate
  /// Whether the figure will go on changing (暫定).
  public let isProvisional: Bool

  /// A day.
  public init(day: CivilDate, isProvisional: Bool) {
    self.day = day
    self.isProvisional = isProvisional
  }
}
