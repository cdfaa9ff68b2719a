import CivilTime

/// 超過勤務手当・休日給の区分 – the pay classes of one stretch of work under one schedule, as the calculator asks for them.
public struct PayClassification: Sendable {
  private let schedule: DayHours
  private let calendar = DutyCalendar()

  /// A classification by a schedule of regular hours.
  public init(schedule: DayHours = .headOffice) {
    self.schedule = schedule
  }

  /// The minutes of each class in a stretch of work.
  public func classify(_ work: WorkedInterval) -> PayMinutes {
    var counter = PayCounter(running: work.running, day: days(of: work))
    counter.add(work.span, breaks: work.breaks)
    return counter.minutes
  }

  /// Only the first off-day touched is swapped, and only the first holiday has a compensatory day.
  private func days(of work: WorkedInterval) -> (CivilDate) -> PayDay {
    guard !work.span.isEmpty else { return { _ in .off } }
    let dates =
      work.span.lowerBound.date...WorkMoment(minuteNumber: work.span.upperBound.minuteNumber - 1).date
    let swapped = work.isSwapped ? dates.first { isOff($0, work) } : nil
    let compensated =
      work.hasCompensatoryDay ? dates.first { !isOff($0, work) && calendar.isHoliday($0) } : nil
    return { date in
      if isOff(date, work) { return date == swapped ? .duty(schedule) : .off }
      let isPaidHoliday = calendar.isHoliday(date) && date != compensated
      return isPaidHoliday ? .holiday(schedule) : .duty(schedule)
    }
  }

  /// An off-day that is also a holiday counts as an off-day (勤務時間法第14条).
  private func isOff(_ date: CivilDate, _ work: WorkedInterval) -> Bool {
    date.weekday.isWeekend || work.offDays.contains(date)
  }
}
