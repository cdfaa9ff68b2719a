/// 時点 – a moment in time in milliseconds of UTC, for records and sessions.
public struct Instant: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// The moment so many milliseconds after the start of 1970 in UTC.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment so many milliseconds later.
  public func adding(milliseconds added: Int64) -> Instant {
    Instant(milliseconds: milliseconds + added)
  }

  /// The moment so many seconds later.
  public func adding(seconds: Int) -> Instant {
    adding(milliseconds: Int64(seconds) * 1000)
  }

  /// The moment later by an amount of minutes.
  public func adding(minutes: Minutes) -> Instant {
    adding(milliseconds: Int64(minutes.count) * 60_000)
  }

  /// The milliseconds from the right moment to the left one.
  public static func - (left: Instant, right: Instant) -> Int64 {
    left.milliseconds - right.milliseconds
  }

  /// Whether the left moment is the earlier one.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment in UTC, `2026-11-23T00:28:00.000Z`.
  public var utcText: String {
    let parts = DayAndMilliseconds(milliseconds)
    return parts.date.iso + "T" + parts.timeText + "." + DecimalText.padded(parts.millisecond, to: 3) + "Z"
  }

  /// The moment in UTC.
  public var description: String { utcText }
}

/// A count of milliseconds since 1970 as a day and a time within it, in whatever zone the count is.
struct DayAndMilliseconds {
  let date: CivilDate
  let millisecondsOfDay: Int

  init(_ milliseconds: Int64) {
    let (day, rest) = Int(milliseconds).flooredQuotientAndRemainder(dividingBy: 86_400_000)
    date = CivilDate(dayNumber: day)
    millisecondsOfDay = rest
  }

  var minuteOfDay: Int { millisecondsOfDay / 60_000 }
  var millisecond: Int { millisecondsOfDay % 1000 }

  /// Hours, minutes and seconds as `09:28:00`.
  var timeText: String {
    let seconds = millisecondsOfDay / 1000
    let numbers = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return numbers.map { DecimalText.padded($0, to: 2) }.joined(separator: ":")
  }
}
