public import CivilTime
public import WorkingTimeRules

/// 勤務時間の割振り – what one day asks of one person (勤務時間法 第6条から第8条まで、第14条、第15条).
public struct DayAllotment: Sendable, Hashable {
  /// What kind of day it is for the person.
  public enum Kind: Sendable, Hashable {
    /// 勤務日: the person is expected.
    case duty(DayHours)
    /// 休日: the hours stay regular, the person is released unless ordered; its name.
    ///
    /// With a compensatory day (代休日) designated, work in the hours is ordinary duty.
    case holiday(DayHours, name: String, hasCompensatoryDay: Bool)
    /// 代休日: released because the holiday named was worked; the hours stay regular.
    case compensatory(DayHours, for: CivilDate)
    /// 週休日: Saturday or Sunday without hours.
    case weekend
    /// 週休日 by a swap: the hours were moved to the day named (週休日の振替).
    case swappedOff(to: CivilDate)
    /// 勤務時間を割り振らない日: a weekday without hours in flextime or in a short-time pattern.
    case unallotted
  }

  /// Where the hours come from.
  public enum Origin: Sendable, Hashable {
    /// The employer's standard day.
    case standard
    /// A pattern that was chosen, by its name (早出遅出、短時間).
    case pattern(String)
    /// A settlement period of flextime.
    case flextime
    /// A day that was moved beforehand (振替、4時間の割振り変更).
    case shift(DayShift)
  }

  /// The day.
  public let date: CivilDate
  /// What kind of day it is.
  public let kind: Kind
  /// Where that comes from.
  public let origin: Origin
  /// Whether the person has short hours (短時間勤務), so that overtime up to a full day is paid at 100/100.
  public let isShortTime: Bool

  /// An allotment.
  public init(_ date: CivilDate, _ kind: Kind, origin: Origin = .standard, isShortTime: Bool = false) {
    self.date = date
    self.kind = kind
    self.origin = origin
    self.isShortTime = isShortTime
  }

  /// The regular hours (正規の勤務時間), also of a holiday; nil on a day without any.
  public var hours: DayHours? {
    switch kind {
    case .duty(let hours), .holiday(let hours, _, _), .compensatory(let hours, _): hours
    case .weekend, .swappedOff, .unallotted: nil
    }
  }

  /// Whether the person is expected at work.
  public var isDuty: Bool {
    if case .duty = kind { true } else { false }
  }

  /// Whether it is a holiday on which the hours stay regular.
  public var isHoliday: Bool {
    if case .holiday = kind { true } else { false }
  }

  /// What decides how work on the day is paid.
  public var payDay: PayDay {
    switch kind {
    case .duty(let hours): isShortTime ? .shortDuty(hours) : .duty(hours)
    case .holiday(let hours, _, let hasCompensatoryDay): hasCompensatoryDay ? .duty(hours) : .holiday(hours)
    case .compensatory(let hours, _): .holiday(hours)
    case .weekend, .swappedOff, .unallotted: .off
    }
  }

  /// The word for the day in a sheet.
  public var japanese: String {
    switch kind {
    case .duty: "勤務日"
    case .holiday(_, let name, _): "休日 \(name)"
    case .compensatory: "代休日"
    case .weekend: "週休日"
    case .swappedOff: "週休日（振替）"
    case .unallotted: "割り振らない日"
    }
  }
}
