public import CivilTime
public import WorkingTimeRules

/// 超過勤務の時間帯 – when work was done on a day, from minute to minute; what lies between two stretches is a break.
public struct WorkedStretches: Sendable, Hashable {
  /// The stretches in order, apart from each other and none empty; 25:30 is half past one of the next day.
  public let all: [Range<ClockTime>]

  /// Why stretches are none.
  public enum Fault: Error, Sendable, Hashable {
    /// There is not one.
    case none
    /// Two of them overlap.
    case overlapping(Range<ClockTime>, Range<ClockTime>)
    /// Together they are longer than a day.
    case longerThanADay
  }

  /// Stretches in any order; those that touch become one.
  ///
  /// - Throws: ``Fault``.
  public init(_ stretches: [Range<ClockTime>]) throws(Fault) {
    var joined: [Range<ClockTime>] = []
    for next in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) where !next.isEmpty {
      guard let last = joined.last, last.upperBound >= next.lowerBound else {
        joined.append(next)
        continue
      }
      guard last.upperBound == next.lowerBound else { throw .overlapping(last, next) }
      joined[joined.count - 1] = last.lowerBound..<next.upperBound
    }
    guard !joined.isEmpty else { throw .none }
    all = joined
    guard length <= Minutes(hours: 24) else { throw .longerThanADay }
  }

  /// All of them together.
  public var length: Minutes { all.reduce(.zero) { $0 + ($1.upperBound - $1.lowerBound) } }

  /// How much lies outside the regular hours of the day and of the next one.
  ///
  /// Regular hours include their break: whoever works through it has no overtime by that alone.
  public func outside(_ hours: DayHours?, next nextHours: DayHours?) -> Minutes {
    let day = 24 * 60
    let regular = [(hours, 0), (nextHours, day)].compactMap { hours, shift in
      hours.map {
        $0.span.lowerBound.minutesFromMidnight + shift..<$0.span.upperBound.minutesFromMidnight + shift
      }
    }
    let inside = all.reduce(0) { sum, stretch in
      let minutes = stretch.lowerBound.minutesFromMidnight..<stretch.upperBound.minutesFromMidnight
      return sum + regular.reduce(0) { $0 + $1.clamped(to: minutes).count }
    }
    return length - Minutes(inside)
  }

  /// Whether a minute of it is also one of the other's, whose day lies some days later.
  public func overlaps(_ other: WorkedStretches, laterBy days: Int) -> Bool {
    let shift = days * 24 * 60
    return all.contains { mine in
      other.all.contains { theirs in
        mine.lowerBound.minutesFromMidnight < theirs.upperBound.minutesFromMidnight + shift
          && theirs.lowerBound.minutesFromMidnight + shift < mine.upperBound.minutesFromMidnight
      }
    }
  }

  /// As people write it: 18:15–21:00、21:30–25:30.
  public var japanese: String {
    all.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: "、")
  }
}
