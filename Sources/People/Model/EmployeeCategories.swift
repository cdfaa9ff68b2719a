public import Store

/// 性別 – as it stands in the personnel record and in published figures.
public enum Sex: String, SQLStorable, Hashable, CaseIterable {
  /// 女性.
  case female
  /// 男性.
  case male
  /// 記載なし.
  case notStated = "not_stated"

  /// The name shown to people.
  public var japanese: String {
    switch self {
    case .female: "女性"
    case .male: "男性"
    case .notStated: "記載なし"
    }
  }
}

/// 職員区分 – the form of service.
public enum StaffCategory: String, SQLStorable, Hashable, CaseIterable {
  /// 常勤.
  case regular
  /// 任期付.
  case termLimited = "term_limited"
  /// 再任用.
  case reemployed
  /// 非常勤.
  case partTime = "part_time"

  /// The name shown to people.
  public var japanese: String {
    switch self {
    case .regular: "常勤"
    case .termLimited: "任期付"
    case .reemployed: "再任用"
    case .partTime: "非常勤"
    }
  }
}

/// 採用区分 – the examination by which somebody was hired.
public enum ExamCategory: String, SQLStorable, Hashable, CaseIterable {
  /// 総合職.
  case general
  /// 一般職（大卒程度）.
  case ordinary
  /// 一般職（高卒程度）.
  case ordinaryHighSchool = "ordinary_high_school"
  /// 経験者.
  case experienced
  /// 選考.
  case selection
  /// なし.
  case none

  /// The name shown to people.
  public var japanese: String {
    switch self {
    case .general: "総合職"
    case .ordinary: "一般職大卒"
    case .ordinaryHighSchool: "一般職高卒"
    case .experienced: "経験者"
    case .selection: "選考"
    case .none: "なし"
    }
  }
}
