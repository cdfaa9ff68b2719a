/// 語彙: the names that a plan may use because a capability declares them; nil where names are not to be checked.
public struct PlanVocabulary: Hashable, Sendable {
  /// The ids of the indicators, such as `working-time.objective-record`.
  public let indicators: Set<String>?
  /// The ids of the kinds of evidence, such as `hand.report`.
  public let evidenceKinds: Set<String>?
  /// The kinds of events, such as `people.transfer`.
  public let events: Set<String>?

  /// Makes a vocabulary.
  public init(
    indicators: Set<String>? = nil,
    evidenceKinds: Set<String>? = nil,
    events: Set<String>? = nil
  ) {
    self.indicators = indicators
    self.evidenceKinds = evidenceKinds
    self.events = events
  }
}
