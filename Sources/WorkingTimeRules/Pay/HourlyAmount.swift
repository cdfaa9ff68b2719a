/// 勤務1時間当たりの給与額 – what an hour of somebody's work is worth, and an hour of overtime at a rate (給与法第19条).
public struct HourlyAmount: Hashable, Sendable {
  /// A year's hours of duty, 38 hours 45 minutes in each of 52 weeks; holidays are not left out.
  public static let hoursOfYear = 2_015

  /// 俸給月額 with the monthly allowances that belong to it (地域手当等), in yen.
  public let monthly: Int

  /// The amount for a monthly pay in yen; nil below nought.
  public init?(monthly: Int) {
    guard monthly >= 0 else { return nil }
    self.monthly = monthly
  }

  /// An hour at a rate in percent of the hourly amount, in yen.
  ///
  /// Only the product is rounded: 50 sen and more become a yen (給与法第18条の2).
  public func hour(at percent: Int) -> Int {
    let divisor = HourlyAmount.hoursOfYear * 100
    return (monthly * 12 * percent * 2 + divisor) / (divisor * 2)
  }
}
