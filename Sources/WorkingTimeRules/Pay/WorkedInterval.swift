public import CivilTime

/// 勤務した時間帯 – a stretch of ordered work, and what decides how it is paid.
public struct WorkedInterval: Hashable, Sendable {
  /// The start and the end, which is not included.
  public let span: Range<WorkMoment>

  /// Breaks taken, which are not work.
  public let breaks: [Range<WorkMoment>]

  /// Flextime off-days 勤務時間を割り振らない日 besides Saturdays and Sundays.
  public let offDays: Set<CivilDate>

  /// Whether the first off-day touched was swapped beforehand 週休日の振替, so that the schedule applies to it.
  public let isSwapped: Bool

  /// Whether a compensatory day 代休日 was designated for the first holiday touched, worked in full.
  public let hasCompensatoryDay: Bool

  /// The month's overtime before the interval.
  public let running: Minutes

  /// A stretch of work.
  public init(
    span: Range<WorkMoment>,
    breaks: [Range<WorkMoment>] = [],
    offDays: Set<CivilDate> = [],
    isSwapped: Bool = false,
    hasCompensatoryDay: Bool = false,
    running: Minutes = .zero
  ) {
    self.span = span
    self.breaks = breaks
    self.offDays = offDays
    self.isSwapped = isSwapped
    self.hasCompensatoryDay = hasCompensatoryDay
    self.running = running
  }
}
