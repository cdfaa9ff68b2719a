public import Attachments
public import CivilTime
public import Store

/// 訂正 – what a report should have said; where it belongs stays as it was.
public struct EvidenceCorrection: Sendable, Hashable {
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
  /// Files to add, checked.
  public let files: [CheckedAttachment]
  /// The files of the old report that still belong to it.
  public let kept: Set<RecordID<Attachment>>

  /// A correction.
  public init(
    heldOn: CivilDate,
    quantity: Int? = nil,
    quantityOf: Int? = nil,
    text: String = "",
    link: ExternalLink? = nil,
    files: [CheckedAttachment] = [],
    kept: Set<RecordID<Attachment>> = []
  ) {
    self.heldOn = heldOn
    self.quantity = quantity
    self.quantityOf = quantityOf
    self.text = text
    self.link = link
    self.files = files
    self.kept = kept
  }
}
