public import CivilTime
public import Duties
public import People
public import Store

/// 証跡 – something that was done for a measure, reported by hand; it is never changed, only corrected beside.
public struct EvidenceEntry: Sendable, Hashable {
  /// Its number.
  public let id: RecordID<EvidenceEntry>
  /// The code of the plan.
  public let plan: String
  /// The measure: always the original, never an alias.
  public let measure: String
  /// Its kind.
  public let kind: EvidenceKindID
  /// The employer.
  public let employer: RecordID<Employer>
  /// The unit that did it; nil where it is the employer's as a whole.
  public let unit: RecordID<OrganizationUnit>?
  /// The fiscal year in whose report it stands.
  public let year: FiscalYear
  /// The day on which it was done.
  public let heldOn: CivilDate
  /// Whether it is about one person.
  public let isAboutPerson: Bool
  /// What it says; nil where it is about a person and the reader may not know.
  public let content: Content?
  /// The report that it takes the place of.
  public let corrects: RecordID<EvidenceEntry>?
  /// Whether it still counts.
  public let standing: Standing
  /// When it was reported.
  public let recordedAt: Instant

  /// What a report says.
  public struct Content: Sendable, Hashable {
    /// The person whom it is about, if any.
    public let aboutEmployee: RecordID<Employee>?
    /// How many; nil is not nought.
    public let quantity: Int?
    /// Of how many, above 0.
    public let quantityOf: Int?
    /// What was done, in words; may be empty.
    public let text: String
    /// A link, http or https.
    public let link: ExternalLink?
  }

  /// Whether a report counts.
  public enum Standing: Sendable, Hashable {
    /// It counts.
    case current
    /// Another one took its place.
    case corrected(by: RecordID<EvidenceEntry>)
    /// It was taken back; the reason stands with the withdrawal.
    case withdrawn(at: Instant)
  }
}
