internal import CivilTime
internal import Schedules
internal import WorkingTime
internal import WorkingTimeRules

/// 手当の月計 – a person's month divided into pay classes (給与法 第16条・第17条).
///
/// Each minute belongs to the calendar day on which it falls, so that work past midnight at the end of a month is paid
/// with the next.
struct PersonPay: Sendable {
  /// What the claim of one day brings to the month.
  struct Day: Sendable {
    let date: CivilDate
    let minutes: PayMinutes
    /// Claimed while in a managerial post: no allowance is due (給与法 第19条の8第2項).
    let unpaid: Minutes
    /// 推定の時間帯: only the length was claimed, so the times were put where they most likely were.
    let isEstimated: Bool
  }

  let month: YearMonth
  let days: [Day]
  /// The overtime beyond 60 hours, by the class it would have had.
  let excess: ExcessOvertime

  var total: PayMinutes { days.reduce(.zero) { $0 + $1.minutes } }
  var unpaid: Minutes { days.reduce(.zero) { $0 + $1.unpaid } }
  var isEstimated: Bool { days.contains(where: \.isEstimated) }

  /// The whole hours of overtime allowance, without holiday pay.
  var paidOvertimeHours: Int {
    total.nonZero.filter(\.payClass.isOvertime).reduce(0) { $0 + PaidHours(rounding: $1.minutes).count }
  }

  /// The whole hours that some days bring to those of the month.
  ///
  /// The month is rounded once: what all its days bring, wherever they were spent, is the hours of the month.
  func paidOvertimeHours(on isCounted: (CivilDate) -> Bool) -> Int {
    var running = PayMinutes.zero
    var hours = 0
    for day in days {
      let before = running
      running += day.minutes
      guard isCounted(day.date) else { continue }
      for payClass in PayClass.allCases where payClass.isOvertime {
        hours += PaidHours(rounding: running[payClass]).count - PaidHours(rounding: before[payClass]).count
      }
    }
    return hours
  }

  func day(_ date: CivilDate) -> Day? { days.first { $0.date == date } }

  /// - Parameters:
  ///   - claims: the newest claim of each day, from the day before the month.
  ///   - firstArrivals: when somebody first came on a day without regular hours.
  ///   - isManagerial: whether the post of a day is a managerial one.
  init(
    _ month: YearMonth,
    claims: [OvertimeDeclaration],
    allotments: Allotments,
    firstArrivals: [CivilDate: ClockTime],
    isManagerial: (CivilDate) -> Bool
  ) {
    let placed = claims.flatMap {
      PlacedStretch.all(
        of: $0,
        allotments[$0.date],
        firstArrivals[$0.date],
        next: allotments[$0.date.adding(days: 1)].hours,
        in: month
      )
    }
    .sorted { $0.span.lowerBound < $1.span.lowerBound }
    var counter = PayCounter { allotments[$0].payDay }
    var days: [CivilDate: (minutes: PayMinutes, isEstimated: Bool)] = [:]
    for stretch in placed where !isManagerial(stretch.date) {
      let before = counter.minutes
      counter.add(stretch.span)
      let earlier = days[stretch.date]?.minutes ?? .zero
      days[stretch.date] = (earlier + (counter.minutes - before), stretch.isEstimated)
    }
    let ofMonth = claims.filter { $0.date.yearMonth == month }
    let lengths = Dictionary(ofMonth.map { ($0.date, $0.length) }) { _, newest in newest }
    self.month = month
    excess = counter.excess
    let unpaidDates = ofMonth.map(\.date).filter(isManagerial)
    self.days = Set(placed.map(\.date) + unpaidDates).sorted().map { date in
      let own = placed.filter { $0.date == date }
      return Day(
        date: date,
        minutes: days[date]?.minutes ?? .zero,
        unpaid: isManagerial(date) ? lengths[date] ?? .zero : .zero,
        isEstimated: own.contains(where: \.isEstimated)
      )
    }
  }
}

/// A stretch of claimed work within the month.
private struct PlacedStretch {
  /// The day of work to which it was claimed.
  let date: CivilDate
  let span: Range<WorkMoment>
  let isEstimated: Bool

  static func all(
    of claim: OvertimeDeclaration,
    _ allotment: DayAllotment,
    _ arrival: ClockTime?,
    next: DayHours?,
    in month: YearMonth
  ) -> [PlacedStretch] {
    let bounds = WorkMoment(month.firstDay, .midnight)..<WorkMoment(month.lastDay.adding(days: 1), .midnight)
    let isEstimated = claim.stretches.isEmpty
    let spans =
      isEstimated
      ? estimated(claim, allotment, arrival, next: next)
      : claim.stretches.map { WorkMoment(claim.date, $0.lowerBound)..<WorkMoment(claim.date, $0.upperBound) }
    return spans.map { $0.clamped(to: bounds) }.filter { !$0.isEmpty }.map { span in
      PlacedStretch(date: claim.date, span: span, isEstimated: isEstimated)
    }
  }

  /// After regular hours, and after those of the next day where it reaches them; on a day without any, from the first
  /// arrival or the usual start on.
  private static func estimated(
    _ claim: OvertimeDeclaration,
    _ allotment: DayAllotment,
    _ arrival: ClockTime?,
    next: DayHours?
  ) -> [Range<WorkMoment>] {
    let start = allotment.hours?.span.upperBound ?? arrival ?? DayHours.headOffice.span.lowerBound
    let from = WorkMoment(claim.date, start)
    let end = from.advanced(by: claim.length)
    let tomorrow = claim.date.adding(days: 1)
    guard let next else { return [from..<end] }
    let gap = WorkMoment(tomorrow, next.span.lowerBound)
    guard from < gap, gap < end else { return [from..<end] }
    let after = WorkMoment(tomorrow, next.span.upperBound)
    return [from..<gap, after..<after.advanced(by: end - gap)]
  }
}
