internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Site
internal import Store

/// 台帳の机 – who writes into a register, and when; what every act leaves in the journal and does only once.
struct RegisterDesk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let actor: Actor
  let now: Instant

  init(_ request: SignedInRequest) {
    database = request.database
    ids = request.ids
    actor = request.actor
    now = request.now
  }

  init(database: any SQLDatabase, ids: RecordIDSource, actor: Actor, now: Instant) {
    self.database = database
    self.ids = ids
    self.actor = actor
    self.now = now
  }

  var today: CivilDate { OfficeZone.date(of: now) }

  /// Does an act in one transaction, once for its key, and journals it; `body` answers the unit and payload.
  ///
  /// The journal names records, never a person: that somebody sees a doctor or is protected is not for its readers.
  ///
  /// - Throws: what the body refuses; `OnceAct.Refusal`.
  func perform(
    _ kind: JournalKind,
    parts: [String],
    once: String?,
    _ body: @escaping @Sendable (any SQLConnection) throws -> ActTrace
  ) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(kind, parts)
    try await database.write { connection in
      if try act.outcome(of: once, account: actor.account, on: connection) != nil { return }
      let trace = try body(connection)
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .account(actor.account.number),
          kind: kind,
          employee: nil as RecordID<Employee>?,
          unit: trace.unit,
          payload: JournalPayload(trace.payload)
        ),
        on: connection
      )
      try act.remember("done", of: once, account: actor.account, at: now, on: connection)
    }
  }
}

/// What an act leaves in the journal besides who and when.
struct ActTrace {
  let unit: RecordID<OrganizationUnit>?
  let payload: [(StaticString, String)]
}
