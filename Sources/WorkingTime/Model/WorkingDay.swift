public import CivilTime
public import Schedules

/// One day of a person's month (勤務日) as its records tell it.
public struct WorkingDay: Sendable, Hashable {
  /// What looks odd and is shown as it is, never refused.
  public enum Oddity: Sendable, Hashable, CaseIterable {
    /// A duty day before today without any record.
    case noRecord
    /// Gone without having come.
    case noArrival
    /// Come without having gone, and the day is over.
    case noDeparture
    /// Came twice without going.
    case twoArrivals
    /// Went before coming.
    case departureBeforeArrival
    /// Came again after going, did not go again, and the day is over.
    case noLastDeparture
    /// The record is earlier than the first day in service.
    case beforeHiring
    /// The record is later than the last day in service.
    case afterLeaving

    /// The words on the screen.
    public var japanese: String {
      switch self {
      case .noRecord: "記録なし"
      case .noArrival: "出勤の記録なし"
      case .noDeparture: "退勤の記録なし"
      case .twoArrivals: "出勤が2回"
      case .departureBeforeArrival: "退勤が出勤より前"
      case .noLastDeparture: "最後の退勤の記録なし"
      case .beforeHiring: "採用日より前"
      case .afterLeaving: "退職日より後"
      }
    }
  }

  /// The day.
  public let date: CivilDate
  /// What it asks of the person.
  public let allotment: DayAllotment
  /// The first arrival.
  public let arrival: ClockTime?
  /// The last departure.
  public let departure: ClockTime?
  /// The break within the presence.
  public let breakLength: Minutes
  /// The overtime that was declared; nil when nothing was.
  public let overtime: Minutes?
  /// Whether the overtime was special work (特例業務).
  public let isSpecial: Bool
  /// What looks odd.
  public let oddities: [Oddity]
  /// How long the person was present outside regular hours, beyond the declared overtime; nil without a pair
  /// of records.
  ///
  /// Presence is not overtime: a gap asks for a reason, it does not add minutes.
  public let gap: Minutes?

  /// From which gap on a reason is asked for.
  ///
  /// Our own threshold; the law sets none.
  public static let gapAsksReason = Minutes(30)

  /// Whether the gap asks for a reason.
  public var hasWideGap: Bool { gap.map { $0 >= Self.gapAsksReason } ?? false }
}
