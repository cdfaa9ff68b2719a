internal import Attachments
public import Access
public import CivilTime
public import Duties
internal import Journal
public import People
public import Store

/// 証跡の受け付け – takes reports by hand, and settles in the same transaction the duties that they fulfil.
///
/// Whose duty it is it judges in the transaction that settles it; who may change a report, whoever calls it has asked
/// ``EvidenceAccess`` before.
public struct EvidenceService: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let units: UnitShelf

  /// A service on a database.
  public init(database: any SQLDatabase, ids: RecordIDSource, units: UnitShelf = UnitShelf()) {
    self.database = database
    self.ids = ids
    self.units = units
  }

  /// What came of a report.
  public struct Reported: Sendable, Hashable {
    /// The report.
    public let id: RecordID<EvidenceEntry>
    /// The duties that it settled; empty too where somebody had settled them before.
    public let settled: [RecordID<Duty>]
  }

  /// Takes a report; with a duty, for that one, which must lie with the actor, otherwise for those of the actor's own
  /// that it fulfils.
  ///
  /// The same `once` writes it once and answers what came of it then.
  ///
  /// - Throws: ``EvidenceRefusal``; `OnceAct.Refusal` for a key that did something else; `StoreError`.
  public func report(
    _ report: EvidenceReport,
    for duty: RecordID<Duty>?,
    by actor: Actor,
    at now: Instant,
    once: String?
  ) async throws -> Reported {
    guard report.heldOn <= OfficeZone.date(of: now) else { throw EvidenceRefusal.dayAhead }
    let stamp = stamp(by: actor, at: now)
    let act = OnceAct.reporting(report, for: duty)
    return try await database.write { connection in
      if let known = try self.known(act, once, actor, on: connection) { return known }
      try Self.write(report, bureau: try self.bureau(of: report, now, on: connection), stamp, on: connection)
      let settled = try self.settle(report, duty, actor, stamp, on: connection)
      try Self.journal(EvidenceJournal.reported, report, stamp, settled: settled, on: connection)
      let reported = Reported(id: stamp.id, settled: settled)
      try Self.remember(reported, of: act, once, actor, now, on: connection)
      return reported
    }
  }

  /// Puts a new report in the place of one; the old one stays beside it, and duties stay as they are.
  ///
  /// - Throws: ``EvidenceRefusal``; `OnceAct.Refusal` for a key that did something else; `StoreError`.
  @discardableResult
  public func correct(
    _ id: RecordID<EvidenceEntry>,
    with correction: EvidenceCorrection,
    by actor: Actor,
    at now: Instant,
    once: String?
  ) async throws -> RecordID<EvidenceEntry> {
    guard correction.heldOn <= OfficeZone.date(of: now) else { throw EvidenceRefusal.dayAhead }
    let stamp = stamp(by: actor, at: now)
    let act = OnceAct.correcting(id, with: correction)
    return try await database.write { connection in
      if let known = try self.known(act, once, actor, on: connection) { return known.id }
      let old = try Self.standing(id, on: connection)
      let report = old.report(correction)
      let attached = try EvidenceRecords.attachments(of: [id], on: connection)[id] ?? []
      try EvidenceWriting.insert(
        report,
        bureau: old.bureau,
        corrects: id,
        keeping: attached.map(\.id).filter(correction.kept.contains),
        stamp,
        on: connection
      )
      let keys = [old.tallyKey, TallyKey(report, bureau: old.bureau)]
      for key in Set(keys).sorted(by: { $0.year < $1.year }) {
        try TallyRecords.recount(key, on: connection)
      }
      try Self.journal(EvidenceJournal.corrected, report, stamp, corrects: id, on: connection)
      try Self.remember(Reported(id: stamp.id, settled: []), of: act, once, actor, now, on: connection)
      return stamp.id
    }
  }

  /// Takes a report back; it stays in sight and counts no more.
  ///
  /// Duties that it settled stay settled: to open them again is for the desk, with a reason.
  ///
  /// - Throws: ``EvidenceRefusal``; `OnceAct.Refusal` for a key that did something else; `StoreError`.
  public func withdraw(
    _ id: RecordID<EvidenceEntry>,
    reason: String,
    by actor: Actor,
    at now: Instant,
    once: String?
  ) async throws {
    guard !reason.utf8.isEmpty else { throw EvidenceRefusal.reasonMissing }
    let stamp = stamp(by: actor, at: now)
    let act = OnceAct.withdrawing(id, reason: reason)
    try await database.write { connection in
      if try self.known(act, once, actor, on: connection) != nil { return }
      let old = try Self.standing(id, on: connection)
      try EvidenceWriting.withdraw(id, reason: reason, by: stamp.account, at: now, on: connection)
      try TallyRecords.recount(old.tallyKey, on: connection)
      let entry = JournalEntry(
        id: stamp.entry,
        at: now,
        actor: stamp.actor,
        kind: EvidenceJournal.withdrawn,
        employee: old.aboutEmployee,
        unit: old.unit,
        payload: JournalPayload([
          ("evidence", "\(id)"), ("measure", old.measure), ("kind", old.kind.rawValue),
        ])
      )
      try JournalRecords.append(entry, on: connection)
      try Self.remember(Reported(id: id, settled: []), of: act, once, actor, now, on: connection)
    }
  }

  /// What the same act did when it was sent before; nil when it is new.
  func done(_ act: OnceAct, _ once: String?, by actor: Actor) async throws -> RecordID<EvidenceEntry>? {
    guard once != nil else { return nil }
    return try await database.read { try self.known(act, once, actor, on: $0)?.id }
  }

  private func stamp(by actor: Actor, at now: Instant) -> EvidenceStamp {
    EvidenceStamp(
      id: ids.next(),
      entry: ids.next(),
      at: now,
      actor: .account(actor.account.number),
      account: actor.account.number
    )
  }

  private static func standing(
    _ id: RecordID<EvidenceEntry>,
    on connection: any SQLConnection
  ) throws -> StoredEvidence {
    guard let stored = try EvidenceRecords.stored(id, on: connection) else { throw EvidenceRefusal.notFound }
    switch stored.standing {
    case .current: return stored
    case .corrected: throw EvidenceRefusal.corrected
    case .withdrawn: throw EvidenceRefusal.withdrawn
    }
  }

  private func settle(
    _ report: EvidenceReport,
    _ duty: RecordID<Duty>?,
    _ actor: Actor,
    _ stamp: EvidenceStamp,
    on connection: any SQLConnection
  ) throws -> [RecordID<Duty>] {
    guard let duty else {
      return try DutyFulfilment.fulfil(
        kind: report.kind,
        subject: report.subject,
        on: report.heldOn,
        measure: report.measure,
        seats: .of(actor),
        by: stamp.actor,
        at: stamp.at,
        entry: stamp.entry,
        steps: ids,
        connection: connection
      )
    }
    guard let asked = try DutyQuery.duty(duty, on: connection) else { throw EvidenceRefusal.notFound }
    guard try DutyQuery.owns(actor, asked, on: connection) else { throw EvidenceRefusal.movedOn }
    let outcome = try DutyFulfilment.fulfil(
      duty,
      // 該当なし answers a duty of whatever kind.
      with: report.kind == EvidenceKinds.none.id ? asked.evidence : report.kind,
      revision: nil,
      on: report.heldOn,
      by: stamp.actor,
      at: stamp.at,
      entry: stamp.entry,
      steps: ids,
      connection: connection
    )
    return outcome == .settled ? [duty] : []
  }

  /// The unit at the top on the day; today's where the unit was not yet there.
  private func bureau(
    of report: EvidenceReport,
    _ now: Instant,
    on connection: any SQLConnection
  ) throws -> Int64 {
    guard let unit = report.unit else { return 0 }
    let days = [report.heldOn, OfficeZone.date(of: now)]
    for day in days {
      let bureau = Self.topUnit(of: unit, in: try units.tree(asOf: day, on: connection))
      if bureau != 0 { return bureau }
    }
    return 0
  }
}
