public import Indicators

/// 集計: what was counted of a group, and of how many people.
public struct Tally: Hashable, Sendable {
  /// What was counted above the line, and below it.
  public let ratio: Ratio
  /// How many people were in service, by whom a figure could be traced.
  public let people: Int

  /// Below this denominator a share says more about chance than about the group.
  static let fewestForRate = 10

  /// Nothing of nobody.
  static let nothing = Tally(ratio: .zero, people: 0)

  /// The share in percent as `87.5`; nil when fewer than ten were counted below the line.
  public var rate: String? {
    ratio.denominator < Tally.fewestForRate ? nil : ratio.percentText
  }

  static func + (left: Tally, right: Tally) -> Tally {
    Tally(ratio: left.ratio + right.ratio, people: left.people + right.people)
  }
}

/// 数値: a tally, or that it may not be shown; what may not be shown is nowhere in the value.
public enum Figure: Hashable, Sendable {
  /// What was counted.
  case shown(Tally)
  /// It could be traced to single people.
  case withheld
}
