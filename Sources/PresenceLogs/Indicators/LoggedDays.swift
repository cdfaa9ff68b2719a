internal import CivilTime
internal import People
internal import Store
public import WorkingTime

/// PCの記録のある日 – on which days a log shows that somebody was at work; the roof tells working time where to ask.
public enum LoggedDays: Sendable {
  /// Whom it has seen, by the calendar day of the log.
  ///
  /// A device whose clock is not believed says nothing. What a log holds of the hours before five belongs to the day
  /// before, and a screen that goes dark by itself shows nobody.
  public static let source = ObjectiveDaySource { employees, days, connection in
    var seen: [RecordID<Employee>: Set<CivilDate>] = [:]
    try connection.forEachRow(
      """
      SELECT employee, day, marks FROM log_strip WHERE employee IN (\(list: employees))
      AND day BETWEEN \(days.lowerBound) AND \(days.upperBound) AND doubts = \(ClockDoubts())
      """
    ) { row in
      let marks: DayMarks = try row.value(2)
      if marks.showsDayWork { seen[try row.value(0), default: []].insert(try row.value(1)) }
    }
    return seen
  }
}

extension DayMarks {
  fileprivate var showsDayWork: Bool {
    let night = WorkDateRule.nightEnd.minutesFromMidnight
    return marks.contains { $0.kind != .off && $0.minuteOfDay >= night }
  }
}
