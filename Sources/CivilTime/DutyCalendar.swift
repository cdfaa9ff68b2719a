/// 勤務日の暦 – which days have regular hours: Monday to Friday, holidays apart (勤務時間法第6条・第14条).
///
/// Outside the years of `HolidayCalendar` only weekends are off.
public struct DutyCalendar: Hashable, Sendable {
  /// The calendar of Japan's government offices.
  public init() {}

  /// Whether the date is a holiday 休日, national or of the year's end.
  public func isHoliday(_ date: CivilDate) -> Bool {
    HolidayCalendar.holiday(on: date) != nil
  }

  /// Whether staff are on duty: neither a weekend nor a holiday.
  public func isDutyDay(_ date: CivilDate) -> Bool {
    !date.weekday.isWeekend && !isHoliday(date)
  }

  /// The number of duty days in a range, both ends included.
  public func dutyDays(in range: ClosedRange<CivilDate>) -> Int {
    range.count(where: isDutyDay)
  }

  /// The duty days in a range, both ends included.
  public func dutyDates(in range: ClosedRange<CivilDate>) -> [CivilDate] {
    range.filter(isDutyDay)
  }

  /// The first duty day after a date.
  public func nextDutyDay(after date: CivilDate) -> CivilDate {
    dutyDay(from: date, step: 1)
  }

  /// The last duty day before a date.
  public func previousDutyDay(before date: CivilDate) -> CivilDate {
    dutyDay(from: date, step: -1)
  }

  private func dutyDay(from date: CivilDate, step: Int) -> CivilDate {
    var candidate = date.adding(days: step)
    while !isDutyDay(candidate) { candidate = candidate.adding(days: step) }
    return candidate
  }
}
