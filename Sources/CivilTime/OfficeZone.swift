/// 日本標準時 – the zone of every office, Asia/Tokyo; the one place that knows it.
public enum OfficeZone: Sendable {
  /// Nine hours ahead of UTC, without summer time since 1952.
  private static let offset: Int64 = 9 * 3_600_000

  /// The day in the office at a moment.
  public static func date(of instant: Instant) -> CivilDate {
    local(instant).date
  }

  /// The time in the office at a moment, 0:00 to 23:59, seconds dropped.
  public static func time(of instant: Instant) -> ClockTime {
    ClockTime(minutesFromMidnight: local(instant).minuteOfDay) ?? .midnight
  }

  /// The moment at which a clock time of a work date comes; 25:31 lies on the next day.
  public static func instant(on date: CivilDate, at time: ClockTime) -> Instant {
    let minutes = Int64(date.dayNumber) * 1440 + Int64(time.minutesFromMidnight)
    return Instant(milliseconds: minutes * 60_000 - offset)
  }

  /// The moment as 令和8年11月23日（月）9:28.
  public static func dateTimeText(_ instant: Instant) -> String {
    date(of: instant).japanese + time(of: instant).description
  }

  /// The moment as `2026-11-23T09:28:00+09:00`.
  public static func isoText(_ instant: Instant) -> String {
    let parts = local(instant)
    return parts.date.iso + "T" + parts.timeText + "+09:00"
  }

  private static func local(_ instant: Instant) -> DayAndMilliseconds {
    DayAndMilliseconds(instant.milliseconds + offset)
  }
}
