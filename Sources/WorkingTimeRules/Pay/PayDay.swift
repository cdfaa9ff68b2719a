import CivilTime

/// 手当の上での1日 – what decides how work on a calendar day is paid.
public enum PayDay: Hashable, Sendable {
  /// 勤務日: regular hours, outside which work is overtime.
  case duty(RegularHours)
  /// 休日: the regular hours of a holiday, paid as holiday work, for which no compensatory day was designated.
  case holiday(RegularHours)
  /// 週休日 or 勤務時間を割り振らない日: no regular hours.
  case off

  /// 正規の勤務時間 – the regular hours of a day as minutes from its midnight.
  public struct RegularHours: Hashable, Sendable {
    /// From the start to the end of duty.
    public let span: Range<Int>

    /// Breaks within the span.
    public let breaks: [Range<Int>]

    /// Whether the person has short hours, so that overtime up to a full day is paid at 100/100.
    public let isShortTime: Bool

    /// Regular hours that lie within the day.
    public init(span: Range<Int>, breaks: [Range<Int>], isShortTime: Bool = false) {
      self.span = span
      self.breaks = breaks
      self.isShortTime = isShortTime
    }

    /// How much overtime of the day is paid at 100/100: what is missing to 7 hours 45 minutes.
    var roomToFullDay: Int {
      guard isShortTime else { return 0 }
      let duty = span.count - breaks.reduce(0) { $0 + $1.clamped(to: span).count }
      return max(0, PayFigures.fullDay.count - duty)
    }
  }

  /// The regular hours, if the day has any.
  var regularHours: RegularHours? {
    switch self {
    case .duty(let hours), .holiday(let hours): hours
    case .off: nil
    }
  }
}
