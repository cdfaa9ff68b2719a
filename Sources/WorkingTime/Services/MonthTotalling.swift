package import CivilTime
package import People
package import Store
internal import WorkingTimeRules

/// Computes the totals of a person's month from its records.
package enum MonthTotalling {
  /// Computes one month and the rests that reach into the next, and keeps both.
  ///
  /// Called in the transaction of every change, so that a list is never behind its records.
  package static func refresh(
    _ employee: RecordID<Employee>,
    _ month: YearMonth,
    on connection: any SQLConnection
  ) throws {
    let first = month.firstDay.adding(days: -MonthTotalRecords.lookBack)
    let next = month.adding(months: 1)
    let last = next.firstDay.adding(days: MonthTotalRecords.lookBack)
    let punches = try PunchRecords.punches(of: employee, in: first...last, on: connection).filter(\.counts)
    let duties = DutySpan.spans(of: punches)
    try refresh(employee, month, duties: duties, punches: punches, on: connection)
    let reachesNext = duties.contains { $0.date > month.lastDay }
    if reachesNext {
      try refresh(employee, next, duties: nil, punches: nil, on: connection)
    }
  }

  private static func refresh(
    _ employee: RecordID<Employee>,
    _ month: YearMonth,
    duties known: [DutySpan]?,
    punches knownPunches: [Punch]?,
    on connection: any SQLConnection
  ) throws {
    let first = month.firstDay.adding(days: -MonthTotalRecords.lookBack)
    let punches =
      try knownPunches
      ?? PunchRecords.punches(of: employee, in: first...month.lastDay, on: connection).filter(\.counts)
    let duties = known ?? DutySpan.spans(of: punches)
    let overtime = try OvertimeRecords.declarations(of: employee, in: month.days, on: connection)
    let total = KeptTotal(
      employee: employee,
      month: month,
      overtime: OvertimeSum(overtime).length,
      isSpecial: OvertimeSum(overtime).isSpecial,
      recordedDutyDays: DutySpan.recordedDutyDays(of: punches, in: month),
      rests: DutySpan.rests(between: duties, endingIn: month)
    )
    try MonthTotalRecords.replace(total, on: connection)
  }
}

/// What the newest declaration of each day adds up to.
package struct OvertimeSum {
  package let length: Minutes
  package let isSpecial: Bool

  package init(_ declarations: [OvertimeDeclaration]) {
    let newest = Dictionary(declarations.map { ($0.date, $0) }, uniquingKeysWith: { _, newest in newest })
    length = newest.values.reduce(.zero) { $0 + $1.length }
    isSpecial = newest.values.contains { $0.isSpecial && $0.length > .zero }
  }
}

/// One day of duty as its records bound it.
package struct DutySpan: Sendable, Hashable {
  package let date: CivilDate
  package let start: ClockTime?
  package let end: ClockTime?

  /// The days that carry records, in order.
  package static func spans(of punches: [Punch]) -> [DutySpan] {
    var spans: [DutySpan] = []
    var rest = punches[...]
    while let first = rest.first {
      let day = rest.prefix { $0.workDate == first.workDate }
      rest = rest.dropFirst(day.count)
      spans.append(
        DutySpan(
          date: first.workDate,
          start: day.first { $0.kind == .arrival }?.time,
          end: day.last { $0.kind == .departure }?.time
        )
      )
    }
    return spans
  }

  /// Minutes on a line that runs through all days.
  private func line(_ time: ClockTime) -> Int { date.dayNumber * 1440 + time.minutesFromMidnight }

  /// Rests whose second duty lies in the month and that both duties' records bound.
  package static func rests(between spans: [DutySpan], endingIn month: YearMonth) -> RestCount {
    var count = RestCount()
    for (before, after) in zip(spans, spans.dropFirst()) where after.date.yearMonth == month {
      guard let end = before.end, let start = after.start else { continue }
      // Every way of counting looks back as far; a longer absence is no rest between two duties.
      guard after.date.dayNumber - before.date.dayNumber <= MonthTotalRecords.lookBack else { continue }
      let length = after.line(start) - before.line(end)
      guard length >= 0 else { continue }
      count.all += 1
      if length >= RestInterval.reference.newest.amount.count { count.sufficient += 1 }
    }
    return count
  }

  /// Duty days of the month with an objective record.
  package static func recordedDutyDays(of punches: [Punch], in month: YearMonth) -> Int {
    let calendar = DutyCalendar()
    let days = Set(punches.filter { $0.source.isObjective && $0.workDate.yearMonth == month }.map(\.workDate))
    return days.count { calendar.isDutyDay($0) }
  }
}
