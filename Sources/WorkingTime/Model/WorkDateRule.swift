public import CivilTime

/// Finds the day of work to which a moment belongs.
///
/// A departure before five in the morning belongs to the day before, when somebody is still there since then.
public enum WorkDateRule: Sendable {
  /// When the day before ends for those who stayed: the end of night work (深夜, 給与法 第16条).
  public static let boundary = ClockTime(hour: 5, minute: 0) ?? .midnight

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
    guard kind == .departure, time < boundary, open == yesterday,
      let late = time.advanced(by: Minutes(hours: 24))
    else { return (date, time) }
    return (yesterday, late)
  }
}
