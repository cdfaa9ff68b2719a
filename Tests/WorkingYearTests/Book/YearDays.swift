import CivilTime

/// The days of the year as whole numbers: 0 is Wednesday, 1 April 2026.
///
/// Two more months follow, in which its last months are closed. Lengths of months and holidays are written out, not
/// computed.
enum YearDays {
  /// The days on which people work in this year.
  static let count = 365
  /// With April and May 2027.
  static let all = 0..<426
  static let minutesOfDay = 1440

  private static let lengths = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31]

  /// The first day of each month, 0 being April 2026, and the day after the last.
  static let monthStarts = lengths.reduce(into: [0]) { starts, length in
    starts.append((starts.last ?? 0) + length)
  }

  static func days(of month: Int) -> Range<Int> { monthStarts[month]..<monthStarts[month + 1] }

  static func month(of day: Int) -> Int {
    var month = 0
    while day >= monthStarts[month + 1] { month += 1 }
    return month
  }

  static func isWeekend(_ day: Int) -> Bool { (day + 7) % 7 == 3 || (day + 7) % 7 == 4 }

  static func isHoliday(_ day: Int) -> Bool { holidays.contains(day) }

  /// Neither weekend nor holiday.
  static func isWorkday(_ day: Int) -> Bool { !isWeekend(day) && !isHoliday(day) }

  /// 0 for Monday.
  static func weekday(_ day: Int) -> Int { (day + 2) % 7 }

  /// The n-th duty day after a day.
  static func workday(_ number: Int, after day: Int) -> Int {
    var (day, left) = (day, number)
    while left > 0 {
      day += 1
      if isWorkday(day) { left -= 1 }
    }
    return day
  }

  private static let holidays: Set<Int> = Set(
    [
      "2026-04-29", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06", "2026-07-20", "2026-08-11",
      "2026-09-21", "2026-09-22", "2026-09-23", "2026-10-12", "2026-11-03", "2026-11-23", "2026-12-29",
      "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03", "2027-01-11", "2027-02-11",
      "2027-02-23", "2027-03-21", "2027-03-22", "2027-04-29", "2027-05-03", "2027-05-04", "2027-05-05",
    ].map(index)
  )

  // MARK: To and from the program's dates

  static let firstDay = CivilDate(dayNumber: 20_544)

  static func date(_ day: Int) -> CivilDate { firstDay.adding(days: day) }

  static func index(_ iso: String) -> Int {
    guard let date = CivilDate(iso: iso) else { preconditionFailure("\(iso) is no date") }
    return index(date)
  }

  static func index(_ date: CivilDate) -> Int { firstDay.distance(to: date) }

  static func yearMonth(_ month: Int) -> YearMonth { YearMonth(index: 2026 * 12 + 3 + month) }
}
