public import Indicators
public import People

/// 指標の数値: what an indicator came to in a fiscal year, for all, for each employer and for its bureaus.
public struct IndicatorFigure: Hashable, Sendable {
  /// What is counted and how.
  public let definition: Indicator.Definition
  /// All employers together.
  public let total: Figure
  /// Each employer with its bureaus, the oldest first.
  public let employers: [EmployerFigure]
}

/// 特定事業主の数値: the figure of an employer, and of those bureaus whose figure may be shown.
public struct EmployerFigure: Hashable, Sendable {
  /// The employer.
  public let employer: Employer
  /// All its people together.
  public let figure: Figure
  /// The units at the top of its tree, each with all below it, in 建制順.
  public let units: [UnitFigure]
  /// How many more units there are whose figure may not be shown.
  public let withheldUnitCount: Int
}

/// 組織の数値: the tally of a unit with all below it.
public struct UnitFigure: Hashable, Sendable {
  /// The unit.
  public let unit: OrganizationUnit
  /// What was counted.
  public let tally: Tally
}
