public import CivilTime
public import Indicators

/// 取組の現状: what is known of a measure in a fiscal year.
public struct MeasureState: Hashable, Sendable {
  /// How it stands, in one word.
  public let status: MeasureStatus
  /// How much of what was owed is settled; nil when nothing is owed.
  public let coverage: Coverage?
  /// What was reported of it; nil when nothing was.
  public let evidence: MeasureEvidence?
  /// How many of the units that owe it have reported at least once; nil where that is not asked.
  public let units: Ratio?
  /// Its figures from records; often none.
  public let figures: [IndicatorFigure]
  /// Whether nothing has happened for 90 days although the year is under way.
  public let isStale: Bool
  /// Why it was stopped; nil for a measure that goes on.
  public let decision: MeasureDecision?

  /// Makes a state.
  public init(
    status: MeasureStatus,
    coverage: Coverage? = nil,
    evidence: MeasureEvidence? = nil,
    units: Ratio? = nil,
    figures: [IndicatorFigure] = [],
    isStale: Bool = false,
    decision: MeasureDecision? = nil
  ) {
    self.status = status
    self.coverage = coverage
    self.evidence = evidence
    self.units = units
    self.figures = figures
    self.isStale = isStale
    self.decision = decision
  }

  /// 未報告: nothing has been reported.
  public static let notReported = MeasureState(status: .notStarted)

  /// 記録から計算: nothing but figures from records.
  public static func computed(_ figures: [IndicatorFigure]) -> MeasureState {
    MeasureState(status: .computed, figures: figures)
  }

  /// The status for pages and reports.
  public var japanese: String { status.japanese }

  /// The day of the newest report or settled duty; nil when there is none.
  public var lastActivity: CivilDate? { evidence?.lastHeldOn }
}

/// 取組の報告: what was reported of a measure in a fiscal year, all employers together.
public struct MeasureEvidence: Hashable, Sendable {
  /// How many reports count.
  public let cases: Int
  /// The sum of what was counted; nil where nothing was.
  public let quantity: Int?
  /// The sum of what it was counted of; nil where nothing was.
  public let quantityOf: Int?
  /// The newest day that a report tells of, or on which a duty was settled.
  public let lastHeldOn: CivilDate?

  /// Makes a sum of reports.
  public init(cases: Int, quantity: Int?, quantityOf: Int?, lastHeldOn: CivilDate?) {
    self.cases = cases
    self.quantity = quantity
    self.quantityOf = quantityOf
    self.lastHeldOn = lastHeldOn
  }
}

/// 中止の決定: that the secretariat stopped a measure for a fiscal year, and why.
public struct MeasureDecision: Hashable, Sendable {
  /// Why, in Japanese.
  public let reason: String
  /// When it was decided.
  public let at: Instant

  /// Makes a decision.
  public init(reason: String, at: Instant) {
    self.reason = reason
    self.at = at
  }
}
