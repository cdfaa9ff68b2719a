package import CivilTime
package import Indicators

/// 年次フォローアップの中身: what is reported of a plan for a fiscal year, as plain values.
///
/// Every form of the report is drawn from it, so that their numbers agree, and a snapshot is nothing but its text.
/// Figures are guarded before they come here: what may not be shown is nowhere in the value.
package struct FollowUpContent: Hashable, Sendable {
  /// The edition of the plan that holds for the year.
  package let version: PlanVersion
  /// The fiscal year.
  package let year: FiscalYear
  /// The newest day that any figure takes in; nil where there is no figure.
  package let asOf: CivilDate?
  /// The day on which it was made.
  package let madeOn: CivilDate
  /// All measures that are not aliases, in the plan's order.
  package let measures: [MeasureLine]
  /// All targets in the plan's order.
  package let targets: [TargetLine]
  /// The figures from records that measures name, by id.
  package let figures: [FigureLine]

  /// Makes the content of a report.
  package init(
    version: PlanVersion,
    year: FiscalYear,
    asOf: CivilDate?,
    madeOn: CivilDate,
    measures: [MeasureLine],
    targets: [TargetLine],
    figures: [FigureLine]
  ) {
    self.version = version
    self.year = year
    self.asOf = asOf
    self.madeOn = madeOn
    self.measures = measures
    self.targets = targets
    self.figures = figures
  }

  /// The plan as data.
  package var plan: ActionPlan { version.plan }

  /// What is reported of a measure, that of the original for an alias.
  package func measure(_ id: MeasureID) -> MeasureLine? {
    guard let original = plan.original(of: id)?.id else { return nil }
    return measures.first { line in line.id == original }
  }

  /// What is reported of a target.
  package func target(_ id: TargetID) -> TargetLine? {
    targets.first { line in line.id == id }
  }

  /// The figure of an indicator.
  package func figure(_ id: String) -> FigureLine? {
    figures.first { line in line.id == id }
  }
}

/// 取組の報告行: what is reported of one measure.
package struct MeasureLine: Hashable, Sendable {
  /// The measure, never an alias.
  package let id: MeasureID
  /// How it stands, in one word.
  package let status: MeasureStatus
  /// How much of what was owed is settled; nil when nothing is owed.
  package let coverage: Coverage?
  /// What was reported of it; nil when nothing was.
  package let evidence: MeasureEvidence?
  /// Of the units that owe it, how many have reported; nil where that is not asked.
  package let units: Ratio?
  /// The newest day on which something was reported or settled.
  package let lastActivity: CivilDate?
  /// Whether nothing has happened for 90 days although the year is under way.
  package let isStale: Bool
  /// Why it was stopped; nil for a measure that goes on.
  package let stopped: String?
  /// What was done, in the secretariat's words.
  package let done: String?
  /// The next step, in the secretariat's words.
  package let next: String?

  /// Makes a line.
  package init(
    id: MeasureID,
    status: MeasureStatus,
    coverage: Coverage? = nil,
    evidence: MeasureEvidence? = nil,
    units: Ratio? = nil,
    lastActivity: CivilDate? = nil,
    isStale: Bool = false,
    stopped: String? = nil,
    done: String? = nil,
    next: String? = nil
  ) {
    self.id = id
    self.status = status
    self.coverage = coverage
    self.evidence = evidence
    self.units = units
    self.lastActivity = lastActivity
    self.isStale = isStale
    self.stopped = stopped
    self.done = done
    self.next = next
  }
}

/// 目標の報告行: what is reported of one target.
package struct TargetLine: Hashable, Sendable {
  /// The target.
  package let id: TargetID
  /// The figure that is held against the target's value; nil while there is none.
  package let judged: ReportedFigure?
  /// Figures of the same target under other definitions, never merged with the judged one.
  package let others: [ReportedFigure]
  /// The judged definition employer by employer.
  package let byEmployer: [ReportedFigure]
  /// Whether the judged figure reaches the value.
  package let verdict: TargetVerdict
  /// How far it is from the value, in words.
  package let distance: String
  /// That the way of counting changed between the figures of the years, in words; nil where it did not.
  package let methodChange: String?
  /// Why it stands as it does, in the secretariat's words.
  package let reason: String?
  /// What follows from it, in the secretariat's words.
  package let analysis: String?

  /// Makes a line.
  package init(
    id: TargetID,
    judged: ReportedFigure?,
    others: [ReportedFigure] = [],
    byEmployer: [ReportedFigure] = [],
    verdict: TargetVerdict,
    distance: String,
    methodChange: String? = nil,
    reason: String? = nil,
    analysis: String? = nil
  ) {
    self.id = id
    self.judged = judged
    self.others = others
    self.byEmployer = byEmployer
    self.verdict = verdict
    self.distance = distance
    self.methodChange = methodChange
    self.reason = reason
    self.analysis = analysis
  }
}

/// 達成の判定: what came of a target.
package enum TargetVerdict: String, CaseIterable, Hashable, Sendable {
  /// 達成
  case reached
  /// 未達成
  case missed
  /// 判定なし: no figure, or one that may not be judged.
  case unknown

  /// The word for pages and reports.
  package var japanese: String {
    switch self {
    case .reached: "達成"
    case .missed: "未達成"
    case .unknown: "判定なし"
    }
  }
}
