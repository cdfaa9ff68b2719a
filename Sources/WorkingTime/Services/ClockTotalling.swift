internal import CivilTime
internal import Store

/// Keeps the totals of a month when the newest record is added, without reading the month again.
enum ClockTotalling {
  static func add(_ punch: Punch, after recent: [Punch], on connection: any SQLConnection) throws {
    let isFirstOfDay = !recent.contains { $0.workDate == punch.workDate && $0.source.isObjective }
    let countsDay = isFirstOfDay && punch.source.isObjective && DutyCalendar().isDutyDay(punch.workDate)
    let spans = DutySpan.spans(of: recent)
    let opensDay = punch.kind == .arrival && spans.last?.date != punch.workDate
    let rests =
      opensDay
      ? DutySpan.rests(
        between: spans.suffix(1) + DutySpan.spans(of: [punch]),
        endingIn: punch.workDate.yearMonth
      )
      : RestCount()
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
}
