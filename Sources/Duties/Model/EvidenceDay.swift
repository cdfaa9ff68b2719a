internal import CivilTime

/// 実施日のきまり – to which duties evidence that names none can belong, by the day on which the thing was done.
///
/// When it is reported makes no difference.
enum EvidenceDay {
  /// What comes once may be done up to so many days after the due day.
  static let mostDaysLate = 365

  /// Whether what was done on a day can be what a duty asks for.
  ///
  /// A duty that comes back takes what was done from the first day of its period until it is due; what is done later
  /// is the next period's, even if this one stays open. A duty that comes once takes what is done late too.
  static func admits(_ day: CivilDate, to duty: Duty) -> Bool {
    guard day >= duty.startsOn else { return false }
    let comesBack = CycleCalendar.comesBack(duty.occasion, in: duty.year)
    return day <= (comesBack ? duty.dueOn : duty.dueOn.adding(days: mostDaysLate))
  }
}
