public import CivilTime

/// 超過勤務の上限の数値 – the limits of 人事院規則15―14第16条の2の2 with their dates and articles.
public enum OvertimeCaps: Sendable {
  /// 自律部署の1箇月: at most 45 hours.
  public static let ordinaryMonth = table("1箇月の上限（自律部署）", Minutes(hours: 45), "第1項第1号イ(1)")

  /// 自律部署の1年: at most 360 hours.
  public static let ordinaryYear = table("1年の上限（自律部署）", Minutes(hours: 360), "第1項第1号イ(2)")

  /// 他律部署の1箇月: less than 100 hours.
  public static let externalMonth = table("1箇月の上限（他律部署、未満）", Minutes(hours: 100), "第1項第2号イ")

  /// 他律部署の1年: at most 720 hours.
  public static let externalYear = table("1年の上限（他律部署）", Minutes(hours: 720), "第1項第2号ロ")

  /// 他律部署から異動した者の1年: at most 720 hours.
  public static let movedYear = table("1年の上限（他律部署からの異動）", Minutes(hours: 720), "第1項第1号ロ(1)")

  /// 複数月平均: at most 80 hours a month over any 2 to 6 months.
  public static let average = table("2～6箇月平均の上限（他律部署）", Minutes(hours: 80), "第1項第2号ハ")

  /// 45時間を超える月数: at most 6 in the year.
  public static let monthsOver45 = table("45時間を超える月数の上限（他律部署）", 6, "第1項第2号ニ")

  /// 異動後の期間: at most 30 hours for each of its months.
  public static let afterMove = table("異動後の期間の1箇月当たりの上限", Minutes(hours: 30), "第1項第1号ロ(2)")

  /// 検証の期限: months after the end of the fiscal year within which excesses are verified.
  public static let verification = table("要因の整理、分析及び検証の期限（年度末からの月数）", 6, "第3項")

  /// The windows of the average, in months.
  public static let windows = 2...6

  private static func table<Amount>(
    _ name: String,
    _ amount: Amount,
    _ article: String
  ) -> LegalFigureTable<Amount> {
    let citation = "人事院規則15―14第16条の2の2" + article
    return LegalFigureTable(name, newest: LegalFigure(amount, from: start.firstDay, citation: citation))
  }

  /// April 2019, when the limits began.
  private static let start = YearMonth(index: 2019 * 12 + 3)
}
