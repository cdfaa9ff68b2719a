public import CivilTime

/// 60時間超過時間 – the overtime of a month beyond 60 hours, by the class it would have had.
public struct ExcessOvertime: Hashable, Sendable {
  /// On days with regular hours: 125/100.
  public let onDutyDays: Minutes

  /// On off-days, and outside the regular hours of a holiday: 135/100.
  public let onOffDays: Minutes

  /// Of short-time staff up to 7 hours 45 minutes a day: 100/100.
  public let withinFullDay: Minutes

  /// The overtime of a month beyond 60 hours.
  public init(onDutyDays: Minutes, onOffDays: Minutes = .zero, withinFullDay: Minutes = .zero) {
    self.onDutyDays = onDutyDays
    self.onOffDays = onOffDays
    self.withinFullDay = withinFullDay
  }

  /// The same and an amount of a class more.
  func adding(_ amount: Minutes, of payClass: PayClass) -> ExcessOvertime {
    switch payClass {
    case .overtime125, .overtime150Night: with(onDutyDays: onDutyDays + amount)
    case .overtime135, .overtime160Night: with(onOffDays: onOffDays + amount)
    case .shortTime100, .shortTime125Night: with(withinFullDay: withinFullDay + amount)
    case .over60Hours150, .over60Hours175Night, .holiday135: self
    }
  }

  private func with(
    onDutyDays: Minutes? = nil,
    onOffDays: Minutes? = nil,
    withinFullDay: Minutes? = nil
  ) -> ExcessOvertime {
    ExcessOvertime(
      onDutyDays: onDutyDays ?? self.onDutyDays,
      onOffDays: onOffDays ?? self.onOffDays,
      withinFullDay: withinFullDay ?? self.withinFullDay
    )
  }
}
