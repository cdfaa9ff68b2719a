internal import Indicators
internal import CivilTime
internal import People

/// Points over time as points of a target.
enum TargetTrend {
  static func points(
    _ points: [TrendPoint],
    _ definition: Indicator.Definition,
    _ target: Target
  ) -> [TargetTrendPoint] {
    points.compactMap { point in
      guard let milli = TargetAmount.counted(point.ratio, definition.form).milli(of: target) else {
        return nil
      }
      return TargetTrendPoint(
        year: point.year,
        asOf: point.asOf,
        milli: milli,
        definition: DefinitionKey(name: definition.title, version: point.methodVersion)
      )
    }
  }
}

extension TargetStanding {
  /// What is said where the way of counting changed between the figures over the years, the last time that it did;
  /// nil where it did not.
  package var methodChange: String? {
    let changes = zip(trend, trend.dropFirst()).filter { before, after in
      before.definition != after.definition
    }
    guard let (before, after) = changes.last else { return nil }
    return """
      \(after.asOf.japaneseWithoutWeekday)の数値から、数え方が「\(before.definition.words)」から\
      「\(after.definition.words)」に変わりました。変わる前と後の数値は、そのまま比べられません。
      """
  }
}

extension TargetAmount {
  /// What was counted, in the way that its form is held against targets.
  static func counted(_ ratio: Ratio, _ form: Indicator.Form) -> TargetAmount {
    switch form {
    case .share: .ratio(ratio)
    case .count: .value(milli: ratio.numerator * 1_000, ratio)
    case .average(let unit): .ratio(Ratio(ratio.numerator, of: ratio.denominator * unit.parts))
    }
  }

  /// Thousandths of the target's unit for lines; nil when it may not be shown or would say nothing.
  package func milli(of target: Target) -> Int? {
    switch self {
    case .withheld: return nil
    case .value(let milli, _): return milli
    case .ratio(let ratio):
      guard target.countsShare else { return ratio.rounded(times: 1_000) }
      return ratio.denominator < Tally.fewestForRate ? nil : ratio.rounded(times: 100_000)
    }
  }
}

extension TargetFigure {
  /// The figure of an indicator as one of a target; nil while nothing has been counted, or where there is nothing.
  init?(
    _ figure: IndicatorFigure,
    _ target: Target,
    _ year: FiscalYear,
    employer: Employer? = nil,
    shown: Figure? = nil
  ) {
    guard let run = figure.run else { return nil }
    let amount: TargetAmount
    switch shown ?? figure.total {
    case .withheld: amount = .withheld
    case .shown(let tally) where tally.ratio == .zero: return nil
    case .shown(let tally): amount = .counted(tally.ratio, figure.definition.form)
    }
    self.init(
      target: target.id,
      year: year,
      employer: employer,
      amount: amount,
      asOf: run.asOf,
      isProvisional: run.isProvisional,
      isStale: run.isStale,
      origin: .computed(indicator: figure.definition.id),
      definition: DefinitionKey(name: figure.definition.title, version: run.methodVersion)
    )
  }
}
