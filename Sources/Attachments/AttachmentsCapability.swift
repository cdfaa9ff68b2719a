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
          let id: RecordID<Attachment> = try request.id("attachment")
          let (actor, today) = (request.actor, request.today)
          return try await AttachmentDownload.reply(id, from: request.database) { connection in
            try readers.contains { try $0.mayRead(id, actor, today, connection) }
          }
        }
      ]
    )
  }
}
