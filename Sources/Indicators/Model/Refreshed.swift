public import CivilTime

/// 数値の鍵: the figure of an indicator in a fiscal year.
public struct FigureKey: Sendable, Hashable {
  /// The identifier of the indicator.
  public let indicator: String
  /// The fiscal year.
  public let year: FiscalYear

  /// A key.
  public init(indicator: String, year: FiscalYear) {
    self.indicator = indicator
    self.year = year
  }
}

/// 計算できなかった数値: a figure whose computation threw; what was stored before stays.
public struct FailedFigure: Error, Sendable, Hashable {
  /// The identifier of the indicator.
  public let indicator: String
  /// The fiscal year.
  public let year: FiscalYear
  /// What was thrown, for the log.
  public let reason: String
}

/// 再計算の結果: what a refresh did.
public struct Refreshed: Sendable, Hashable {
  /// What was computed and stored.
  public private(set) var computed: [FigureKey]
  /// What could not be computed.
  public private(set) var failed: [FailedFigure]
  /// Whether another process is computing; then nothing was done here.
  public let isBusy: Bool

  static let nothing = Refreshed(computed: [], failed: [], isBusy: false)
  static let busy = Refreshed(computed: [], failed: [], isBusy: true)

  static func += (left: inout Refreshed, right: Refreshed) {
    left.computed += right.computed
    left.failed += right.failed
  }
}
