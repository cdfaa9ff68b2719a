internal import CivilTime
internal import WorkingTimeRules

/// The words in which pages tell of hours and where they come from.
enum ScheduleWords {
  /// The hours in words: 9:30から18:15まで（休憩12:00から13:00まで）.
  static func sentence(_ hours: DayHours) -> String {
    let breaks = hours.breaks.map { "\($0.lowerBound)から\($0.upperBound)まで" }.joined(separator: "、")
    let pause = breaks.isEmpty ? "" : "（休憩\(breaks)）"
    return "\(hours.span.lowerBound)から\(hours.span.upperBound)まで\(pause)"
  }

  /// The hours in figures: 9:30–18:15（休憩12:00–13:00）.
  static func short(_ hours: DayHours) -> String {
    let breaks = hours.breaks.map(short).joined(separator: "、")
    return short(hours.span) + (breaks.isEmpty ? "" : "（休憩\(breaks)）")
  }

  /// A stretch in figures: 12:00–13:00.
  static func short(_ range: Range<ClockTime>) -> String { "\(range.lowerBound)–\(range.upperBound)" }

  static func origin(_ day: DayAllotment) -> String {
    switch day.origin {
    case .standard: day.hours == nil ? "" : "標準の勤務時間"
    case .pattern(let name): "型「\(name)」"
    case .flextime: "フレックスタイム制"
    case .shift(let shift):
      switch day.kind {
      case .swappedOff(let date): "\(shift.japanese)（\(date.japaneseShort)に勤務）"
      case .compensatory(_, let date): "\(shift.japanese)（\(date.japaneseShort)の休日に勤務）"
      default: shift.japanese
      }
    }
  }

  /// What the day asks, in one sentence.
  static func sentence(_ day: DayAllotment) -> String {
    switch day.kind {
    case .duty(let hours): "勤務時間は\(sentence(hours))です。根拠は\(origin(day))です。"
    case .holiday(_, let name, false): "休日（\(name)）です。特に命じられなければ、勤務を要しません。"
    case .holiday(let hours, let name, true): "休日（\(name)）の勤務日です（\(sentence(hours))）。代休日が指定されています。"
    case .compensatory(_, let date): "\(date.japanese)の代休日です。"
    case .weekend: "週休日です。"
    case .swappedOff(let date): "\(date.japanese)に振り替えた週休日です。"
    case .unallotted: "勤務時間を割り振らない日です。"
    }
  }

  static func pattern(_ pattern: WorkPattern?) -> String {
    pattern.map { "\($0.kind.japanese)「\($0.name)」" } ?? "標準の勤務時間"
  }

  /// The week of a pattern: one span for all days, or day by day.
  static func week(_ pattern: WorkPattern) -> String {
    let days = WorkPattern.weekdays.map { ($0, pattern.days[$0]) }
    if let first = days[0].1, days.allSatisfy({ $0.1 == first }) { return "月から金まで \(short(first))" }
    return days.map { "\($0.0.japanese) \($0.1.map(short) ?? "なし")" }.joined(separator: "、")
  }

  static func span(_ from: CivilDate, _ to: CivilDate?) -> String {
    "\(from.japaneseShort)から" + (to.map { "\($0.japaneseShort)まで" } ?? "当分の間")
  }

  static func wish(_ wish: MoveWish) -> String {
    switch wish.kind {
    case .wholeDay: "\(wish.worked.japanese)に勤務し、\(wish.freed.japanese)を週休日にする"
    case .fourHours(let part, let from):
      "\(wish.freed.japanese)の\(part.japanese)を、\(wish.worked.japanese)の\(from)からに移す"
    case .compensatoryDay: "\(wish.worked.japanese)の休日に勤務し、\(wish.freed.japanese)を代休日にする"
    }
  }

  static func moved(_ moved: MovedDay) -> String {
    switch moved.move {
    case .wholeDay(let hours):
      "\(moved.worked.japanese)に勤務（\(short(hours))）、\(moved.freed.japanese)は週休日"
    case .fourHours(let hours, let staying):
      "\(moved.worked.japanese)に4時間（\(short(hours))）、\(moved.freed.japanese)は\(short(staying))"
    case .compensatoryDay: "\(moved.worked.japanese)の休日に勤務、\(moved.freed.japanese)は代休日"
    }
  }
}
