import CivilTime

/// 超過勤務手当・休日給の区分 – divides work into pay classes (給与法第16条・第17条).
///
/// Each minute belongs to the calendar day on which it falls. Overtime is counted in order; what lies beyond 60
/// hours of the calendar month is paid at the higher rates, and the count begins anew with the next month.
public struct PayClassification: Sendable {
  private let schedule: DutySchedule
  private let calendar = DutyCalendar()

  /// A classification by a schedule of regular hours.
  public init(schedule: DutySchedule = .headOffice) {
    self.schedule = schedule
  }

  /// The minutes of each class in a stretch of work.
  public func classify(_ work: WorkedInterval) -> PayMinutes {
    guard !work.span.isEmpty else { return .zero }
    var total = PayMinutes()
    var running = work.running.count
    var swapIsOpen = work.isSwapped
    var compensationIsOpen = work.hasCompensatoryDay
    let lastDay = WorkMoment(minuteNumber: work.span.upperBound.minuteNumber - 1).date
    let firstDay = work.span.lowerBound.date
    for day in firstDay...lastDay {
      if day > firstDay, day.day == 1 { running = 0 }
      var kind = kind(of: day, offDays: work.offDays)
      if kind == .off, swapIsOpen { (kind, swapIsOpen) = (.duty, false) }
      if kind == .holiday, compensationIsOpen { (kind, compensationIsOpen) = (.duty, false) }
      for stretch in stretches(of: work, on: day) {
        let isNight = isNight(stretch.lowerBound)
        switch treatment(of: stretch.lowerBound, on: kind) {
        case .unpaid: continue
        case .holidayPay: total.add(stretch.count, to: .holiday135)
        case .overtime(let isOffDayRate):
          let threshold = PayFigures.monthlyThreshold.newest.amount.count
          let below = min(stretch.count, max(0, threshold - running))
          running += stretch.count
          if below > 0 { total.add(below, to: overtimeClass(isOffDayRate: isOffDayRate, isNight: isNight)) }
          if below < stretch.count {
            total.add(stretch.count - below, to: isNight ? .over60Hours175Night : .over60Hours150)
          }
        }
      }
    }
    return total
  }

  private enum DayKind { case duty, off, holiday }

  private enum Treatment {
    case unpaid
    case holidayPay
    case overtime(isOffDayRate: Bool)
  }

  /// An off-day that is also a holiday counts as an off-day (勤務時間法第14条).
  private func kind(of day: CivilDate, offDays: Set<CivilDate>) -> DayKind {
    if day.weekday.isWeekend || offDays.contains(day) { return .off }
    return calendar.isHoliday(day) ? .holiday : .duty
  }

  /// How a minute of the day is treated; the schedule has no say on an off-day.
  private func treatment(of minute: Int, on kind: DayKind) -> Treatment {
    if kind == .off { return .overtime(isOffDayRate: true) }
    if schedule.pause.contains(minute) { return .unpaid }
    if schedule.hours.contains(minute) { return kind == .holiday ? .holidayPay : .unpaid }
    return .overtime(isOffDayRate: kind == .holiday)
  }

  private func isNight(_ minute: Int) -> Bool {
    minute < PayFigures.nightEnd.count || minute >= PayFigures.nightStart.count
  }

  private func overtimeClass(isOffDayRate: Bool, isNight: Bool) -> PayClass {
    switch (isOffDayRate, isNight) {
    case (false, false): .overtime125
    case (false, true): .overtime150Night
    case (true, false): .overtime135
    case (true, true): .overtime160Night
    }
  }

  /// The work on a day without its breaks, cut so that each piece is treated alike, as minutes from midnight.
  private func stretches(of work: WorkedInterval, on day: CivilDate) -> [Range<Int>] {
    let midnight = day.dayNumber * 1440
    func local(_ range: Range<WorkMoment>) -> Range<Int> {
      let span = range.lowerBound.minuteNumber - midnight..<range.upperBound.minuteNumber - midnight
      return span.clamped(to: 0..<1440)
    }
    let span = local(work.span)
    let breaks = work.breaks.map(local).filter { !$0.isEmpty }
    var cuts = [span.lowerBound, span.upperBound, PayFigures.nightEnd.count, PayFigures.nightStart.count]
    for range in breaks + [schedule.hours, schedule.pause] { cuts += [range.lowerBound, range.upperBound] }
    let sorted = Set(cuts).filter { span.lowerBound <= $0 && $0 <= span.upperBound }.sorted()
    return zip(sorted, sorted.dropFirst()).map { $0..<$1 }
      .filter { piece in !breaks.contains { $0.contains(piece.lowerBound) } }
  }
}
