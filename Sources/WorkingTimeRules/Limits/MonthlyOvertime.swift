public import CivilTime

/// 月の超過勤務 – a person's overtime in a calendar month, and what decides its limits.
public struct MonthlyOvertime: Hashable, Sendable {
  /// The calendar month.
  public let month: YearMonth

  /// The overtime 超過勤務; work in the regular hours of a holiday does not count.
  public let overtime: Minutes

  /// The kind of post; external where it was so on any day of the month.
  public let post: PostKind

  /// Whether the person was engaged in special work 特例業務 (第16条の2の2第2項).
  public let isSpecialWork: Bool

  /// A month of overtime.
  public init(month: YearMonth, overtime: Minutes, post: PostKind, isSpecialWork: Bool = false) {
    self.month = month
    self.overtime = overtime
    self.post = post
    self.isSpecialWork = isSpecialWork
  }

  /// Both records of the same month as one: overtime is added, external and special prevail.
  func merged(with other: MonthlyOvertime) -> MonthlyOvertime {
    MonthlyOvertime(
      month: month,
      overtime: overtime + other.overtime,
      post: post == .external ? .external : other.post,
      isSpecialWork: isSpecialWork || other.isSpecialWork
    )
  }
}
