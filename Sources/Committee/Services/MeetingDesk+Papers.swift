internal import Access
internal import Attachments
internal import CivilTime
internal import Journal
internal import Store

extension MeetingDesk {
  /// Puts papers under an item; the same `once` does it once.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func add(
    _ files: [CheckedAttachment],
    under item: RecordID<AgendaItem>,
    of id: RecordID<Meeting>,
    once: String?
  ) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    try await changing(id, while: [.planned, .held]) { meeting, connection in
      if try known(once, on: connection) as RecordID<AgendaItem>? != nil { return }
      guard try MeetingRecords.items(of: meeting.id, on: connection).contains(where: { $0.id == item }) else {
        throw CommitteeRefusal.notFound
      }
      let owner = AttachmentOwner(employee: nil, uploadedBy: actor.account.number)
      let kept = try AttachmentService.store(files, for: owner, at: now, on: connection)
      try PaperRecords.append(kept, to: item, on: connection)
      let payload: [(StaticString, String)] = [
        ("meeting", "\(id)"), ("item", "\(item)"),
        ("attachments", kept.map(\.description).joined(separator: ",")),
      ]
      try journal(entry, CommitteeKinds.papersAdded, payload, on: connection)
      try remember(item, once, on: connection)
    }
  }

  /// Takes a paper off a meeting to come.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func remove(_ file: RecordID<Attachment>, from id: RecordID<Meeting>) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    try await changing(id, while: [.planned]) { meeting, connection in
      guard try PaperRecords.all(of: meeting.id, on: connection).contains(where: { $0.file.id == file })
      else {
        throw CommitteeRefusal.notFound
      }
      try PaperRecords.remove(file, on: connection)
      let payload: [(StaticString, String)] = [("meeting", "\(id)"), ("attachment", "\(file)")]
      try journal(entry, CommitteeKinds.paperRemoved, payload, on: connection)
    }
  }
}
