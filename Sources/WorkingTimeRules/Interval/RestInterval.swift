public import CivilTime

/// 勤務間インターバル – the rest between the end of one day's work and the start of the next.
///
/// A duty of effort, never a violation (人事院規則15―14第1条の2). Days off in between lengthen it.
public struct RestInterval: Hashable, Sendable {
  /// What the interval comes to.
  public enum Verdict: Hashable, Sendable {
    /// At least the reference.
    case sufficient
    /// Short of it: by how much, and the earliest start that would keep it.
    case short(by: Minutes, earliestStart: WorkMoment)
    /// No reference was in force on the day of the end.
    case noReference
  }

  /// 目安の時間: 11 hours between end and start (職職―78).
  public static let reference = LegalFigureTable(
    "勤務間のインターバルの目安",
    newest: LegalFigure(
      Minutes(hours: 11),
      from: YearMonth(index: 2024 * 12 + 3).firstDay,
      citation: "人事院規則15―14第1条の2、令和6年3月29日職職―78"
    )
  )

  /// The end of work.
  public let end: WorkMoment

  /// The next start of work.
  public let start: WorkMoment

  /// The interval from an end to the next start, or nil where the start lies before the end.
  public init?(from end: WorkMoment, to start: WorkMoment) {
    guard end <= start else { return nil }
    self.end = end
    self.start = start
  }

  /// The time between end and start.
  public var length: Minutes { start - end }

  /// How much the interval lacks of a reference, or zero.
  public func shortfall(of reference: Minutes) -> Minutes {
    max(.zero, reference - length)
  }

  /// The earliest start that keeps a reference.
  public func earliestStart(keeping reference: Minutes) -> WorkMoment {
    end.advanced(by: reference)
  }

  /// What the interval comes to against the reference in force when the work ended.
  public var verdict: Verdict {
    guard let reference = RestInterval.reference.figure(on: end.date)?.amount else { return .noReference }
    let lack = shortfall(of: reference)
    return lack == .zero ? .sufficient : .short(by: lack, earliestStart: earliestStart(keeping: reference))
  }

  /// The article of the reference.
  public var citation: String { RestInterval.reference.newest.citation }

  /// What the interval comes to, in Japanese; advice, never blame.
  public var explanation: String {
    let length = "終業から次の始業まで\(length.japanese)です。"
    switch verdict {
    case .sufficient: return length + "目安の11時間を確保できています。"
    case .short(let lack, let earliest):
      let day = "\(earliest.date.month)月\(earliest.date.day)日\(earliest.time)"
      return length + "目安の11時間に\(lack.japanese)足りません。\(day)以降に始業すると確保できます。"
    case .noReference: return length + "この日には目安の定めがありません。"
    }
  }
}
