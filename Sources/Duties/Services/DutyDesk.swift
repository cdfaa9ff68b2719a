public import Access
public import CivilTime
internal import Journal
internal import People
public import Store

/// 担当の机 – what is done to a duty besides fulfilling it: excuse, reopen, hand over, remind.
///
/// Nothing is ever deleted: each act leaves a step with its reason, and a journal entry without it.
public struct DutyDesk: Sendable {
  private let database: any SQLDatabase
  private let ids: RecordIDSource

  /// The desk on a database.
  public init(database: any SQLDatabase, ids: RecordIDSource) {
    self.database = database
    self.ids = ids
  }

  /// Excuses an open duty; for the secretariat and the employer's personnel authority.
  ///
  /// `revision` is that of the form; nil takes the duty as it is. The same `once` does it once.
  ///
  /// - Throws: ``DutyRefusal``; `OnceAct.Refusal` for a key that did something else before.
  public func excuse(
    _ id: RecordID<Duty>,
    reason: String,
    revision: Int? = nil,
    by actor: Actor,
    at now: Instant,
    once: String? = nil
  ) async throws {
    let act = OnceAct(DutyKinds.excused, ["\(id)", reason])
    try await change(id, act, reason, revision: revision, by: actor, at: now, once: once) { duty, change in
      guard change.reach.watches(duty.employer) else { throw DutyRefusal.notFound }
      guard duty.state.isOpen else { throw DutyRefusal.alreadySettled }
      let state = DutyState.excused(on: OfficeZone.date(of: now))
      try change.move(duty, to: state, reason: reason)
      return JournalDraft(kind: DutyKinds.excused, payload: [])
    }
  }

  /// Opens a settled duty again, such as after a wrong entry; for the secretariat and the personnel authority.
  ///
  /// - Throws: ``DutyRefusal``; `OnceAct.Refusal` for a key that did something else before.
  public func reopen(
    _ id: RecordID<Duty>,
    reason: String,
    revision: Int? = nil,
    by actor: Actor,
    at now: Instant,
    once: String? = nil
  ) async throws {
    let act = OnceAct(DutyKinds.reopened, ["\(id)", reason])
    try await change(id, act, reason, revision: revision, by: actor, at: now, once: once) { duty, change in
      guard change.reach.watches(duty.employer) else { throw DutyRefusal.notFound }
      guard !duty.state.isOpen else { throw DutyRefusal.stillOpen }
      try change.move(duty, to: .open, reason: reason)
      return JournalDraft(kind: DutyKinds.reopened, payload: [])
    }
  }

  /// Hands an open duty over to another owner of the same employer; for its owner and those who watch over it.
  ///
  /// From then on it no longer follows its subject, and is moved only when the new owner is gone.
  ///
  /// - Throws: ``DutyRefusal``; `OnceAct.Refusal` for a key that did something else before.
  public func handOver(
    _ id: RecordID<Duty>,
    to owner: DutyOwner,
    reason: String,
    revision: Int? = nil,
    by actor: Actor,
    at now: Instant,
    once: String? = nil
  ) async throws {
    let act = OnceAct(DutyKinds.handedOver, ["\(id)", owner.code, reason])
    try await change(id, act, reason, revision: revision, by: actor, at: now, once: once) { duty, change in
      guard change.reach.watches(duty.employer) || change.reach.owns(duty.owner) else {
        throw DutyRefusal.notFound
      }
      guard duty.state.isOpen else { throw DutyRefusal.alreadySettled }
      let today = OfficeZone.date(of: now)
      guard try OwnerCheck.isThere(owner, at: duty.employer, on: today, connection: change.connection) else {
        throw DutyRefusal.ownerNotThere
      }
      try change.handOver(duty, to: owner, reason: reason)
      return JournalDraft(
        kind: DutyKinds.handedOver,
        payload: [("from", duty.owner.code), ("to", owner.code)]
      )
    }
  }

  /// Reminds of open duties within the reach of the person; answers how many.
  ///
  /// For the secretariat, and the personnel authority for its own employers; others are left out.
  ///
  /// - Throws: `OnceAct.Refusal` for a key that did something else before.
  public func remind(
    _ duties: [RecordID<Duty>],
    by actor: Actor,
    at now: Instant,
    once: String? = nil
  ) async throws -> Int {
    let steps = Set(duties).sorted().map { (duty: $0, step: ids.next(DutyStep.self)) }
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(DutyKinds.reminded, steps.map { "\($0.duty)" })
    return try await database.write { connection in
      if let done = try act.outcome(of: once, account: actor.account, on: connection) {
        return Int(done) ?? 0
      }
      let reach = try DutyReach(actor, on: connection)
      let reminded = try steps.filter { pair in
        guard let duty = try DutyRecords.duty(pair.duty, on: connection) else { return false }
        return duty.state.isOpen && reach.watches(duty.employer)
      }
      let context = StepContext(actor: .account(actor.account.number), at: now, entry: entry)
      try StepRecords.insert(
        reminded.map { DutyStep(id: $0.step, duty: $0.duty, in: context, act: .reminded) },
        on: connection
      )
      if !reminded.isEmpty {
        let draft = JournalDraft(kind: DutyKinds.reminded, payload: [("count", "\(reminded.count)")])
        try JournalRecords.append(draft.entry(in: context), on: connection)
      }
      try act.remember("\(reminded.count)", of: once, account: actor.account, at: now, on: connection)
      return reminded.count
    }
  }

  private func change(
    _ id: RecordID<Duty>,
    _ act: OnceAct,
    _ reason: String,
    revision: Int?,
    by actor: Actor,
    at now: Instant,
    once: String?,
    _ body: @escaping @Sendable (Duty, DutyChange) throws -> JournalDraft
  ) async throws {
    guard reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw DutyRefusal.reasonMissing
    }
    let step: RecordID<DutyStep> = ids.next()
    let context = StepContext(actor: .account(actor.account.number), at: now, entry: ids.next())
    try await database.write { connection in
      guard try act.outcome(of: once, account: actor.account, on: connection) == nil else { return }
      guard let duty = try DutyRecords.duty(id, on: connection) else { throw DutyRefusal.notFound }
      let change = DutyChange(
        reach: try DutyReach(actor, on: connection),
        step: step,
        context: context,
        connection: connection
      )
      guard change.reach.watches(duty.employer) || change.reach.owns(duty.owner) else {
        throw DutyRefusal.notFound
      }
      guard revision.map({ $0 == duty.revision }) ?? true else { throw DutyRefusal.changedMeanwhile }
      var draft = try body(duty, change)
      draft.payload = [("duty", "\(id)"), ("measure", duty.rule.measure)] + draft.payload
      try JournalRecords.append(draft.entry(in: context), on: connection)
      try act.remember("", of: once, account: actor.account, at: now, on: connection)
    }
  }
}
