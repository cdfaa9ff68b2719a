import CivilTime

/// 年次休暇の付与 – the days granted for a calendar year, carry-over aside (人事院規則15―14第18条).
public struct AnnualLeaveGrant: Hashable, Sendable {
  /// The calendar year.
  public let year: Int

  /// Months of service in the year, 0 to 12.
  public let monthsOfService: Int

  /// The days granted, 0 to 20.
  public let days: Int

  /// The article of the grant.
  public var citation: String { AnnualLeaveFigures.daysByMonths.newest.citation }

  /// The grant of a year for a period of service; none in a year without service.
  public init(year: Int, service: ServicePeriod) {
    let months = service.months(inYear: year)
    self.year = year
    monthsOfService = months
    days = AnnualLeaveFigures.daysByMonths.newest.amount[months]
  }

  /// Why the grant is so, in Japanese.
  public var explanation: String {
    monthsOfService == 0
      ? "\(year)年には在職期間がないため、年次休暇はありません。"
      : "\(year)年の在職期間は\(monthsOfService)か月のため、年次休暇は\(days)日です。"
  }
}
