package import CivilTime
package import Indicators
package import People
package import Store

/// 目標の数値: one figure of a target; what may not be shown is nowhere in the value.
package struct TargetFigure: Hashable, Sendable {
  /// The target.
  package let target: TargetID
  /// The fiscal year, or the calendar year of the same number where the target is counted by calendar years.
  package let year: FiscalYear
  /// The employer; nil for all together.
  package let employer: Employer?
  /// What it came to.
  package let amount: TargetAmount
  /// The day that it tells of.
  package let asOf: CivilDate
  /// Whether it will go on changing.
  package let isProvisional: Bool
  /// Whether it is not the newest that could be known.
  package let isStale: Bool
  /// Where it comes from.
  package let origin: FigureOrigin
  /// The way of counting.
  package let definition: DefinitionKey
}

/// 数値の大きさ: a quotient or a value, or that it may not be shown.
package enum TargetAmount: Hashable, Sendable {
  /// Numerator over denominator; for a rate a share of 1, otherwise an average in the target's unit.
  case ratio(Ratio)
  /// Thousandths of the target's unit, with what it was counted of where that is known.
  case value(milli: Int, Ratio?)
  /// It could be traced to single people.
  case withheld
}

/// 数値の出所: where a figure of a target comes from.
package enum FigureOrigin: Hashable, Sendable {
  /// Computed from records by this indicator.
  case computed(indicator: String)
  /// Counted by others and imported.
  case imported(RecordID<ImportedFigure>, source: String)

  /// The origin in a word.
  package var japanese: String {
    switch self {
    case .computed: "記録から計算"
    case .imported: "取り込んだ数値"
    }
  }
}

/// 定義の鍵: a way of counting and its version; figures with different keys are never joined.
package struct DefinitionKey: Hashable, Sendable {
  /// An indicator's title, or the method of an imported figure.
  package let name: String
  /// The version of the method; 0 where it has none.
  package let version: Int
}

/// 推移の点: a figure of a target on one day, fit to be shown.
package struct TargetTrendPoint: Hashable, Sendable {
  /// The fiscal or calendar year.
  package let year: FiscalYear
  /// The day.
  package let asOf: CivilDate
  /// Thousandths of the target's unit.
  package let milli: Int
  /// The way of counting.
  package let definition: DefinitionKey
}

/// 目標の現状: what is known of a target in a year.
package struct TargetStanding: Hashable, Sendable {
  /// The target.
  package let target: TargetID
  /// The figure that is held against the value: that of the year, or of the deadline's year when that has passed.
  package let judged: TargetFigure?
  /// Figures under other definitions, and those after the deadline; never merged with the judged one.
  package let others: [TargetFigure]
  /// The judged definition employer by employer.
  package let byEmployer: [TargetFigure]
  /// How far the judged figure is from the value.
  package let distance: TargetDistance
  /// At most twelve points of the judged definition, the oldest first.
  package let trend: [TargetTrendPoint]
}
