/// 目標: a number that the plan wants to reach, with the definition that makes it a number.
public struct Target: Hashable, Sendable {
  /// The lasting id, such as `T01`.
  public let id: TargetID
  /// A short title in Japanese.
  public let title: String
  /// The measures that the target belongs to; at least one, never an alias.
  public let measures: [MeasureID]
  /// What is counted above the line, in Japanese.
  public let numerator: String
  /// What is counted below the line, in Japanese, or nil for a plain count.
  public let denominator: String?
  /// Which day or span is counted, and how, in Japanese.
  public let counting: String
  /// The number to reach.
  public let value: TargetValue
  /// By when.
  public let deadline: Deadline
  /// Remarks and pitfalls, in Japanese.
  public let notes: [String]
}
