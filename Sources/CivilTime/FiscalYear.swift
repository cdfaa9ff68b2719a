/// 年度 – a year from 1 April to 31 March; the year of the overtime limits.
public struct FiscalYear: Comparable, Hashable, Sendable, Strideable, CustomStringConvertible {
  /// The calendar year in which it starts.
  public let startYear: Int

  /// The fiscal year that starts in April of a calendar year.
  public init(startYear: Int) {
    self.startYear = startYear
  }

  /// The fiscal year a day belongs to.
  public init(containing date: CivilDate) {
    self = date.yearMonth.fiscalYear
  }

  /// April.
  public var firstMonth: YearMonth { YearMonth(index: startYear * 12 + 3) }

  /// March of the next calendar year.
  public var lastMonth: YearMonth { firstMonth.adding(months: 11) }

  /// The twelve months from April to March.
  public var months: [YearMonth] { Array(firstMonth...lastMonth) }

  /// 1 April.
  public var firstDay: CivilDate { firstMonth.firstDay }

  /// 31 March of the next calendar year.
  public var lastDay: CivilDate { lastMonth.lastDay }

  /// The year in the era of the greater part of it, 令和8年度; 2019 is 令和元年度.
  public var japanese: String {
    // By cabinet practice the whole of fiscal 2019 is 令和元年度 though April of it was 平成31年.
    EraYear(of: CivilDate(clampedYear: startYear, month: 10, day: 1)).prefix + "年度"
  }

  /// The first calendar year, as in `FY2026`.
  public var description: String { "FY\(startYear)" }

  /// Whether the day lies in the fiscal year.
  public func contains(_ date: CivilDate) -> Bool {
    firstDay <= date && date <= lastDay
  }

  /// The number of years from this fiscal year to another.
  public func distance(to other: FiscalYear) -> Int { other.startYear - startYear }

  /// The fiscal year so many years later.
  public func advanced(by years: Int) -> FiscalYear { FiscalYear(startYear: startYear + years) }

  /// Whether both are the same fiscal year.
  public static func == (left: FiscalYear, right: FiscalYear) -> Bool { left.startYear == right.startYear }

  /// Whether the left fiscal year is the earlier one.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.startYear < right.startYear }
}
