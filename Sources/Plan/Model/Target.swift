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
  /// The version of the definition, from 1; raised when what is counted changes.
  public let definition: Int
  /// From which figure it is judged.
  public let source: TargetSource
  /// How the figure is held against the value.
  public let judged: TargetJudgement
  /// The field of the yearly disclosure under which it is published.
  public let field: DisclosureField

  /// Makes a target; without the last four it is judged by imported figures against its value.
  public init(
    id: TargetID,
    title: String,
    measures: [MeasureID],
    numerator: String,
    denominator: String?,
    counting: String,
    value: TargetValue,
    deadline: Deadline,
    notes: [String],
    definition: Int = 1,
    source: TargetSource = .imported,
    judged: TargetJudgement = .value,
    field: DisclosureField = .other
  ) {
    self.id = id
    self.title = title
    self.measures = measures
    self.numerator = numerator
    self.denominator = denominator
    self.counting = counting
    self.value = value
    self.deadline = deadline
    self.notes = notes
    self.definition = definition
    self.source = source
    self.judged = judged
    self.field = field
  }
}
