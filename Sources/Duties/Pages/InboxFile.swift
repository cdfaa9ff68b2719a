internal import Access
internal import CivilTime
internal import Journal
internal import Site
internal import Store

/// 一覧のファイル: makes a file of a list; the house hands it in.
public typealias DutyFile = @Sendable ([DutyLine]) throws -> [UInt8]

/// 担当の取組のファイル: what the inbox lists under a filter, all of it; the export leaves a journal entry.
struct InboxFile: Sendable {
  let file: DutyFile

  @Sendable func download(_ request: SignedInRequest) async throws -> Reply {
    let filter = InboxFilter(request.query)
    let (actor, today, now) = (request.actor, request.today, request.now)
    let entry: RecordID<JournalEntry> = request.ids.next()
    let lines = try await request.database.read { connection -> [DutyLine] in
      var lines: [DutyLine] = []
      let condition = try DutyQuery.condition(of: actor, filter, today, on: connection)
      try DutyLines.forEach(where: condition, on: connection) { lines += $0 }
      return lines
    }
    let draft = JournalDraft(
      kind: DutyKinds.exported,
      payload: [("state", filter.part.rawValue), ("rows", "\(lines.count)")]
    )
    let context = StepContext(actor: .account(actor.account.number), at: now, entry: entry)
    try await request.database.write { try JournalRecords.append(draft.entry(in: context), on: $0) }
    return .download(
      name: "duties-\(today.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try file(lines)
    )
  }
}

extension InboxFilter {
  /// The filter of an address; what is unreadable leaves all that is open.
  init(_ query: FormFields) {
    let measure = query.first("measure").flatMap { $0.utf8.isEmpty ? nil : $0 }
    self.init(query.first("state").flatMap { Part(rawValue: $0) } ?? .open, measure: measure)
  }
}
