public import CivilTime

/// 勤務時間の割振り – the regular hours of a duty day with its break.
public struct DutySchedule: Hashable, Sendable {
  /// 始業 and 終業 of the regular hours, as minutes from midnight.
  public let hours: Range<Int>

  /// 休憩時間, as minutes from midnight, within the hours.
  public let pause: Range<Int>

  /// A schedule, or nil where start, break and end do not follow one another within a day.
  public init?(start: ClockTime, end: ClockTime, pauseStart: ClockTime, pauseEnd: ClockTime) {
    let times = [start, pauseStart, pauseEnd, end].map(\.minutesFromMidnight)
    guard zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }), times[3] <= 1440 else { return nil }
    hours = times[0]..<times[3]
    pause = times[1]..<times[2]
  }

  private init(hours: Range<Int>, pause: Range<Int>) {
    self.hours = hours
    self.pause = pause
  }

  /// 9:30–18:15 with a break 12:00–13:00, 7 hours 45 minutes.
  public static let headOffice = DutySchedule(hours: 570..<1095, pause: 720..<780)
}
