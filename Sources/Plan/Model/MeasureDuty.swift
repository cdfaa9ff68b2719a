public import Duties

/// 取組の義務: what a measure makes somebody owe, when, and what fulfils it.
public struct MeasureDuty: Hashable, Sendable {
  /// Its lasting name within the measure, such as `a`.
  public let name: String
  /// What is to be done, in one Japanese sentence; nil for what the measure's summary says.
  public let task: String?
  /// Who owes it, about whom or what.
  public let debtor: Debtor
  /// In which cycle or at which event it arises.
  public let occasion: Occasion
  /// By when it is due.
  public let due: DueRule
  /// What kind of evidence fulfils it.
  public let evidence: EvidenceKindID
  /// Whether many may be settled at once.
  public let isBulkSafe: Bool

  /// Makes a duty of a measure.
  public init(
    name: String,
    task: String?,
    debtor: Debtor,
    occasion: Occasion,
    due: DueRule,
    evidence: EvidenceKindID,
    isBulkSafe: Bool
  ) {
    self.name = name
    self.task = task
    self.debtor = debtor
    self.occasion = occasion
    self.due = due
    self.evidence = evidence
    self.isBulkSafe = isBulkSafe
  }
}
