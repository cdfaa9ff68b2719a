internal import Access
internal import CivilTime
internal import Journal
internal import Store

/// 事務の机: who works for the committee, and when; what all its desks leave in the journal and do only once.
protocol CommitteeDesk: Sendable {
  var actor: Actor { get }
  var now: Instant { get }
}

extension CommitteeDesk {
  var today: CivilDate { OfficeZone.date(of: now) }

  func journal(
    _ id: RecordID<JournalEntry>,
    _ kind: JournalKind,
    _ payload: [(StaticString, String)],
    on connection: any SQLConnection
  ) throws {
    try JournalRecords.append(
      JournalEntry(
        id: id,
        at: now,
        actor: .account(actor.account.number),
        kind: kind,
        payload: JournalPayload(payload)
      ),
      on: connection
    )
  }

  /// What came of the same act when it was sent before; nil when it is new.
  ///
  /// - Throws: ``OnceAct/Refusal``.
  func known<Made>(
    _ act: OnceAct,
    _ once: String?,
    on connection: any SQLConnection
  ) throws -> RecordID<Made>? {
    try act.outcome(of: once, account: actor.account, on: connection).flatMap { RecordID<Made>(text: $0) }
  }

  func remember<Made>(
    _ made: RecordID<Made>,
    of act: OnceAct,
    _ once: String?,
    on connection: any SQLConnection
  ) throws {
    try act.remember("\(made)", of: once, account: actor.account, at: now, on: connection)
  }
}
