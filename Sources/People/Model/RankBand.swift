public import Store

/// 職位区分 – the band of posts in which figures by rank are published; the highest first.
public enum RankBand: String, SQLStorable, Hashable, CaseIterable, Comparable {
  /// 指定職.
  case designated
  /// 本省課室長相当.
  case director
  /// 地方機関課長・本省課長補佐相当.
  case deputyDirector = "deputy_director"
  /// 係長相当.
  case chief
  /// 係員.
  case clerk

  /// The name shown to people and used in published tables.
  public var japanese: String {
    switch self {
    case .designated: "指定職"
    case .director: "本省課室長相当"
    case .deputyDirector: "地方機関課長・本省課長補佐相当"
    case .chief: "係長相当"
    case .clerk: "係員"
    }
  }

  /// The place from the top, 0 for 指定職.
  public var order: Int {
    switch self {
    case .designated: 0
    case .director: 1
    case .deputyDirector: 2
    case .chief: 3
    case .clerk: 4
    }
  }

  /// Higher posts come first.
  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
}
