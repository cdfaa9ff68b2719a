public import CivilTime

/// 在職期間 – the days from hire to the end of a term, both included.
public struct ServicePeriod: Hashable, Sendable {
  /// 採用日.
  public let hiredOn: CivilDate

  /// 任期の末日, or nil without a term.
  public let termEndsOn: CivilDate?

  /// A period of service, or nil where its term ends before it begins.
  public init?(hiredOn: CivilDate, termEndsOn: CivilDate? = nil) {
    if let termEndsOn, termEndsOn < hiredOn { return nil }
    self.hiredOn = hiredOn
    self.termEndsOn = termEndsOn
  }

  /// Months of service within a calendar year, 0 to 12; a part of a month counts as a month.
  public func months(inYear year: Int) -> Int {
    let january = YearMonth(index: year * 12)
    let first = max(hiredOn, january.firstDay)
    let yearEnd = january.adding(months: 11).lastDay
    let last = min(termEndsOn ?? yearEnd, yearEnd)
    guard first <= last else { return 0 }
    var months = 1
    while ServicePeriod.lastDay(ofMonths: months, from: first) < last { months += 1 }
    return months
  }

  /// The day on which so many months end: the eve of the same day of the month, or the month's last day where it
  /// has no such day (民法第143条).
  private static func lastDay(ofMonths months: Int, from first: CivilDate) -> CivilDate {
    let target = first.yearMonth.adding(months: months)
    return first.day > target.dayCount ? target.lastDay : target.firstDay.adding(days: first.day - 2)
  }
}
