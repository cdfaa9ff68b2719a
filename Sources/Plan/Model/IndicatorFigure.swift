public import CivilTime
public import Indicators
public import People

/// 指標の数値: what an indicator came to in a fiscal year, for all, for each employer and for its bureaus.
public struct IndicatorFigure: Hashable, Sendable {
  /// What is counted and how.
  public let definition: Indicator.Definition
  /// Whether it has been counted, and as of when.
  public let standing: FigureStanding
  /// All employers together.
  public let total: Figure
  /// Each employer with its bureaus, the oldest first.
  public let employers: [EmployerFigure]

  /// When and as of which day it was counted; nil when it has not been.
  public var run: FigureRun? {
    guard case .counted(let run) = standing else { return nil }
    return run
  }
}

/// 計算の状態: whether a figure has been counted.
public enum FigureStanding: Hashable, Sendable {
  /// It has been counted.
  case counted(FigureRun)
  /// It will be counted in a few minutes.
  case waiting
  /// There is no figure before this day.
  case notBefore(CivilDate)
}

/// 計算の記録: when a figure was counted, as of which day, and whether that is still good.
public struct FigureRun: Hashable, Sendable {
  /// The day that it tells of.
  public let asOf: CivilDate
  /// When it was computed.
  public let computedAt: Instant
  /// Whether it will go on changing.
  public let isProvisional: Bool
  /// By which version of the method.
  public let methodVersion: Int
  /// Whether it should have been computed anew and was not.
  public let isStale: Bool
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
  public let unit: FigureBureau
  /// What was counted.
  public let tally: Tally
}
