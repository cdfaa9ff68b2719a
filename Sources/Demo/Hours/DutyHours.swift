internal import CivilTime
internal import WorkingTimeRules

/// The regular hours of a made-up day, in minutes from midnight, with a break from noon to 13:00.
struct DutyHours: Sendable, Hashable {
  let start: Int
  let end: Int

  static let standard = DutyHours(start: 570, end: 1095)

  private static let pause = 720..<780

  /// The hours as schedules have them.
  var day: DayHours? {
    guard let span = Self.clock(start..<end), let pause = Self.clock(Self.pause) else { return nil }
    return DayHours(span, breaks: [pause])
  }

  /// Minutes of a day as a stretch of clock times.
  static func clock(_ minutes: Range<Int>) -> Range<ClockTime>? {
    guard let from = ClockTime(minutesFromMidnight: minutes.lowerBound),
      let to = ClockTime(minutesFromMidnight: minutes.upperBound), from < to
    else { return nil }
    return from..<to
  }
}

/// A pattern that every employer of the demo offers.
enum PatternPlan: Int, Sendable, CaseIterable {
  case earlyA
  case earlyB
  case late
  case shortTime

  var name: String {
    switch self {
    case .earlyA: "早出A"
    case .earlyB: "早出B"
    case .late: "遅出"
    case .shortTime: "短時間"
    }
  }

  var hours: DutyHours {
    switch self {
    case .earlyA: DutyHours(start: 510, end: 1035)
    case .earlyB: DutyHours(start: 540, end: 1065)
    case .late: DutyHours(start: 630, end: 1155)
    case .shortTime: DutyHours(start: 570, end: 975)
    }
  }

  /// What those who chose it gave as their reason.
  var reasons: [String] {
    switch self {
    case .earlyA, .earlyB: ["保育所に子を迎えに行くため", "家族の介護のため", "通勤の混雑を避けるため"]
    case .late: ["保育所に子を送るため", "通院のため", "家族の朝の介護のため"]
    case .shortTime: ["短時間勤務職員の勤務時間"]
    }
  }
}
