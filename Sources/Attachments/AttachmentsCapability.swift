internal import Access
public import Site
internal import Store

/// Attachments (添付): files that were handed in, for those who may read what they belong to.
public enum AttachmentsCapability: Sendable {
  /// What it brings to the house; `readers` answer for the files, and one that nobody answers for is not read.
  public static func capability(readers: [AttachmentReader]) -> Capability {
    Capability(
      name: "attachments",
      migrations: AttachmentsMigrations.all,
      routes: [
        Route(.get, "/attachments/{attachment}", allow: .anyOf([.staff])) { request in
          try await download(request, readers: readers)
        }
      ]
    )
  }

  private static func download(_ request: SignedInRequest, readers: [AttachmentReader]) async throws -> Reply
  {
    let id: RecordID<Attachment> = try request.id("attachment")
    let actor = request.actor
    let today = request.today
    let found = try await request.database.read { connection -> (Attachment, [UInt8])? in
      guard try readers.contains(where: { try $0.mayRead(id, actor, today, connection) }),
        let file = try AttachmentRecords.metadata([id], on: connection).first,
        let bytes = try AttachmentRecords.content(id, on: connection)
      else { return nil }
      return (file, bytes)
    }
    guard let (file, bytes) = found else { throw SiteError.notFound }
    return .download(name: file.name, contentType: file.type.mediaType, bytes: bytes)
  }
}
