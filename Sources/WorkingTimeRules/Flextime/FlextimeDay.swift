public import CivilTime

/// 申告の1日 – what an employee declares for one day of a settlement period.
public struct FlextimeDay: Hashable, Sendable {
  /// What the day is.
  public enum Plan: Hashable, Sendable {
    /// 勤務日: hours of duty with their breaks.
    case duty(DayHours)
    /// 特例対象日: a duty day that need not keep core time and the least hours.
    case exempt(DayHours)
    /// 勤務時間を割り振らない日: a weekday without hours.
    case off
  }

  /// The date.
  public let date: CivilDate

  /// What the day is.
  public let plan: Plan

  /// A declared day.
  public init(_ date: CivilDate, _ plan: Plan) {
    self.date = date
    self.plan = plan
  }

  /// The hours of a duty day, or nil on an off-day.
  public var hours: DayHours? {
    switch plan {
    case .duty(let hours), .exempt(let hours): hours
    case .off: nil
    }
  }

  /// Whether core time and the least hours do not bind the day.
  public var isExempt: Bool {
    if case .exempt = plan { true } else { false }
  }
}
