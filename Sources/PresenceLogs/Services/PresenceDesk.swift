internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Site
internal import Store

/// 事務の机 – who does something about presence and when; each act once, journalled, in one transaction.
struct PresenceDesk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let actor: Actor
  let now: Instant
  /// The key of the form.
  let key: String?

  init(_ request: SignedInRequest) {
    database = request.database
    ids = request.ids
    actor = request.actor
    now = request.now
    key = request.once
  }

  var today: CivilDate { OfficeZone.date(of: now) }

  /// Runs a change with its journal entry; the same act under the same key changes nothing again.
  ///
  /// - Parameter parts: all by which the act differs from others of its kind.
  /// - Throws: whatever the change throws; `OnceAct.Refusal`; `StoreError` from the engine.
  func act(
    _ kind: JournalKind,
    _ parts: [String],
    about employee: RecordID<Employee>? = nil,
    _ change: @escaping @Sendable (any SQLConnection) throws -> [(StaticString, String)]
  ) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(kind, parts)
    let (actor, now, key) = (actor, now, key)
    try await database.write { connection in
      if try act.outcome(of: key, account: actor.account, on: connection) != nil { return }
      let payload = try change(connection)
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .account(actor.account.number),
          kind: kind,
          employee: employee,
          unit: nil as RecordID<OrganizationUnit>?,
          payload: JournalPayload(payload)
        ),
        on: connection
      )
      try act.remember("done", of: key, account: actor.account, at: now, on: connection)
    }
  }
}

/// Turns refusals of desks into answers of the site.
enum PresenceErrors {
  static func told<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
      return try await work()
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    } catch GapRefusal.notFound {
      throw SiteError.notFound
    } catch let refusal as GapRefusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }
}
