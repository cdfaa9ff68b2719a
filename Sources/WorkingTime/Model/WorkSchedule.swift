public import CivilTime

/// The regular hours of Monday to Friday (正規の勤務時間, 勤務時間法 第6条).
///
/// They stay regular hours on a holiday (休日, 第14条): work in them is holiday work, not overtime.
public struct WorkSchedule: Sendable, Hashable {
  /// When duty begins.
  public let starts: ClockTime
  /// When duty ends.
  public let ends: ClockTime
  /// When the break begins.
  public let breakStarts: ClockTime
  /// When the break ends.
  public let breakEnds: ClockTime

  /// How late duty may end: 22:00, as the patterns of early and late duty have it (職福―443).
  public var latestEnd: ClockTime { ClockTime(hour: 22, minute: 0) ?? ends }

  /// 9:30–18:15 with a break from noon to 13:00: 7 hours 45 minutes.
  public static let standard = WorkSchedule(startMinute: 570, endMinute: 1095, breakMinutes: 720..<780)

  private init(startMinute: Int, endMinute: Int, breakMinutes: Range<Int>) {
    let time = { (minute: Int) in ClockTime(minutesFromMidnight: minute) ?? .midnight }
    starts = time(startMinute)
    ends = time(endMinute)
    breakStarts = time(breakMinutes.lowerBound)
    breakEnds = time(breakMinutes.upperBound)
  }

  /// The length of the break.
  public var breakLength: Minutes { breakEnds - breakStarts }

  /// The break within a presence.
  public func breakWithin(_ start: ClockTime, _ end: ClockTime) -> Minutes {
    let overlap = min(end, breakEnds) - max(start, breakStarts)
    return max(overlap, .zero)
  }

  /// How much of a presence lies outside the regular hours; on a day without any, all of it but the break.
  public func outsideRegularHours(
    from start: ClockTime,
    to end: ClockTime,
    hasRegularHours: Bool
  ) -> Minutes {
    guard end > start else { return .zero }
    guard hasRegularHours else { return end - start - breakWithin(start, end) }
    let before = min(end, starts) - start
    let after = end - max(start, ends)
    return max(before, .zero) + max(after, .zero)
  }
}
