public import CivilTime

/// 超過勤務の見込み – where a month is heading, so that a limit is seen before it is reached.
///
/// The month's overtime so far is carried on evenly over its remaining duty days. A convention of this system, not of law.
public struct OvertimeForecast: Hashable, Sendable {
  /// How urgent a limit is, least first.
  public enum Urgency: Int, Comparable, CaseIterable, Sendable {
    /// 余裕あり
    case calm
    /// 80% or more of the limit is used.
    case near
    /// The month will cross the limit if it goes on like this.
    case heading
    /// The limit is exceeded.
    case exceeded

    /// Whether the left is the less urgent.
    public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
  }

  /// What one limit says of the month.
  public struct Outlook: Hashable, Sendable {
    /// The limit with the month as it is.
    public let present: OvertimeFinding
    /// The same limit with the month as it is heading.
    public let projected: OvertimeFinding
    /// How urgent it is.
    public let urgency: Urgency
  }

  /// 注意の割合: the part of a limit from which it is near, in percent.
  public static let nearPercent = 80

  /// From how many duty days on a month is carried on; before that a single long day would say too much.
  public static let leastDays = 5

  /// The duty days of the month that are over or running.
  public let daysPassed: Int

  /// All duty days of the month.
  public let days: Int

  /// A forecast for a month on a day of it; a month that is over is what it is.
  public init(month: YearMonth, asOf today: CivilDate, calendar: DutyCalendar = DutyCalendar()) {
    days = calendar.dutyDays(in: month.firstDay...month.lastDay)
    let lastDay = min(max(today, month.firstDay.adding(days: -1)), month.lastDay)
    daysPassed = lastDay < month.firstDay ? 0 : calendar.dutyDays(in: month.firstDay...lastDay)
  }

  /// What a month's overtime so far comes to at its end, a part of a minute counted as one.
  public func projected(_ overtime: Minutes) -> Minutes {
    guard daysPassed >= Self.leastDays, daysPassed < days else { return overtime }
    return Minutes((overtime.count * days + daysPassed - 1) / daysPassed)
  }

  /// What every limit says of the month, most urgent first; empty where the month is unknown.
  public func outlooks(
    of history: OvertimeHistory,
    in month: YearMonth,
    by limits: OvertimeLimits = OvertimeLimits()
  ) -> [Outlook] {
    let ahead = OvertimeHistory(
      history.months.map { $0.month == month ? $0.with(projected($0.overtime)) : $0 }
    )
    let present = limits.assessments(of: history, in: month)
    let later = limits.assessments(of: ahead, in: month)
    let outlooks = zip(present, later).map {
      Outlook(present: $0, projected: $1, urgency: Self.urgency($0, $1))
    }
    return outlooks.enumerated()
      .sorted { ($1.element.urgency, $0.offset) < ($0.element.urgency, $1.offset) }
      .map(\.element)
  }

  private static func urgency(_ present: OvertimeFinding, _ projected: OvertimeFinding) -> Urgency {
    if present.verdict != .within { return .exceeded }
    if projected.verdict != .within { return .heading }
    return present.value * 100 >= present.limit * nearPercent ? .near : .calm
  }
}

extension MonthlyOvertime {
  fileprivate func with(_ overtime: Minutes) -> MonthlyOvertime {
    MonthlyOvertime(month: month, overtime: overtime, post: post, isSpecialWork: isSpecialWork)
  }
}
