internal import CivilTime
internal import Schedules
internal import WorkingTimeRules

/// 始業の目安: what somebody who worked late is told of the next start; advice, never an order.
struct RestAdvice: Sendable, Hashable {
  /// From the last end of work to the usual start of the next duty day.
  let interval: RestInterval
  /// When a start would keep the reference, and how the day's hours could be moved; nil where no whole day is left.
  let shift: StartShift?

  /// Nil while somebody is at work, where the usual start keeps the reference, and once the reference is reached.
  ///
  /// - Parameters:
  ///   - punches: the records of today and of the last day before, in order.
  ///   - allotments: what the days from today on ask.
  init?(after punches: [Punch], openDay: CivilDate?, now: WorkMoment, allotments: Allotments) {
    let today = now.date
    guard openDay == nil, let last = punches.last(where: { $0.counts && $0.kind == .departure }) else {
      return nil
    }
    let end = WorkMoment(last.workDate, last.time)
    // Somebody who has not come today yet is told of today; whoever has gone, of the next duty day.
    let first = last.workDate == today ? today.adding(days: 1) : today
    guard let (next, hours) = Self.nextDuty(from: first, allotments) else { return nil }
    let usual = WorkMoment(next, hours.span.lowerBound)..<WorkMoment(next, hours.span.upperBound)
    guard let interval = RestInterval(from: end, to: usual.lowerBound),
      case .short(_, let earliest) = interval.verdict, now < earliest
    else { return nil }
    self.interval = interval
    shift = StartShift.proposal(
      after: end,
      usual: usual,
      latestEnd: WorkMoment(next, max(Self.latestEnd, hours.span.upperBound)),
      latestStart: nil
    )
  }

  /// How many days ahead the next duty is looked for; a rest across more is long enough.
  static let lookAhead = 2

  /// How late duty may end: 22:00, as the patterns of early and late duty have it (職福―443).
  private static let latestEnd = ClockTime(hour: 22, minute: 0) ?? .midnight

  private static func nextDuty(from first: CivilDate, _ allotments: Allotments) -> (CivilDate, DayHours)? {
    (0..<lookAhead).lazy.map { first.adding(days: $0) }.compactMap { date in
      let allotment = allotments[date]
      return allotment.isDuty ? allotment.hours.map { (date, $0) } : nil
    }.first
  }

  /// The proposal in a sentence.
  var proposal: String? {
    shift.map { shift in
      let hours = "\(shift.hours.lowerBound.time)から\(shift.hours.upperBound.time)まで"
      return "\(hours)に変えると確保できます。早出遅出勤務などの扱いは、上司に相談してください。"
    }
  }
}
