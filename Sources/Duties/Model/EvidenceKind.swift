public import Store

/// 証跡の種類 – what kind of evidence fulfils a duty, declared by the capability that leaves it.
public struct EvidenceKind: Sendable, Hashable {
  /// What a form asks for besides the day.
  public enum Ask: String, Sendable, Hashable, CaseIterable {
    /// What was done, in words.
    case text
    /// How many.
    case quantity
    /// Of how many.
    case quantityOf = "quantity-of"
    /// A link.
    case link
    /// Files.
    case file
  }

  /// Its name in the plan file.
  public let id: EvidenceKindID
  /// Its name on pages.
  public let title: String
  /// What is asked for; empty where the day alone says it.
  public let asks: Set<Ask>

  /// A kind of evidence.
  public init(_ id: EvidenceKindID, title: String, asks: Set<Ask> = []) {
    self.id = id
    self.title = title
    self.asks = asks
  }
}

/// The name of a kind of evidence, such as `hand.report`.
public struct EvidenceKindID: RawRepresentable, Sendable, Hashable, SQLStorable {
  /// The name.
  public let rawValue: String

  /// A name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
