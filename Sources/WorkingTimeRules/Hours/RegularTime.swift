public import CivilTime

/// 正規の勤務時間 – how long full-time staff are on duty (勤務時間法第5条・第6条).
public enum RegularTime: Sendable {
  /// 1日の勤務時間: 7 hours 45 minutes.
  public static let day = LegalFigureTable(
    "1日の勤務時間",
    newest: LegalFigure(Minutes(hours: 7, minutes: 45), from: start, citation: "勤務時間法第6条第2項")
  )

  /// 1週間の勤務時間: 38 hours 45 minutes.
  public static let week = LegalFigureTable(
    "1週間の勤務時間",
    newest: LegalFigure(Minutes(hours: 38, minutes: 45), from: start, citation: "勤務時間法第5条第1項")
  )

  /// April 2009, when they were shortened.
  private static let start = FiscalYear(startYear: 2009).firstDay
}
