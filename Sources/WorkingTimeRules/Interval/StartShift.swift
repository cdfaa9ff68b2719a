public import CivilTime

/// 始業の繰下げ – a later start on the next duty day that keeps the rest interval.
public struct StartShift: Hashable, Sendable {
  /// How the start can be moved.
  public enum Means: Hashable, Sendable {
    /// フレックスタイム制: the day is shorter, or ends later, within the period.
    case flextime
    /// 早出遅出勤務: the day's hours are moved as they are.
    case lateShift
  }

  /// The new hours of the day.
  public let hours: Range<WorkMoment>

  /// How long the start is moved.
  public let delay: Minutes

  /// How it can be moved.
  public let means: Means

  /// Late shifts start on a quarter of an hour.
  public static let step = Minutes(15)

  /// What to propose after work that ended late, or nil where the usual start keeps the reference.
  ///
  /// - Parameters:
  ///   - end: when the work before ended.
  ///   - usual: the hours of the next duty day.
  ///   - latestEnd: when duty of that day must have ended, 22:00 in most offices.
  ///   - latestStart: the start of core time for somebody with flextime; nil without flextime.
  public static func proposal(
    after end: WorkMoment,
    usual: Range<WorkMoment>,
    latestEnd: WorkMoment,
    latestStart: WorkMoment?
  ) -> StartShift? {
    guard let interval = RestInterval(from: end, to: usual.lowerBound),
      case .short(_, let earliest) = interval.verdict
    else { return nil }
    let start = rounded(earliest)
    let delay = start - usual.lowerBound
    if let latestStart {
      // Late shifts are not for somebody with flextime (人事院規則10―11第3条).
      guard start <= latestStart, start < latestEnd else { return nil }
      let close = min(usual.upperBound.advanced(by: delay), latestEnd)
      return StartShift(hours: start..<close, delay: delay, means: .flextime)
    }
    let close = usual.upperBound.advanced(by: delay)
    guard close <= latestEnd else { return nil }
    return StartShift(hours: start..<close, delay: delay, means: .lateShift)
  }

  private static func rounded(_ moment: WorkMoment) -> WorkMoment {
    let over = moment.minuteNumber % step.count
    return over == 0 ? moment : moment.advanced(by: step - Minutes(over))
  }
}
