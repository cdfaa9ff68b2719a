public import CivilTime

/// 面接指導の対象月 – a person's overtime in a month, and whether they asked for an interview.
public struct InterviewMonth: Hashable, Sendable {
  /// The calendar month.
  public let month: YearMonth

  /// The overtime 超過勤務 of the month.
  public let overtime: Minutes

  /// Whether the person asked to see a doctor 申出.
  public let isRequested: Bool

  /// A month with its overtime.
  public init(month: YearMonth, overtime: Minutes, isRequested: Bool) {
    self.month = month
    self.overtime = overtime
    self.isRequested = isRequested
  }
}
