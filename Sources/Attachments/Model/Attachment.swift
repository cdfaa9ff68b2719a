public import CivilTime
public import Store

/// 添付 – a file that somebody handed in; its bytes are kept apart.
public struct Attachment: Sendable, Hashable {
  /// Its number.
  public let id: RecordID<Attachment>
  /// Its name as typed, without folders.
  public let name: String
  /// What its content is.
  public let type: AttachmentType
  /// Its size in bytes.
  public let size: Int
  /// When it was handed in.
  public let uploadedAt: Instant

  /// A file.
  public init(
    id: RecordID<Attachment>,
    name: String,
    type: AttachmentType,
    size: Int,
    uploadedAt: Instant
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.size = size
    self.uploadedAt = uploadedAt
  }
}
