public import Store

/// 会議の状態 – whether a meeting is still to come.
public enum MeetingState: String, SQLStorable, Hashable, CaseIterable {
  /// 予定
  case planned
  /// 開催済み
  case held
  /// 取りやめ
  case cancelled

  /// Its name on pages.
  public var japanese: String {
    switch self {
    case .planned: "予定"
    case .held: "開催済み"
    case .cancelled: "取りやめ"
    }
  }
}
