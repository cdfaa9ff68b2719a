/// 曜日 – a day of the week, Sunday first.
public enum Weekday: Int, CaseIterable, Sendable {
  /// 日曜日
  case sunday = 0
  /// 月曜日
  case monday
  /// 火曜日
  case tuesday
  /// 水曜日
  case wednesday
  /// 木曜日
  case thursday
  /// 金曜日
  case friday
  /// 土曜日
  case saturday

  /// The day in one Japanese character, such as 水.
  public var japanese: String {
    switch self {
    case .sunday: "日"
    case .monday: "月"
    case .tuesday: "火"
    case .wednesday: "水"
    case .thursday: "木"
    case .friday: "金"
    case .saturday: "土"
    }
  }

  /// Whether it is Saturday or Sunday, the weekly days off 週休日 (勤務時間法第6条第1項).
  public var isWeekend: Bool {
    self == .saturday || self == .sunday
  }
}
