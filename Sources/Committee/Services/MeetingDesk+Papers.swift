internal import Access
internal import Attachments
internal import CivilTime
internal import Journal
internal import Store

extension MeetingDesk {
  /// Puts papers under an item; the same `once` does it once.
  ///
  /// - Throws: ``CommitteeRefusal``; ``OnceAct/Refusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func add(
    _ files: [CheckedAttachment],
    under item: RecordID<AgendaItem>,
    of id: RecordID<Meeting>,
    once: String?
  ) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(
      CommitteeKinds.papersAdded,
      ["\(id)", "\(item)"],
      files: files.map { ($0.name, $0.bytes) }
    )
    try await changing(id, while: [.planned, .held]) { meeting, connection in
      if try known(act, once, on: connection) as RecordID<AgendaItem>? != nil { return }
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
      try remember(item, of: act, once, on: connection)
    }
  }

  /// Takes a paper off; of a meeting that was held only with a reason, which stays with the name of the file.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func remove(_ file: RecordID<Attachment>, from id: RecordID<Meeting>, reason: String?) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    try await changing(id, while: [.planned, .held]) { meeting, connection in
      let papers = try PaperRecords.all(of: meeting.id, on: connection)
      guard let paper = papers.first(where: { $0.file.id == file }) else { throw CommitteeRefusal.notFound }
      if meeting.state == .held {
        guard let reason else { throw CommitteeRefusal.reasonMissing }
        let account = actor.account.number
        try PaperRecords.keepRemoval(of: paper, reason: reason, at: now, account: account, on: connection)
      }
      try PaperRecords.remove(file, on: connection)
      let payload: [(StaticString, String)] = [("meeting", "\(id)"), ("attachment", "\(file)")]
      try journal(entry, CommitteeKinds.paperRemoved, payload, on: connection)
    }
  }
}
