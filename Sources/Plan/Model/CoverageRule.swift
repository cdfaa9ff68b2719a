/// 実施のきまり: what makes a measure count as done in a fiscal year.
public enum CoverageRule: Hashable, Sendable {
  /// 割合: all that is owed has been settled.
  case share
  /// 回数: it was reported at least so many times in the year.
  case held(least: Int)
  /// 現行: the newest report is not older than so many months.
  case inPlace(months: Int)
  /// 組織: every unit that owes it has reported at least once.
  case unitsWithAny
  /// 数値: its figures come from records; whether they suffice is said by the target.
  case figures

  /// The rule for readers, in one Japanese sentence.
  public var japanese: String {
    switch self {
    case .share: "年度中に求められたことのうち、済んだものの割合で見ます。"
    case .held(let least): "年度中に\(least)回以上の報告があれば、実施済みとします。"
    case .inPlace(let months): "最も新しい報告から\(months)か月以内であれば、予定どおりとします。"
    case .unitsWithAny: "担当するすべての組織が年度中に1回以上報告すれば、実施済みとします。"
    case .figures: "記録から数値を計算します。"
    }
  }
}
