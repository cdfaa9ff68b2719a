internal import CivilTime
internal import Store

/// Keeps the totals of a month when the newest record is added, without reading the month again.
enum ClockTotalling {
  static func add(_ punch: Punch, after recent: [Punch], on connection: any SQLConnection) throws {
    let isFirstOfDay = !recent.contains { $0.workDate == punch.workDate && $0.source.isObjective }
    let countsDay = isFirstOfDay && punch.source.isObjective && DutyCalendar().isDutyDay(punch.workDate)
    let rests = rest(before: punch, in: DutySpan.spans(of: recent))
    let changed = try connection.execute(
      """
      UPDATE month_total SET recorded_duty_days = recorded_duty_days + \(countsDay ? 1 : 0),
      rests = rests + \(rests.all), sufficient_rests = sufficient_rests + \(rests.sufficient)
      WHERE employee = \(punch.employee) AND month = \(punch.workDate.yearMonth)
      """
    )
    if changed == 0 {
      try MonthTotalling.refresh(punch.employee, punch.workDate.yearMonth, on: connection)
    }
  }

  /// The rest that an arrival ends, if it is the first of its day; a departure may stand on the day already.
  private static func rest(before punch: Punch, in spans: [DutySpan]) -> RestCount {
    let hasStart = spans.contains { $0.date == punch.workDate && $0.start != nil }
    guard punch.kind == .arrival, !hasStart, let before = spans.last(where: { $0.date < punch.workDate })
    else { return RestCount() }
    return DutySpan.rests(between: [before] + DutySpan.spans(of: [punch]), endingIn: punch.workDate.yearMonth)
  }
}
