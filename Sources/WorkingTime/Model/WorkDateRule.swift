public import CivilTime
internal import WorkingTimeRules

/// Finds the day of work to which a moment belongs.
///
/// A departure before duty begins belongs to the day before, when somebody is still there since then: who leaves
/// in the morning has worked through the night.
public enum WorkDateRule: Sendable {
  /// Until when a departure may end the day before: the start of the usual day, whatever was chosen.
  public static let departureBoundary = DayHours.headOffice.span.lowerBound

  /// Until when somebody still there is more likely to leave than to come: the end of night work (深夜, 給与法 第16条).
  public static let nightEnd = ClockTime(hour: 5, minute: 0) ?? .midnight

  /// The day and the time counted from its midnight.
  ///
  /// - Parameter open: the day of the last arrival that no departure followed; nil when nobody is there.
  public static func workDate(
    of kind: Punch.Kind,
    on date: CivilDate,
    at time: ClockTime,
    open: CivilDate?
  ) -> (date: CivilDate, time: ClockTime) {
    let yesterday = date.adding(days: -1)
    guard kind == .departure, time < departureBoundary, open == yesterday,
      let late = time.advanced(by: Minutes(hours: 24))
    else { return (date, time) }
    return (yesterday, late)
  }

  /// What somebody most likely wants to record now.
  ///
  /// Who arrived on an earlier day and is still open in the morning has mostly forgotten to record the departure.
  public static func likelyKind(on date: CivilDate, at time: ClockTime, open: CivilDate?) -> Punch.Kind {
    if open == date { return .departure }
    return open == date.adding(days: -1) && time < nightEnd ? .departure : .arrival
  }
}
