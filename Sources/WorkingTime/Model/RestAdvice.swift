internal import CivilTime
internal import WorkingTimeRules

/// 始業の目安: what somebody who worked late is told of the next start; advice, never an order.
struct RestAdvice: Sendable, Hashable {
  /// From the last end of work to the usual start of the next duty day.
  let interval: RestInterval
  /// When a start would keep the reference, and how the day's hours could be moved; nil where no whole day is left.
  let shift: StartShift?

  /// Nil while somebody is at work, where the usual start keeps the reference, and once the reference is reached.
  ///
  /// - Parameter punches: the records of today and of the last day before, in order.
  init?(
    after punches: [Punch],
    openDay: CivilDate?,
    now: WorkMoment,
    schedule: WorkSchedule = .standard,
    calendar: DutyCalendar = DutyCalendar()
  ) {
    let today = now.date
    guard openDay == nil, let last = punches.last(where: { $0.counts && $0.kind == .departure }) else {
      return nil
    }
    let end = WorkMoment(last.workDate, last.time)
    // Somebody who has not come today yet is told of today; whoever has gone, of the next duty day.
    let isOver = last.workDate == today
    let next = !isOver && calendar.isDutyDay(today) ? today : calendar.nextDutyDay(after: today)
    let usual = WorkMoment(next, schedule.starts)..<WorkMoment(next, schedule.ends)
    guard let interval = RestInterval(from: end, to: usual.lowerBound),
      case .short(_, let earliest) = interval.verdict, now < earliest
    else { return nil }
    self.interval = interval
    shift = StartShift.proposal(
      after: end,
      usual: usual,
      latestEnd: WorkMoment(next, schedule.latestEnd),
      latestStart: nil
    )
  }

  /// The proposal in a sentence.
  var proposal: String? {
    shift.map { shift in
      let hours = "\(shift.hours.lowerBound.time)から\(shift.hours.upperBound.time)まで"
      return "\(hours)に変えると確保できます。早出遅出勤務などの扱いは、上司に相談してください。"
    }
  }
}
