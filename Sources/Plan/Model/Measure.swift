public import CivilTime

/// 取組: a row of the plan, either a measure of its own or one printed a second time.
public struct Measure: Hashable, Sendable {
  /// The lasting id, such as `II-1-1-1`.
  public let id: MeasureID
  /// Whether the row has content and progress of its own.
  public let kind: MeasureKind

  /// The row's own content, or nil for an alias; ``ActionPlan/content(of:)`` follows aliases.
  public var ownContent: MeasureContent? {
    guard case .original(let content) = kind else { return nil }
    return content
  }

  /// The original that an alias repeats, or nil for an original.
  public var aliasOf: MeasureID? {
    guard case .alias(let original) = kind else { return nil }
    return original
  }
}

/// 取組の別: an original carries content, an alias (再掲) only points, so that it cannot have a state of its own.
public enum MeasureKind: Hashable, Sendable {
  /// A measure with content and progress of its own.
  case original(MeasureContent)
  /// 再掲: the same measure printed again. In a plan that was read, the id is always that of an original.
  case alias(of: MeasureID)
}

/// 取組の内容: what a measure asks of whom, how often, and what shows that it was done.
public struct MeasureContent: Hashable, Sendable {
  /// A short, plain title in Japanese.
  public let title: String
  /// What the measure asks, in one Japanese sentence.
  public let summary: String
  /// Who has to act; at least one.
  public let owners: [OwnerRole]
  /// Who attends, is observed or receives, without owing the measure.
  public let participants: [OwnerRole]
  /// When the plan wants it.
  public let phase: Phase
  /// How often it falls due.
  public let cadence: Cadence
  /// Which event, or why this rhythm, in Japanese.
  public let cadenceNote: String?
  /// What the plan leaves open and the file supposes.
  public let assumed: Set<AssumedField>
  /// What shows that it was done, in Japanese.
  public let evidence: String
  /// Measures to read together with this one; they are counted apart.
  public let related: [MeasureID]
  /// A remark in Japanese.
  public let note: String?
  /// The ids of the indicators that it is computed from, such as `working-time.objective-record`; often none.
  public let indicators: [String]
  /// How many months after a fiscal year it is due, when it looks back on the year.
  public let dueMonthsAfterYear: Int?
  /// What it makes somebody owe; often one duty, none where nobody is asked.
  public let duties: [MeasureDuty]
  /// What makes it count as done in a fiscal year.
  public let coverage: CoverageRule

  /// The last day on which it is due for a fiscal year, or nil when it does not look back on years.
  public func dueDay(after year: FiscalYear) -> CivilDate? {
    dueMonthsAfterYear.map { months in year.lastMonth.adding(months: months).lastDay }
  }
}

/// 推定: a field that the plan does not state and that the file fills by supposition.
public enum AssumedField: String, CaseIterable, Hashable, Sendable {
  /// Who has to act was supposed.
  case owners
  /// The rhythm was supposed.
  case cadence
  /// Who owes what by when was supposed.
  case duties
}
