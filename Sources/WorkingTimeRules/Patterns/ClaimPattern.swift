public import CivilTime

/// 申告の不自然な傾向 – what may come of claims kept apart from the hours worked.
///
/// Each is a reason to ask, never a finding against anybody. The thresholds are conventions of this system.
public enum ClaimPattern: Hashable, Sendable {
  /// The same total was claimed in month after month, while presence went further.
  case sameTotal(months: ClosedRange<YearMonth>, claimed: Minutes)
  /// The same part of presence was claimed in month after month, in thousandths.
  case sameShare(months: ClosedRange<YearMonth>, perMille: Int)
  /// Claims end at one and the same time on days on which presence went further.
  case cliff(at: ClockTime, days: Int, of: Int)
  /// Claims fell suddenly, while presence stayed.
  case fall(month: YearMonth, from: Minutes, to: Minutes)
}

/// 月の在庁と申告 – how long somebody was present outside regular hours in a month, and how much of it was claimed.
public struct ClaimedMonth: Hashable, Sendable {
  /// The month.
  public let month: YearMonth
  /// 在庁時間 outside regular hours.
  public let presence: Minutes
  /// 超過勤務 as claimed.
  public let claimed: Minutes

  /// A month's presence and claims.
  public init(month: YearMonth, presence: Minutes, claimed: Minutes) {
    self.month = month
    self.presence = presence
    self.claimed = claimed
  }
}

/// 日の在庁と申告 – when presence and claimed work of a day ended.
public struct ClaimedDay: Hashable, Sendable {
  /// When the person was last seen.
  public let presenceEnd: ClockTime
  /// When claimed work ended.
  public let claimedEnd: ClockTime

  /// A day's ends.
  public init(presenceEnd: ClockTime, claimedEnd: ClockTime) {
    self.presenceEnd = presenceEnd
    self.claimedEnd = claimedEnd
  }
}
