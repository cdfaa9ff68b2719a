package import CivilTime
package import Schedules
internal import WorkingTimeRules

/// How a presence lies to what the day asks.
extension DayAllotment {
  /// The breaks of the day; where it has no hours, those of the usual day.
  private var usualBreaks: [Range<ClockTime>] { (hours ?? .headOffice).breaks }

  /// The break within a presence.
  package func breakWithin(_ presence: Range<ClockTime>) -> Minutes {
    usualBreaks.reduce(.zero) { sum, pause in
      let taken = pause.clamped(to: presence)
      return sum + (taken.upperBound - taken.lowerBound)
    }
  }

  /// How much of a presence lies outside the regular hours; on a day without any, all of it but the break.
  package func outsideRegularHours(_ presence: Range<ClockTime>) -> Minutes {
    let whole = presence.upperBound - presence.lowerBound
    guard let hours else { return whole - breakWithin(presence) }
    let inside = hours.span.clamped(to: presence)
    return whole - (inside.upperBound - inside.lowerBound)
  }
}
