public import CivilTime

/// 年次休暇の数値 – days of annual leave by months of service (人事院規則15―14別表第1).
public enum AnnualLeaveFigures: Sendable {
  /// 付与日数: days for 0 to 12 months of service in the calendar year.
  public static let daysByMonths = LegalFigureTable(
    "年次休暇の日数（在職月数別）",
    newest: LegalFigure(
      [0, 2, 3, 5, 7, 8, 10, 12, 13, 15, 17, 18, 20],
      from: YearMonth(index: 1994 * 12 + 8).firstDay,
      citation: "勤務時間法第17条第1項、人事院規則15―14第18条及び別表第1"
    )
  )
}
