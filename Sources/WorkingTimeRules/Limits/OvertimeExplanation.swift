import CivilTime

extension OvertimeFinding {
  /// Why the verdict is so, in Japanese, with value and limit.
  public var explanation: String {
    subject + valueText + "で、" + limitText + relation + verification
  }

  private var subject: String {
    switch test {
    case .month: "\(month.japanese)の超過勤務は"
    case .year: "\(month.fiscalYear.japanese)の\(month.month)月までの超過勤務は合計"
    case .afterMove: "自律部署への異動後、\(month.japanese)までの超過勤務は合計"
    case .average(let window):
      "\(month.adding(months: 1 - window).japanese)から\(month.japanese)までの\(window)か月の超過勤務は合計"
    case .monthsOver45: "\(month.fiscalYear.japanese)の\(month.month)月までに45時間を超えた月は"
    }
  }

  private var valueText: String {
    test == .monthsOver45 ? "\(value)か月" : Minutes(value).japanese
  }

  private var limitText: String {
    switch test {
    case .monthsOver45: "上限の\(limit)か月"
    case .average(let window): "上限の\(Minutes(limit).japanese)（平均\(Minutes(limit / window).japanese)）"
    case .month where post == .external: "上限（\(Minutes(limit).japanese)未満）"
    default: "上限の\(Minutes(limit).japanese)"
    }
  }

  private var relation: String {
    if verdict == .within { return post == .external && test == .month ? "に収まっています。" : "以内です。" }
    return value == limit ? "に達しています。" : "を超えています。"
  }

  private var verification: String {
    guard case .exceededSpecial(let day) = verdict else { return "" }
    return "特例業務によるものです。\(day.japaneseWithoutWeekday)までに要因の整理、分析及び検証を行います。"
  }
}
