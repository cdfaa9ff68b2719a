/// 取組の状態: how a measure stands in a fiscal year, in one word.
public enum MeasureStatus: String, CaseIterable, Hashable, Sendable {
  /// 未報告: nothing has been reported of it, which does not say that nothing was done.
  case notStarted = "not-started"
  /// 予定どおり: it is under way.
  case onTrack = "on-track"
  /// 注意: something falls due soon.
  case attention
  /// 遅れ: something is overdue.
  case late
  /// 実施済み: all that the year asks for is done.
  case done
  /// 中止: the secretariat has stopped it and said why.
  case stopped
  /// 記録から計算: its figures come from records.
  case computed

  /// The status for pages and reports.
  public var japanese: String {
    switch self {
    case .notStarted: "未報告"
    case .onTrack: "予定どおり"
    case .attention: "注意"
    case .late: "遅れ"
    case .done: "実施済み"
    case .stopped: "中止"
    case .computed: "記録から計算"
    }
  }

  /// What the word means, in one Japanese sentence.
  public var explanation: String {
    switch self {
    case .notStarted: "この年度の報告がまだありません。実施の有無を示すものではありません。"
    case .onTrack: "年度の途中で、期限を過ぎたものはありません。"
    case .attention: "30日以内に期限が来るもの、または年度末までに報告が要るものがあります。"
    case .late: "期限を過ぎて済んでいないものがあります。"
    case .done: "この年度に求められたことは、すべて済んでいます。"
    case .stopped: "事務局が理由を付けて中止としました。"
    case .computed: "報告を待たず、記録から数値を計算しています。"
    }
  }
}
