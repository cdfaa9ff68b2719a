internal import CivilTime
internal import People
internal import Schedules
internal import WorkingTime
internal import WorkingTimeRules

/// 勤務間インターバルの実績 – a person's rests that ended in a month; advice, never a violation (人事院規則15―14第1条の2).
struct RestRecord: Sendable, Hashable {
  /// Every rest that both duties' records bound and for which a reference was in force.
  let rests: [RestInterval]

  /// - Parameter punches: the records that count, in order, from some days before the month on.
  init(_ punches: [Punch], in month: YearMonth) {
    let duties = DutySpan.spans(of: punches)
    rests = zip(duties, duties.dropFirst()).compactMap { before, after in
      guard after.date.yearMonth == month, let end = before.end, let start = after.start,
        before.date.distance(to: after.date) <= MonthTotalRecords.lookBack
      else { return nil }
      return RestInterval(from: WorkMoment(before.date, end), to: WorkMoment(after.date, start))
    }.filter { $0.verdict != .noReference }
  }

  /// The rests below the reference.
  var short: [RestInterval] { rests.filter { $0.verdict != .sufficient } }

  /// The shortest rest; nil where none was measured.
  var shortest: Minutes? { rests.map(\.length).min() }
}

/// 次の始業の目安 – when somebody who worked late could start next to have rested as long as the reference.
struct NextStart: Sendable, Hashable {
  /// From the last end of work to the usual start of the next duty day.
  let interval: RestInterval
  /// The earliest start that keeps the reference.
  let earliest: WorkMoment
  /// How the day's hours could be moved; nil where the person declares the hours, or no whole day is left.
  let shift: StartShift?

  /// How late duty may end with moved hours: 22:00, as the patterns of early and late duty have it (職職―443).
  private static let latestEnd = ClockTime(hour: 22, minute: 0) ?? .midnight
  /// How far ahead the next duty day is looked for.
  static let daysAhead = 14

  /// Nil while somebody is at work, where the usual start keeps the reference, and once it is reached.
  ///
  /// - Parameters:
  ///   - punches: the records of the last days that count, in order.
  ///   - now: the moment of asking.
  init?(after punches: [Punch], allotments: Allotments, now: WorkMoment) {
    guard let last = punches.last, last.kind == .departure else { return nil }
    let end = WorkMoment(last.workDate, last.time)
    let first = last.workDate == now.date ? now.date.adding(days: 1) : now.date
    let days = (0..<Self.daysAhead).map { first.adding(days: $0) }
    guard let day = days.first(where: { allotments[$0].isDuty }), let hours = allotments[day].hours else {
      return nil
    }
    let usual = WorkMoment(day, hours.span.lowerBound)..<WorkMoment(day, hours.span.upperBound)
    guard let interval = RestInterval(from: end, to: usual.lowerBound),
      case .short(_, let earliest) = interval.verdict, now < earliest
    else { return nil }
    self.interval = interval
    self.earliest = earliest
    shift =
      allotments[day].origin == .flextime
      ? nil
      : StartShift.proposal(
        after: end,
        usual: usual,
        latestEnd: WorkMoment(day, Self.latestEnd),
        latestStart: nil
      )
  }

  /// The proposal in a sentence; advice.
  var words: String {
    let date = "\(earliest.date.month)月\(earliest.date.day)日"
    guard let shift else { return "\(date)は\(earliest.time)以降の始業にすると、目安の11時間を確保できます。" }
    return "\(date)の勤務を\(shift.hours.lowerBound.time)から\(shift.hours.upperBound.time)までに変えると、目安の11時間を確保できます。"
  }
}
