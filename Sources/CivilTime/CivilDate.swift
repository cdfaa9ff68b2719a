/// 日付 – a day of the Gregorian calendar, without a time or a zone.
public struct CivilDate: Comparable, Hashable, Sendable, Strideable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  /// The day so many days after 1970-01-01.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day of a year from -9999 to 9999, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.daysInMonth(year: year, month: month)
    else { return nil }
    dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
  }

  /// Clamps the day to the month's end; for callers that know year and month are sound.
  init(clampedYear year: Int, month: Int, day: Int) {
    let lastDay = CivilDate.daysInMonth(year: year, month: month)
    dayNumber = CivilDate.dayNumber(year: year, month: month, day: min(day, lastDay))
  }

  /// The year, such as 2026.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, four days after Sunday.
    let number = (dayNumber + 4).flooredQuotientAndRemainder(dividingBy: 7).remainder
    return Weekday(rawValue: number) ?? .sunday
  }

  /// The month the day belongs to.
  public var yearMonth: YearMonth {
    let parts = components
    return YearMonth(index: parts.year * 12 + parts.month - 1)
  }

  /// The fiscal year 年度 (April to March) the day belongs to.
  public var fiscalYear: FiscalYear { FiscalYear(containing: self) }

  /// The day so many days later, or earlier when negative.
  public func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The same day so many months later, or that month's last day where it is shorter.
  public func adding(months: Int) -> CivilDate {
    let parts = components
    let target = YearMonth(index: parts.year * 12 + parts.month - 1 + months)
    return CivilDate(clampedYear: target.year, month: target.month, day: parts.day)
  }

  /// The number of days of a month (1 to 12), or 0 where there is no such month.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// The number of days from this day to another.
  public func distance(to other: CivilDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// The day so many days later; the same as `adding(days:)`.
  public func advanced(by days: Int) -> CivilDate {
    adding(days: days)
  }

  /// Whether both are the same day.
  public static func == (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber == right.dayNumber
  }

  /// Whether the left day is the earlier one.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

// Years are counted from March, so that the leap day is the last of its year; a Gregorian cycle of 400
// years always has 146,097 days.
extension CivilDate {
  private static let daysInCycle = 146_097
  /// Days from 1 March of the year 0 to 1970-01-01.
  private static let daysBeforeEpoch = 719_468

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let (cycle, yearInCycle) = marchYear.flooredQuotientAndRemainder(dividingBy: 400)
    let dayInYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayInCycle = yearInCycle * 365 + yearInCycle / 4 - yearInCycle / 100 + dayInYear
    return cycle * daysInCycle + dayInCycle - daysBeforeEpoch
  }

  /// Year, month and day, taken apart once where a caller needs more than one of them.
  var components: (year: Int, month: Int, day: Int) {
    let (cycle, dayInCycle) =
      (dayNumber + CivilDate.daysBeforeEpoch)
      .flooredQuotientAndRemainder(dividingBy: CivilDate.daysInCycle)
    let leapDaysPassed = dayInCycle / 1460 - dayInCycle / 36524 + dayInCycle / 146_096
    let yearInCycle = (dayInCycle - leapDaysPassed) / 365
    let dayInYear = dayInCycle - (365 * yearInCycle + yearInCycle / 4 - yearInCycle / 100)
    let monthFromMarch = (5 * dayInYear + 2) / 153
    let day = dayInYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearInCycle + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }
}
