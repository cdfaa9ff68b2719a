import CivilTime

/// 手当の上での1日 – what decides how work on a calendar day is paid.
///
/// Regular hours lie within the day.
public enum PayDay: Hashable, Sendable {
  /// 勤務日: regular hours, outside which work is overtime.
  case duty(DayHours)
  /// 短時間勤務の勤務日: overtime up to a full day is paid at 100/100.
  case shortDuty(DayHours)
  /// 休日: the regular hours of a holiday, paid as holiday work, for which no compensatory day was designated.
  case holiday(DayHours)
  /// 週休日 or 勤務時間を割り振らない日: no regular hours.
  case off

  /// The regular hours, if the day has any.
  var regularHours: DayHours? {
    switch self {
    case .duty(let hours), .shortDuty(let hours), .holiday(let hours): hours
    case .off: nil
    }
  }

  /// How much overtime of the day is paid at 100/100: what is missing to a full day.
  var roomToFullDay: Minutes {
    guard case .shortDuty(let hours) = self else { return .zero }
    return max(.zero, RegularTime.day.newest.amount - hours.duty)
  }
}
