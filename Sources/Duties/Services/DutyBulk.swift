internal import Access
internal import CivilTime
internal import Journal
internal import Store

/// Which duties may be settled many at once: those that ask for nothing but a date.
enum BulkRule {
  /// The kind of evidence that is a date alone.
  static let kind = EvidenceKindID(rawValue: "hand.date")
  /// As many as a page of the inbox lists.
  static let most = InboxPage.length

  static func admits(_ duty: Duty) -> Bool {
    duty.isBulkSafe && duty.evidence == kind && duty.state.isOpen
  }
}

/// まとめて記録 – settles many duties of one owner with one date.
struct DutyBulk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource

  /// What became of the duties.
  struct Done: Sendable, Hashable {
    let settled: Int
    /// Settled by somebody else meanwhile.
    let already: Int
  }

  /// Settles duties that lie with the actor, all or none.
  ///
  /// - Throws: ``DutyRefusal``; `OnceAct.Refusal`.
  func fulfil(
    _ duties: [RecordID<Duty>],
    on day: CivilDate,
    by actor: Actor,
    at now: Instant,
    once: String?
  ) async throws -> Done {
    guard day <= OfficeZone.date(of: now) else { throw DutyRefusal.dayAhead }
    let steps = Set(duties).sorted().prefix(BulkRule.most).map { (duty: $0, step: ids.next(DutyStep.self)) }
    let entry: RecordID<JournalEntry> = ids.next()
    let context = StepContext(actor: .account(actor.account.number), at: now, entry: entry)
    let act = OnceAct(DutyKinds.fulfilled, [day.iso] + steps.map { "\($0.duty)" })
    return try await database.write { connection in
      if let done = try act.outcome(of: once, account: actor.account, on: connection) {
        return Done(settled: Int(done) ?? 0, already: 0)
      }
      let done = try settle(steps, on: day, by: actor, in: context, connection)
      try act.remember("\(done.settled)", of: once, account: actor.account, at: now, on: connection)
      return done
    }
  }

  private func settle(
    _ steps: [(duty: RecordID<Duty>, step: RecordID<DutyStep>)],
    on day: CivilDate,
    by actor: Actor,
    in context: StepContext,
    _ connection: any SQLConnection
  ) throws -> Done {
    let reach = try DutyReach(actor, on: connection)
    var settled: [RecordID<Duty>] = []
    for pair in steps {
      guard let duty = try DutyRecords.duty(pair.duty, on: connection), reach.owns(duty.owner) else {
        throw DutyRefusal.notFound
      }
      guard duty.state.isOpen else { continue }
      guard BulkRule.admits(duty) else { throw DutyRefusal.notBulkSafe }
      let state = DutyState.fulfilled(on: day, entry: context.entry)
      let isMoved = try Settling.move(duty, to: state, step: pair.step, in: context, on: connection)
      if isMoved { settled.append(pair.duty) }
    }
    if !settled.isEmpty {
      let payload: [(StaticString, String)] = [
        ("duties", settled.map(\.description).joined(separator: ",")), ("day", day.iso),
        ("kind", BulkRule.kind.rawValue),
      ]
      let draft = JournalDraft(kind: DutyKinds.fulfilled, payload: payload)
      try JournalRecords.append(draft.entry(in: context), on: connection)
    }
    return Done(settled: settled.count, already: steps.count - settled.count)
  }
}
