internal import CivilTime
public import Store

/// 添付の記録 – reads and writes files that were handed in.
public enum AttachmentRecords: Sendable {
  /// What is known of some files, in the order of their numbers; content is not read.
  public static func metadata(
    _ ids: [RecordID<Attachment>],
    on connection: any SQLConnection
  ) throws -> [Attachment] {
    guard !ids.isEmpty else { return [] }
    return try connection.rows(
      "SELECT id, name, type, size, uploaded_at FROM attachment WHERE id IN (\(list: ids)) ORDER BY id"
    ).map { row in
      Attachment(
        id: try row.value(0),
        name: try row.value(1),
        type: try row.value(2),
        size: try row.value(3),
        uploadedAt: try row.value(4)
      )
    }
  }

  /// The content of a file; nil when there is none, or no longer.
  public static func content(
    _ id: RecordID<Attachment>,
    on connection: any SQLConnection
  ) throws -> [UInt8]? {
    try connection.value("SELECT bytes FROM attachment_content WHERE attachment = \(id)")
  }

  static func insert(
    _ file: CheckedAttachment,
    for owner: AttachmentOwner,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO attachment (id, name, type, size, digest, owner_employee, uploaded_at, uploaded_by)
      VALUES (\(file.id), \(file.name), \(file.type), \(file.bytes.count), \(file.digest), \
      \(owner.employee), \(now), \(owner.uploadedBy))
      """
    )
    try connection.execute(
      "INSERT INTO attachment_content (attachment, bytes) VALUES (\(file.id), \(file.bytes))"
    )
  }
}
