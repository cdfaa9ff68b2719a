/// 手当の支給区分 – the class in which a minute of overtime or holiday work is paid (給与法第16条・第17条).
public enum PayClass: String, CaseIterable, Hashable, Sendable {
  /// 超過勤務手当 125/100: on a day with regular hours.
  case overtime125 = "overtime-125"
  /// 超過勤務手当 150/100: the same between 22:00 and 5:00.
  case overtime150Night = "overtime-150-night"
  /// 超過勤務手当 135/100: on an off-day, or outside the regular hours of a holiday.
  case overtime135 = "overtime-135"
  /// 超過勤務手当 160/100: the same between 22:00 and 5:00.
  case overtime160Night = "overtime-160-night"
  /// 月60時間を超える超過勤務手当 150/100.
  case over60Hours150 = "over-60h-150"
  /// 月60時間を超える超過勤務手当 175/100: between 22:00 and 5:00.
  case over60Hours175Night = "over-60h-175-night"
  /// 休日給 135/100: the regular hours of a holiday.
  case holiday135 = "holiday-135"
  /// 超過勤務手当 100/100: of somebody with short hours, up to 7 hours 45 minutes of the day.
  case shortTime100 = "short-time-100"
  /// 超過勤務手当 125/100: the same between 22:00 and 5:00.
  case shortTime125Night = "short-time-125-night"

  /// The rate in percent of the hourly amount.
  public var percent: Int {
    switch self {
    case .shortTime100: 100
    case .overtime125, .shortTime125Night: 125
    case .overtime150Night, .over60Hours150: 150
    case .overtime135, .holiday135: 135
    case .overtime160Night: 160
    case .over60Hours175Night: 175
    }
  }

  /// Whether its minutes are overtime and count toward the 60 hours of a month.
  public var isOvertime: Bool { self != .holiday135 }

  /// The article of the rate.
  public var citation: String {
    switch self {
    case .over60Hours150, .over60Hours175Night: "給与法第16条第3項"
    case .holiday135: "給与法第17条、人事院規則9―43第3条"
    default: "給与法第16条第1項、人事院規則9―97第2条"
    }
  }

  /// The class in Japanese.
  public var japanese: String {
    switch self {
    case .overtime125: "超過勤務手当（125/100）"
    case .overtime150Night: "超過勤務手当（深夜150/100）"
    case .overtime135: "超過勤務手当（135/100）"
    case .overtime160Night: "超過勤務手当（深夜160/100）"
    case .over60Hours150: "月60時間超の超過勤務手当（150/100）"
    case .over60Hours175Night: "月60時間超の超過勤務手当（深夜175/100）"
    case .holiday135: "休日給（135/100）"
    case .shortTime100: "超過勤務手当（短時間勤務100/100）"
    case .shortTime125Night: "超過勤務手当（短時間勤務・深夜125/100）"
    }
  }
}
