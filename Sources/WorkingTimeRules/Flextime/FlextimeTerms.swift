public import CivilTime

/// 部局の定め – core time, least hours and standard break that a bureau has fixed for its flextime.
public struct FlextimeTerms: Hashable, Sendable {
  /// コアタイム: the hours in which everybody is on duty, the standard break apart; nil where it is waived.
  public let core: Range<ClockTime>?

  /// 標準休憩時間: the break that may divide core time.
  public let standardBreak: Range<ClockTime>

  /// 1日の最短勤務時間: the least hours of a duty day.
  public let dailyMinimum: Minutes

  /// What a bureau has fixed; `faults(on:for:)` says whether it may.
  public init(core: Range<ClockTime>?, standardBreak: Range<ClockTime>, dailyMinimum: Minutes) {
    self.core = core
    self.standardBreak = standardBreak
    self.dailyMinimum = dailyMinimum
  }

  /// Why a bureau may not fix these terms on a day; empty where it may.
  public func faults(on date: CivilDate, for person: FlextimeRules.Person) -> [FlextimeFault] {
    guard let rules = FlextimeRules.table(for: person).figure(on: date)?.amount else {
      return [.noRules(on: date)]
    }
    var faults: [FlextimeFault] = []
    if let core {
      if !rules.coreLength.contains(coreHours(core)) {
        faults.append(.coreLength(coreHours(core), allowed: rules.coreLength))
      }
      if core.lowerBound < rules.coreWindow.lowerBound || core.upperBound > rules.coreWindow.upperBound {
        faults.append(.coreWindow(core, allowed: rules.coreWindow))
      }
    }
    if !rules.dailyMinimum.contains(dailyMinimum) {
      faults.append(.fixedMinimum(dailyMinimum, allowed: rules.dailyMinimum))
    }
    return faults
  }

  private func coreHours(_ core: Range<ClockTime>) -> Minutes {
    let pause = standardBreak.clamped(to: core)
    return (core.upperBound - core.lowerBound) - (pause.upperBound - pause.lowerBound)
  }
}
