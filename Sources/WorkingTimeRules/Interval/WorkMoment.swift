public import CivilTime

/// 勤務の時点 – a clock time of a work date; 25:31 of a day is 1:31 of the next and equal to it.
public struct WorkMoment: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Minutes since 1970-01-01 0:00 in the office.
  public let minuteNumber: Int

  /// The moment at which a clock time of a work date comes.
  public init(_ date: CivilDate, _ time: ClockTime) {
    minuteNumber = date.dayNumber * 1440 + time.minutesFromMidnight
  }

  /// The moment so many minutes after 1970-01-01 0:00.
  public init(minuteNumber: Int) {
    self.minuteNumber = minuteNumber
  }

  /// Reads `YYYY-MM-DDTHH:MM` with hours up to 47; nil for anything else.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      let time = ClockTime(reading: String(decoding: bytes[11...], as: UTF8.self))
    else { return nil }
    self.init(date, time)
  }

  /// The calendar day on which the minute falls.
  public var date: CivilDate {
    CivilDate(dayNumber: (minuteNumber - minuteOfDay) / 1440)
  }

  /// The time on that day, 0:00 to 23:59.
  public var time: ClockTime {
    ClockTime(minutesFromMidnight: minuteOfDay) ?? .midnight
  }

  /// The moment later by an amount.
  public func advanced(by amount: Minutes) -> WorkMoment {
    WorkMoment(minuteNumber: minuteNumber + amount.count)
  }

  /// The time elapsed from the right moment to the left one.
  public static func - (left: WorkMoment, right: WorkMoment) -> Minutes {
    Minutes(left.minuteNumber - right.minuteNumber)
  }

  /// Whether the left moment is the earlier one.
  public static func < (left: WorkMoment, right: WorkMoment) -> Bool {
    left.minuteNumber < right.minuteNumber
  }

  /// The moment as `2026-11-17T09:30`, with an hour below 24.
  public var description: String {
    date.iso + "T" + time.padded
  }

  private var minuteOfDay: Int {
    let rest = minuteNumber % 1440
    return rest < 0 ? rest + 1440 : rest
  }
}
