public import Store

/// 確かめた添付 – a file whose name, size and content were found to be in order.
///
/// Only the check makes one, so nothing unchecked reaches the database.
public struct CheckedAttachment: Sendable, Hashable {
  /// The number that it will have.
  public let id: RecordID<Attachment>
  /// Its name without folders.
  public let name: String
  /// What its content is.
  public let type: AttachmentType
  /// The content.
  public let bytes: [UInt8]
  /// The SHA-256 digest of the content.
  let digest: [UInt8]
}
