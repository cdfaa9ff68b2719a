public import Site
public import Store

/// 添付の受け渡し – answers with a file, for whoever may read what it belongs to.
public enum AttachmentDownload: Sendable {
  /// The file to save; nobody is told of a file that they may not read.
  ///
  /// - Throws: `SiteError.notFound`; `StoreError` from the engine.
  public static func reply(
    _ id: RecordID<Attachment>,
    from database: any SQLDatabase,
    if mayRead: @escaping @Sendable (any SQLConnection) throws -> Bool
  ) async throws -> Reply {
    let found = try await database.read { connection -> (Attachment, [UInt8])? in
      guard try mayRead(connection), let file = try AttachmentRecords.metadata([id], on: connection).first,
        let bytes = try AttachmentRecords.content(id, on: connection)
      else { return nil }
      return (file, bytes)
    }
    guard let (file, bytes) = found else { throw SiteError.notFound }
    return .download(name: file.name, contentType: file.type.mediaType, bytes: bytes)
  }
}
