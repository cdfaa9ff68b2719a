public import CivilTime

/// 面接指導の数値 – the overtime from which a doctor sees a person (人事院規則10―4第22条の2).
public enum InterviewFigures: Sendable {
  /// 1箇月: 100 hours or more make the interview a duty.
  public static let month = LegalFigureTable(
    "面接指導を行う1箇月の超過勤務（以上）",
    newest: LegalFigure(
      Minutes(hours: 100),
      from: start,
      citation: "人事院規則10―4第22条の2第1項第1号、職職―97第1項(1)"
    )
  )

  /// 複数月平均: more than 80 hours a month over any 2 to 6 months make it a duty.
  public static let average = LegalFigureTable(
    "面接指導を行う2～6箇月平均の超過勤務（超）",
    newest: LegalFigure(
      Minutes(hours: 80),
      from: start,
      citation: "人事院規則10―4第22条の2第1項第1号、職職―97第1項(1)"
    )
  )

  /// 申出による面接: more than 80 hours in the month, where the person asks for it.
  public static let onRequest = LegalFigureTable(
    "申出により面接指導を行う1箇月の超過勤務（超）",
    newest: LegalFigure(
      Minutes(hours: 80),
      from: start,
      citation: "人事院規則10―4第22条の2第1項第2号、職職―97第1項(2)"
    )
  )

  /// The windows of the average, in months.
  public static let windows = 2...6

  private static let start = YearMonth(index: 2019 * 12 + 3).firstDay
}
