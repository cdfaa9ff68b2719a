internal import CivilTime
internal import Schedules
internal import WorkingTimeRules

/// 在庁の長さ – how long somebody was present on a work date, and what was claimed; all that rules of months ask for.
struct DayMeasure: Sendable, Hashable {
  let date: CivilDate
  let allotment: DayAllotment
  /// Presence by all sources together, in order; empty where no source says anything.
  let stretches: [Range<ClockTime>]
  /// The overtime claimed; nil where nothing was.
  let claimed: Minutes?
  /// When claimed work ended, where the claim says so.
  let claimedEnd: ClockTime?
  /// Whether the post of the day is a managerial one: no overtime is claimed there.
  let isManagerial: Bool

  /// Presence outside regular hours; nil where nobody was seen.
  var outside: Minutes? {
    guard !stretches.isEmpty else { return nil }
    return stretches.reduce(.zero) { $0 + DayMeasure.length($1) - regularPart(of: $1) }
  }

  /// When the person was last seen.
  var last: ClockTime? { stretches.map(\.upperBound).max() }

  private func regularPart(of stretch: Range<ClockTime>) -> Minutes {
    allotment.hours.map { DayMeasure.length(stretch.clamped(to: $0.span)) } ?? .zero
  }

  private static func length(_ range: Range<ClockTime>) -> Minutes { range.upperBound - range.lowerBound }
}
