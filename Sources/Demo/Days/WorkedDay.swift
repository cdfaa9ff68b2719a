internal import CivilTime
internal import WorkingTime

/// One day as it was worked, before the records of it are written.
struct WorkedDay {
  let date: CivilDate
  /// The regular hours, were it a day of duty.
  let hours: DutyHours
  /// Minutes from midnight.
  var arrival: Int
  var departure: Int
  /// The declared overtime in minutes.
  var declared: Int
  var isSpecial: Bool

  /// When the declared work was done: after duty, or from the arrival with a break at noon; nil where neither fits.
  var stretches: WorkedStretches? {
    let calendar = DutyCalendar()
    let starts = calendar.isDutyDay(date) ? hours.end : arrival
    let noon = 720..<780
    let isOverNoon = starts < noon.lowerBound && starts + declared > noon.lowerBound
    let parts =
      isOverNoon
      ? [starts..<noon.lowerBound, noon.upperBound..<starts + declared + noon.count]
      : [starts..<starts + declared]
    let times = parts.compactMap(DutyHours.clock)
    guard let last = parts.last, last.upperBound <= departure, !isHolidayOnAWeekday else { return nil }
    return try? WorkedStretches(times)
  }

  /// Its regular hours are no overtime; such a day is declared by its length alone.
  private var isHolidayOnAWeekday: Bool { !date.weekday.isWeekend && DutyCalendar().isHoliday(date) }

  /// Nobody stays beyond 29:00, five in the morning.
  static let latest = 1740
}
