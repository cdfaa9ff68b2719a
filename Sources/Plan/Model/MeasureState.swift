/// 取組の状態: what is known of a measure in a fiscal year.
public enum MeasureState: Hashable, Sendable {
  /// 記録から計算: its figures come from records; at least one.
  case computed([IndicatorFigure])
  /// 未報告: nothing has been reported of it.
  case notReported

  /// The state in a word.
  public var japanese: String {
    switch self {
    case .computed: "記録から計算"
    case .notReported: "未報告"
    }
  }

  /// The figures; none when nothing has been reported.
  public var figures: [IndicatorFigure] {
    switch self {
    case .computed(let figures): figures
    case .notReported: []
    }
  }
}
