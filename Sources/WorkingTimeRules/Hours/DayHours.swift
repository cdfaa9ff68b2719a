public import CivilTime

/// 1日の勤務時間帯 – start, end and breaks of a day's regular hours.
public struct DayHours: Hashable, Sendable {
  /// 始業 and 終業; the end is not included.
  public let span: Range<ClockTime>

  /// 休憩時間, in order, apart from one another and inside the span.
  public let breaks: [Range<ClockTime>]

  /// Hours of a day, or nil where a break is empty, lies outside or overlaps another.
  public init?(_ span: Range<ClockTime>, breaks: [Range<ClockTime>] = []) {
    let sorted = breaks.sorted { $0.lowerBound < $1.lowerBound }
    let areInside = sorted.allSatisfy {
      !$0.isEmpty && span.lowerBound <= $0.lowerBound && $0.upperBound <= span.upperBound
    }
    let areApart = zip(sorted, sorted.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    guard !span.isEmpty, areInside, areApart else { return nil }
    self.span = span
    self.breaks = sorted
  }

  /// 9:30–18:15 with a break from noon to 13:00: 7 hours 45 minutes.
  public static let headOffice = DayHours(minutes: 570..<1095, pause: 720..<780)

  private init(minutes: Range<Int>, pause: Range<Int>) {
    let clock = { (minute: Int) in ClockTime(minutesFromMidnight: minute) ?? .midnight }
    span = clock(minutes.lowerBound)..<clock(minutes.upperBound)
    breaks = [clock(pause.lowerBound)..<clock(pause.upperBound)]
  }

  /// The hours of duty, without breaks.
  public var duty: Minutes {
    length(span) - breakTime
  }

  /// All breaks together.
  public var breakTime: Minutes {
    breaks.reduce(.zero) { $0 + length($1) }
  }

  /// The longest duty without a break.
  public var longestStretch: Minutes {
    let ends = breaks.map(\.lowerBound) + [span.upperBound]
    let starts = [span.lowerBound] + breaks.map(\.upperBound)
    return zip(ends, starts).map { $0 - $1 }.max() ?? .zero
  }

  /// Whether the hours cover a stretch, apart from what is a break both here and there.
  public func covers(_ stretch: Range<ClockTime>, apartFrom pause: Range<ClockTime>) -> Bool {
    let reachesAcross = span.lowerBound <= stretch.lowerBound && stretch.upperBound <= span.upperBound
    return reachesAcross
      && breaks.allSatisfy { own in
        let inside = own.clamped(to: stretch)
        return inside.isEmpty || inside.clamped(to: pause) == inside
      }
  }

  private func length(_ range: Range<ClockTime>) -> Minutes {
    range.upperBound - range.lowerBound
  }
}
