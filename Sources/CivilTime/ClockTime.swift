/// 時刻 – a time of day counted from midnight of the work date, 0:00 to 47:59.
///
/// 25:31 is half past one of the next morning and still belongs to the work date.
public struct ClockTime: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Minutes from midnight of the work date, 0 to 2879.
  public let minutesFromMidnight: Int

  /// The time so many minutes after midnight, or nil outside 0:00–47:59.
  public init?(minutesFromMidnight: Int) {
    guard (0..<2 * 24 * 60).contains(minutesFromMidnight) else { return nil }
    self.minutesFromMidnight = minutesFromMidnight
  }

  /// The time at hour 0 to 47 and minute 0 to 59, or nil outside them.
  public init?(hour: Int, minute: Int) {
    guard (0..<48).contains(hour), (0..<60).contains(minute) else { return nil }
    minutesFromMidnight = hour * 60 + minute
  }

  private init(midnight: Void) {
    minutesFromMidnight = 0
  }

  /// Midnight at which the work date begins, 0:00.
  public static let midnight = ClockTime(midnight: ())

  /// The hour, 0 to 47.
  public var hour: Int { minutesFromMidnight / 60 }

  /// The minute of the hour, 0 to 59.
  public var minute: Int { minutesFromMidnight % 60 }

  /// The time elapsed from the right time to the left one.
  public static func - (left: ClockTime, right: ClockTime) -> Minutes {
    Minutes(left.minutesFromMidnight - right.minutesFromMidnight)
  }

  /// The time later by an amount, or nil where that is outside 0:00–47:59.
  public func advanced(by amount: Minutes) -> ClockTime? {
    let (sum, overflow) = minutesFromMidnight.addingReportingOverflow(amount.count)
    return overflow ? nil : ClockTime(minutesFromMidnight: sum)
  }

  /// Whether the left time is the earlier one.
  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minutesFromMidnight < right.minutesFromMidnight
  }
}
