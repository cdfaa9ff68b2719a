public import CivilTime

/// 年次フォローアップ: what is known of every measure and target of the plan in a fiscal year.
///
/// It is computed once; every form of the report is drawn from it, so that their figures agree.
public struct FollowUp: Hashable, Sendable {
  /// The plan.
  public let version: PlanVersion
  /// The fiscal year.
  public let year: FiscalYear
  /// The day on which it was made.
  public let madeOn: CivilDate
  let figures: [String: IndicatorFigure]

  /// The last day that any of the figures takes in; nil when nothing has been counted.
  public var asOf: CivilDate? { figures.values.compactMap(\.run?.asOf).max() }

  /// The plan as data.
  public var plan: ActionPlan { version.plan }

  /// What is known of a measure, that of the original for an alias.
  public func state(of id: MeasureID) -> MeasureState {
    plan.content(of: id).map { MeasureState($0, figures: figures) } ?? .notReported
  }

  /// The originals whose figures come from records, in the plan's order.
  public var computed: [Measure] {
    plan.originals.filter { measure in state(of: measure.id) != .notReported }
  }

  /// How many originals nothing has been reported of.
  public var notReportedCount: Int { plan.originals.count - computed.count }

  /// How far the report goes, in one Japanese sentence.
  public var summary: String {
    let all = plan.originals.count
    return "\(all)の取組のうち、記録から計算しているものは\(computed.count)、まだ報告されていないものは\(notReportedCount)です。"
  }

  /// The day of the figures in words.
  public var asOfText: String { FigureWords.asOf(asOf) }

  /// The day of the figures in a sentence.
  var asOfSentence: String { asOf == nil ? "\(asOfText)。" : "数値は\(asOfText)です。" }
}
