public import CivilTime

/// 計画期間: the days for which the plan holds.
public struct PlanPeriod: Hashable, Sendable {
  /// The first day, or nil when the plan states only its end.
  public let from: CivilDate?
  /// The last day.
  public let until: CivilDate

  /// Makes a period, or nil when it would end before it starts.
  public init?(from: CivilDate?, until: CivilDate) {
    if let from, until < from { return nil }
    self.from = from
    self.until = until
  }

  /// Whether the plan holds on this day.
  public func contains(_ date: CivilDate) -> Bool {
    guard date <= until else { return false }
    guard let from else { return true }
    return from <= date
  }
}
