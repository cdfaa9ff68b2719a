/// 頻度: how often a measure falls due.
public enum Cadence: String, CaseIterable, Hashable, Sendable {
  /// In daily work.
  case daily
  /// Every week.
  case weekly
  /// Every month.
  case monthly
  /// Every quarter of the fiscal year.
  case quarterly
  /// Every half of the fiscal year.
  case halfYearly = "half-yearly"
  /// Every fiscal year.
  case yearly
  /// Every period of personnel evaluation.
  case eachEvaluation = "each-evaluation"
  /// Each time something happens; the note says what.
  case event
  /// Regularly, at a rhythm that the plan leaves open.
  case regular
  /// All the time.
  case continuous
  /// Something that is in place, such as an officer.
  case standing
  /// Once.
  case once

  /// The cadence's name for the pages.
  public var japanese: String {
    switch self {
    case .daily: "日常"
    case .weekly: "毎週"
    case .monthly: "毎月"
    case .quarterly: "四半期ごと"
    case .halfYearly: "半期ごと"
    case .yearly: "毎年度"
    case .eachEvaluation: "評価期間ごと"
    case .event: "そのつど"
    case .regular: "定期"
    case .continuous: "随時"
    case .standing: "常設"
    case .once: "一度"
    }
  }
}
