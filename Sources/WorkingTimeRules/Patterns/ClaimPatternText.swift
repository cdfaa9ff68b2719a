import CivilTime

extension ClaimPattern {
  /// What was noticed, in Japanese, as a question and no blame.
  public var explanation: String {
    switch self {
    case .sameTotal(let months, let claimed):
      "\(ClaimPattern.words(months))の超過勤務が、毎月同じ\(claimed.japanese)です。在庁時間はこれより長くなっています。"
    case .sameShare(let months, let perMille):
      "\(ClaimPattern.words(months))の超過勤務が、毎月、在庁時間の\(perMille / 10).\(perMille % 10)%です。"
    case .cliff(let time, let days, let all):
      "在庁が続いていた\(all)日のうち\(days)日で、超過勤務が\(time)で終わっています。"
    case .fall(let month, let before, let after):
      "\(month.japanese)の超過勤務が、前の3か月の平均\(before.japanese)から\(after.japanese)に減りました。在庁時間は大きくは減っていません。"
    }
  }

  private static func words(_ months: ClosedRange<YearMonth>) -> String {
    "\(months.lowerBound.japanese)から\(months.upperBound.japanese)まで"
  }
}
