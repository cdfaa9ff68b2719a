public import CivilTime

/// 超勤代休時間に換えた時間 – the overtime beyond 60 hours for which time off was designated, by the supplement that is not
/// paid for it (給与法第16条第4項).
public struct ConvertedOvertime: Hashable, Sendable {
  /// Of overtime on days with regular hours: 25/100.
  public let onDutyDays: Minutes
  /// Of overtime on off-days and holidays: 15/100.
  public let onOffDays: Minutes
  /// Of overtime of short-time staff up to a full day: 50/100.
  public let withinFullDay: Minutes

  /// What was converted of each class; the percentage of the hourly amount that is not paid, and for how long.
  public var nonZero: [(percent: Int, minutes: Minutes)] {
    let rates = TimeOffInLieu.conversion.newest.amount
    let all = [
      (percent: rates.onDutyDays, minutes: onDutyDays), (percent: rates.onOffDays, minutes: onOffDays),
      (percent: rates.withinFullDay, minutes: withinFullDay),
    ]
    return all.filter { $0.minutes > .zero }
  }
}

extension TimeOffInLieu {
  /// How much of the excess time off was designated for.
  ///
  /// Overtime on duty days is converted before that of off-days, and that of short-time staff last: a minute of time off
  /// is worth the same in each. A fraction of a minute is not converted, so that its supplement is paid.
  ///
  /// - Parameter off: the time off designated, without the annual leave beside it; more than ``convertible`` converts all.
  public func converted(for off: Minutes) -> ConvertedOvertime {
    let rates = TimeOffInLieu.conversion.newest.amount
    guard off <= convertible else {
      return ConvertedOvertime(
        onDutyDays: excess.onDutyDays,
        onOffDays: excess.onOffDays,
        withinFullDay: excess.withinFullDay
      )
    }
    var hundredths = max(0, off.count) * 100
    func take(_ available: Minutes, _ rate: Int) -> Minutes {
      let taken = min(available.count, hundredths / rate)
      hundredths -= taken * rate
      return Minutes(taken)
    }
    let onDutyDays = take(excess.onDutyDays, rates.onDutyDays)
    let onOffDays = take(excess.onOffDays, rates.onOffDays)
    return ConvertedOvertime(
      onDutyDays: onDutyDays,
      onOffDays: onOffDays,
      withinFullDay: take(excess.withinFullDay, rates.withinFullDay)
    )
  }
}
