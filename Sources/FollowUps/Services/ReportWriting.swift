internal import Access
internal import CivilTime
internal import Journal
internal import Plan
internal import Store

/// What somebody wants to write, and which text they had before them.
struct TextDraft: Sendable, Hashable {
  let field: ReportField
  let text: String
  /// The revision that the form was drawn from; 0 for an empty field.
  let seen: Int
}

/// What came of writing.
enum TextOutcome: Sendable, Hashable {
  /// All fields hold what was sent.
  case written
  /// Somebody else has written meanwhile; nothing was written, and these are their texts.
  case overtaken([ReportText])
}

/// 報告の記入: writes the secretariat's words about a measure or a target.
///
/// Nobody's words are written over: whoever has not seen the newest text is shown both.
struct ReportWriting: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let assembly: FollowUpAssembly

  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError`` from the engine.
  func write(
    _ drafts: [TextDraft],
    about subject: ReportSubject,
    in year: FiscalYear,
    by actor: Actor,
    at now: Instant
  ) async throws -> TextOutcome {
    do {
      return try await attempt(drafts, about: subject, in: year, by: actor, at: now)
    } catch StoreError.unique {
      // Two wrote in the same moment; the second attempt sees the other's text.
      return try await attempt(drafts, about: subject, in: year, by: actor, at: now)
    }
  }

  private func attempt(
    _ drafts: [TextDraft],
    about subject: ReportSubject,
    in year: FiscalYear,
    by actor: Actor,
    at now: Instant
  ) async throws -> TextOutcome {
    let fresh: RecordID<ReportRow> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let opening: RecordID<JournalEntry> = ids.next()
    let assembly = assembly
    return try await database.write { connection in
      let plan = try assembly.version(for: year, on: connection).plan
      guard subject.isIn(plan) else { throw FollowUpError.noSuchSubject }
      let standing = try ReportRecords.standing(of: plan.code, year, on: connection)
      guard standing.stage.allowsWriting else { throw FollowUpError.locked(standing.stage) }
      let texts = try ReportTextRecords.newest(of: standing.report, on: connection)
      let changed = drafts.filter { !$0.isSame(as: texts.text(subject, $0.field)) }
      let overtaken = changed.filter { $0.seen != texts.text(subject, $0.field)?.revision ?? 0 }
      guard overtaken.isEmpty else {
        return .overtaken(drafts.compactMap { texts.text(subject, $0.field) })
      }
      guard !changed.isEmpty else { return .written }
      let report = try ReportOpening(id: fresh, entry: opening, actor: actor, at: now)
        .open(standing, plan.code, year, on: connection)
      for draft in changed {
        let text = ReportText(
          subject: subject,
          field: draft.field,
          revision: draft.seen + 1,
          text: draft.text,
          at: now,
          by: actor.account.number
        )
        try ReportTextRecords.append(text, to: report, on: connection)
      }
      try JournalRecords.append(
        Self.entry(entry, report, subject, changed, actor, now),
        on: connection
      )
      return .written
    }
  }

  private static func entry(
    _ id: RecordID<JournalEntry>,
    _ report: RecordID<ReportRow>,
    _ subject: ReportSubject,
    _ changed: [TextDraft],
    _ actor: Actor,
    _ now: Instant
  ) -> JournalEntry {
    let fields = changed.map { "\($0.field.rawValue):\($0.seen + 1)" }.joined(separator: ",")
    return JournalEntry(
      id: id,
      at: now,
      actor: .account(actor.account.number),
      kind: FollowUpKinds.written,
      payload: JournalPayload([("report", "\(report)"), ("subject", subject.key), ("fields", fields)])
    )
  }
}

/// Makes the report of a year on the first occasion.
struct ReportOpening: Sendable {
  let id: RecordID<ReportRow>
  let entry: RecordID<JournalEntry>
  let actor: Actor
  let at: Instant

  func open(
    _ standing: ReportStanding,
    _ plan: String,
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> RecordID<ReportRow> {
    if let report = standing.report { return report }
    try ReportRecords.open(id, plan: plan, year: year, at: at, on: connection)
    let payload = JournalPayload([("report", "\(id)"), ("year", "\(year.startYear)")])
    try JournalRecords.append(
      JournalEntry(
        id: entry,
        at: at,
        actor: .account(actor.account.number),
        kind: FollowUpKinds.opened,
        payload: payload
      ),
      on: connection
    )
    return id
  }
}

extension TextDraft {
  fileprivate func isSame(as known: ReportText?) -> Bool {
    text.utf8.elementsEqual((known?.text ?? "").utf8)
  }
}

extension ReportSubject {
  /// Whether the plan has it; an alias has no report of its own.
  func isIn(_ plan: ActionPlan) -> Bool {
    switch self {
    case .measure(let id): plan.measure(id).map { $0.aliasOf == nil } ?? false
    case .target(let id): plan.target(id) != nil
    }
  }
}
