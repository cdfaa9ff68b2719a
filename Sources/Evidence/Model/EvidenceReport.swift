public import Attachments
public import CivilTime
public import Duties
public import People
public import Store

/// 実施の報告 – what somebody reports about a measure.
public struct EvidenceReport: Sendable, Hashable {
  /// The code of the plan.
  public let plan: String
  /// The measure: always the original, never an alias.
  public let measure: String
  /// The kind of evidence.
  public let kind: EvidenceKindID
  /// The employer.
  public let employer: RecordID<Employer>
  /// The unit that did it; nil where it is the employer's as a whole.
  public let unit: RecordID<OrganizationUnit>?
  /// The person whom it is about, if any.
  public let aboutEmployee: RecordID<Employee>?
  /// The fiscal year in whose report it stands.
  public let year: FiscalYear
  /// The day on which it was done.
  public let heldOn: CivilDate
  /// How many; nil is not nought.
  public let quantity: Int?
  /// Of how many, above 0.
  public let quantityOf: Int?
  /// What was done, in words; may be empty.
  public let text: String
  /// A link.
  public let link: ExternalLink?
  /// Files, checked.
  public let files: [CheckedAttachment]

  /// A report; without a year, it stands in that of the day.
  public init(
    plan: String,
    measure: String,
    kind: EvidenceKindID,
    employer: RecordID<Employer>,
    unit: RecordID<OrganizationUnit>?,
    aboutEmployee: RecordID<Employee>? = nil,
    year: FiscalYear? = nil,
    heldOn: CivilDate,
    quantity: Int? = nil,
    quantityOf: Int? = nil,
    text: String = "",
    link: ExternalLink? = nil,
    files: [CheckedAttachment] = []
  ) {
    self.plan = plan
    self.measure = measure
    self.kind = kind
    self.employer = employer
    self.unit = unit
    self.aboutEmployee = aboutEmployee
    self.year = year ?? heldOn.fiscalYear
    self.heldOn = heldOn
    self.quantity = quantity
    self.quantityOf = quantityOf
    self.text = text
    self.link = link
    self.files = files
  }
}
