public import CivilTime

/// 期限: by when a target is to be reached, or how often it is looked at.
public enum Deadline: Hashable, Sendable {
  /// Always, without an end.
  case standing
  /// In every fiscal year (April to March).
  case everyFiscalYear
  /// In every calendar year.
  case everyCalendarYear
  /// In this fiscal year at the latest.
  case fiscalYear(FiscalYear)
  /// On this day at the latest.
  case date(CivilDate)

  /// The deadline for the pages.
  public var japanese: String {
    switch self {
    case .standing: "常に"
    case .everyFiscalYear: "毎年度"
    case .everyCalendarYear: "毎年"
    case .fiscalYear(let year): "\(year.japanese)まで"
    case .date(let date): "\(date.japaneseWithoutWeekday)まで"
    }
  }

  /// The last day on which the target can be reached, or nil when it comes back or never ends.
  public var lastDay: CivilDate? {
    switch self {
    case .standing, .everyFiscalYear, .everyCalendarYear: nil
    case .fiscalYear(let year): year.lastDay
    case .date(let date): date
    }
  }
}
