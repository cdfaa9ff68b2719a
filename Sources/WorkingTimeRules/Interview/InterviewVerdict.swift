public import CivilTime

/// 面接指導の判定 – the duty in a month and the figure that decided it.
public struct InterviewVerdict: Hashable, Sendable {
  /// What decided.
  public enum Reason: Hashable, Sendable {
    /// The month alone has 100 hours or more.
    case month
    /// The sum over so many months is above 80 hours each.
    case average(months: Int, sum: Minutes)
    /// The month is above 80 hours, and the person asked or may ask.
    case highMonth
    /// Nothing reaches a threshold.
    case none
  }

  /// The month judged.
  public let month: YearMonth

  /// Its overtime.
  public let overtime: Minutes

  /// Whether an interview must be given.
  public let duty: InterviewDuty

  /// What decided.
  public let reason: Reason

  /// Whether the person has not asked yet, and asking would make the interview a duty.
  public var mayRequest: Bool { duty == .none && reason == .highMonth }

  /// The article that decided.
  public var citation: String {
    switch reason {
    case .month: InterviewFigures.month.newest.citation
    case .average: InterviewFigures.average.newest.citation
    case .highMonth, .none: InterviewFigures.onRequest.newest.citation
    }
  }

  /// Why the verdict is so, in Japanese.
  public var explanation: String {
    let month = "\(month.japanese)の超過勤務は\(overtime.japanese)です。"
    switch reason {
    case .month:
      return month + "100時間以上のため、申出がなくても医師の面接指導を行います。"
    case .average(let months, let sum):
      return month + "\(months)か月の合計が\(sum.japanese)で平均80時間を超えるため、申出がなくても医師の面接指導を行います。"
    case .highMonth:
      return month + (mayRequest ? "80時間を超えるため、申出があれば医師の面接指導を行います。" : "80時間を超え、申出があるため、医師の面接指導を行います。")
    case .none:
      return month + "面接指導の基準に達していません。"
    }
  }
}
