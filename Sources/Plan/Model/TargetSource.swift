/// 目標の数値の出所: from which figure a target is judged.
public enum TargetSource: Hashable, Sendable {
  /// Figures from records; the first is judged, the others stand beside it with their own definitions.
  case indicators([String])
  /// The share of a measure's duties that were fulfilled.
  case coverage(MeasureID)
  /// How many times a measure was reported.
  case held(MeasureID)
  /// The share that a measure's reports state: the sum of their counts over the sum of what they were counted of.
  case share(MeasureID)
  /// How many of the units that owe a measure have not reported it.
  case unitsWithout(MeasureID)
  /// Figures that are loaded from a file.
  case imported

  /// The ids of the figures, the judged one first; empty for imported figures.
  public var indicators: [String] {
    switch self {
    case .indicators(let ids): ids
    case .coverage(let measure): ["duties.coverage-\(measure)"]
    case .held(let measure): ["duties.held-\(measure)"]
    case .share(let measure): ["duties.share-\(measure)"]
    case .unitsWithout(let measure): ["duties.units-without-\(measure)"]
    case .imported: []
    }
  }

  /// The measure that the figure is made from, or nil when it comes from elsewhere.
  public var measure: MeasureID? {
    switch self {
    case .coverage(let measure), .held(let measure), .share(let measure), .unitsWithout(let measure): measure
    case .indicators, .imported: nil
    }
  }
}
