public import CivilTime

/// 手当の数値 – the figures by which overtime pay is divided into classes.
public enum PayFigures: Sendable {
  /// 月60時間: overtime of a calendar month beyond it is paid at the higher rates.
  public static let monthlyThreshold = LegalFigureTable(
    "割増しとなる1箇月の超過勤務（超）",
    newest: LegalFigure(
      Minutes(hours: 60),
      from: YearMonth(index: 2010 * 12 + 3).firstDay,
      citation: "給与法第16条第3項"
    )
  )

  /// 深夜の終わり: 5:00.
  public static let nightEnd = Minutes(hours: 5)

  /// 深夜の始まり: 22:00.
  public static let nightStart = Minutes(hours: 22)
}
