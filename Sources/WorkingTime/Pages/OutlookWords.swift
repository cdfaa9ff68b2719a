internal import CivilTime
package import WorkingTimeRules

/// 見込みの言葉 – how the outlook of a month is told.
package enum OutlookWords {
  /// How the outlook is made; no rule asks for it.
  package static let convention = "見込みは、今日までの超過勤務を月の残りの勤務日に同じ割合で延ばしたものです。勤務日が5日に満たない間は出しません。このシステムの目安です。"

  /// What one limit will be at the end of the month, beside its bound.
  package static func projection(_ outlook: OvertimeForecast.Outlook) -> String {
    let finding = outlook.projected
    return
      "\(finding.test.japanese)：月末の見込み\(amount(finding, finding.value))、上限\(amount(finding, finding.limit))"
  }

  /// The urgency in a word.
  package static func urgency(_ urgency: OvertimeForecast.Urgency) -> String {
    switch urgency {
    case .calm: "余裕あり"
    case .near: "8割以上"
    case .heading: "超える見込み"
    case .exceeded: "超過"
    }
  }

  private static func amount(_ finding: OvertimeFinding, _ value: Int) -> String {
    finding.test == .monthsOver45 ? "\(value)か月" : Minutes(value).japanese
  }
}
