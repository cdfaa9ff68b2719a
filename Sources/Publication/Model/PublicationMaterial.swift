package import CivilTime
internal import DisclosureRules
package import FollowUps
internal import Indicators
package import Plan

/// 公表の材料 – everything that is published for a fiscal year, read once; all files are drawn from it.
package struct PublicationMaterial: Sendable {
  /// The follow-up of the year, live or read back from its snapshot.
  package let content: FollowUpContent
  /// How far the follow-up has come; nil while nobody has begun it.
  package let stage: ReportStage?
  /// Whether it is not published yet, so that every page says 案.
  package let isDraft: Bool
  /// The employers in the plan's order.
  package let employers: [EmployerMaterial]
  /// What changed when: the history of the folder, the oldest first.
  package let history: [HistoryLine]

  /// A line of the history.
  package struct HistoryLine: Sendable, Hashable {
    /// The day.
    package let day: CivilDate
    /// What was done.
    package let text: String

    /// A line.
    package init(day: CivilDate, text: String) {
      self.day = day
      self.text = text
    }
  }

  /// What is published for a year.
  package init(
    content: FollowUpContent,
    stage: ReportStage? = nil,
    isDraft: Bool,
    employers: [EmployerMaterial],
    history: [HistoryLine]
  ) {
    self.content = content
    self.stage = stage
    self.isDraft = isDraft
    self.employers = employers
    self.history = history
  }

  /// The fiscal year.
  package var year: FiscalYear { content.year }
}

/// 特定事業主の材料 – what one employer publishes.
package struct EmployerMaterial: Sendable {
  /// The lasting code.
  package let code: String
  /// The name.
  package let name: String
  /// What the employer has set.
  package let settings: EmployerSettings
  /// The figures from records by indicator, guarded.
  package let figures: [String: RecordedFigure]
  /// The figures from files by key.
  package let supplied: [String: SuppliedFigure]
  /// The pay gap; nil where there is none yet.
  package let payGap: PayGapYear?
  /// That of the year before, for the method.
  package let payGapBefore: PayGapYear?
  /// What the targets stood at when they were set, as far as it is known.
  package let baselines: [TargetID: Baseline]

  /// The first known figure of a target.
  package struct Baseline: Sendable, Hashable {
    /// What it came to.
    package let amount: ReportedAmount
    /// The last day that it takes in.
    package let asOf: CivilDate

    /// A first figure.
    package init(amount: ReportedAmount, asOf: CivilDate) {
      self.amount = amount
      self.asOf = asOf
    }
  }

  /// What one employer publishes.
  package init(
    code: String,
    name: String,
    settings: EmployerSettings,
    figures: [String: RecordedFigure] = [:],
    supplied: [String: SuppliedFigure] = [:],
    payGap: PayGapYear? = nil,
    payGapBefore: PayGapYear? = nil,
    baselines: [TargetID: Baseline] = [:]
  ) {
    self.code = code
    self.name = name
    self.settings = settings
    self.figures = figures
    self.supplied = supplied
    self.payGap = payGap
    self.payGapBefore = payGapBefore
    self.baselines = baselines
  }
}
