internal import Access
internal import CivilTime
internal import Duties
internal import Evidence
internal import Journal
internal import People
internal import Plan
internal import Store

/// 推進委員会の事務: plans meetings, sets agendas, keeps minutes, records decisions and that a meeting was held.
struct MeetingDesk: CommitteeDesk {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let plan: CommitteePlan
  let actor: Actor
  let now: Instant

  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  func plan(day: CivilDate, title: String, place: String, once: String?) async throws -> RecordID<Meeting> {
    let id: RecordID<Meeting> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(CommitteeKinds.planned, [day.iso, title, place])
    return try await database.write { connection in
      if let known: RecordID<Meeting> = try known(act, once, on: connection) { return known }
      let code = try plan.version(for: today.fiscalYear, on: connection).plan.code
      let meeting = Meeting(
        id: id,
        plan: code,
        heldOn: day,
        title: title,
        place: place,
        state: .planned,
        revision: 1
      )
      try MeetingRecords.insert(meeting, on: connection)
      try journal(entry, CommitteeKinds.planned, [("meeting", "\(id)"), ("day", day.iso)], on: connection)
      try remember(id, of: act, once, on: connection)
      return id
    }
  }

  /// Puts proposals and items of one's own at the end of the agenda; what is on it already is not doubled.
  ///
  /// - Throws: ``CommitteeRefusal``; ``OnceAct/Refusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func add(
    _ proposals: [AgendaProposal],
    own: String?,
    note: String,
    to id: RecordID<Meeting>,
    once: String?
  ) async throws {
    let fresh = (0...proposals.count).map { _ in ids.next(AgendaItem.self) }
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(CommitteeKinds.agendaSet, ["\(id)", own ?? "", note] + proposals.map(\.code))
    try await changing(id, while: [.planned]) { meeting, connection in
      if try known(act, once, on: connection) as RecordID<Meeting>? != nil { return }
      let items = try MeetingRecords.items(of: meeting.id, on: connection)
      let listed = Set(items.map { "\($0.origin.rawValue):\($0.key)" })
      var position = items.last?.position ?? 0
      var added: [AgendaItem] = []
      for (item, proposal) in zip(fresh, proposals) where !listed.contains(proposal.code) {
        position += 1
        added.append(
          AgendaItem(
            id: item,
            position: position,
            origin: proposal.origin,
            key: proposal.key,
            title: proposal.title,
            note: ""
          )
        )
      }
      if let own, let item = fresh.last {
        added.append(
          AgendaItem(
            id: item,
            position: position + 1,
            origin: .other,
            key: "\(item)",
            title: own,
            note: note
          )
        )
      }
      for item in added { try MeetingRecords.insert(item, into: meeting.id, on: connection) }
      let payload: [(StaticString, String)] = [("meeting", "\(id)"), ("added", "\(added.count)")]
      try journal(entry, CommitteeKinds.agendaSet, payload, on: connection)
      try remember(id, of: act, once, on: connection)
    }
  }

  /// Takes an item off the agenda of a meeting to come; one under which something was decided or that has papers
  /// stays.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func remove(_ item: RecordID<AgendaItem>, from id: RecordID<Meeting>) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    try await changing(id, while: [.planned]) { meeting, connection in
      let items = try MeetingRecords.items(of: meeting.id, on: connection)
      let decided = try DecisionRecords.all(of: meeting.id, on: connection)
      guard items.contains(where: { $0.id == item }), !decided.contains(where: { $0.item == item }) else {
        throw CommitteeRefusal.notFound
      }
      guard try !PaperRecords.all(of: meeting.id, on: connection).contains(where: { $0.item == item }) else {
        throw CommitteeRefusal.hasPapers
      }
      try MeetingRecords.remove(item, on: connection)
      let payload: [(StaticString, String)] = [("meeting", "\(id)"), ("removed", "\(item)")]
      try journal(entry, CommitteeKinds.agendaSet, payload, on: connection)
    }
  }

  /// Writes the minutes beside those that were there; nil when somebody else has written since `seen`.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func write(_ text: String, seen: Int, to id: RecordID<Meeting>) async throws -> Int? {
    let entry: RecordID<JournalEntry> = ids.next()
    do {
      return try await changing(id, while: [.planned, .held]) { meeting, connection -> Int? in
        let newest = try MinutesRecords.all(of: meeting.id, on: connection).first
        if let newest, newest.text.utf8.elementsEqual(text.utf8) { return newest.revision }
        guard newest?.revision ?? 0 == seen else { return nil }
        try MinutesRecords.append(
          text,
          revision: seen + 1,
          to: meeting.id,
          at: now,
          account: actor.account.number,
          on: connection
        )
        let payload: [(StaticString, String)] = [("meeting", "\(id)"), ("revision", "\(seen + 1)")]
        try journal(entry, CommitteeKinds.minutesWritten, payload, on: connection)
        return seen + 1
      }
    } catch StoreError.unique {
      return nil
    }
  }
}

extension MeetingDesk {
  /// Records that a meeting was held: evidence of its measure, which settles the duties to hold one.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func hold(_ id: RecordID<Meeting>) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    let evidence = HeldEvidence(desk: self, id: ids.next(), entry: ids.next())
    try await changing(id, while: [.planned]) { meeting, connection in
      guard meeting.heldOn <= today else { throw CommitteeRefusal.stillAhead }
      guard try MeetingRecords.move(meeting, to: .held, on: connection) else {
        throw CommitteeRefusal.changedMeanwhile
      }
      let payload: [(StaticString, String)] = [("meeting", "\(id)"), ("day", meeting.heldOn.iso)]
      try journal(entry, CommitteeKinds.held, payload, on: connection)
      let plan = try plan.version(for: meeting.heldOn.fiscalYear, on: connection).plan
      try evidence.record(meeting, plan, on: connection)
    }
  }

  /// Calls a meeting off.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func cancel(_ id: RecordID<Meeting>) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    try await changing(id, while: [.planned]) { meeting, connection in
      guard try MeetingRecords.move(meeting, to: .cancelled, on: connection) else {
        throw CommitteeRefusal.changedMeanwhile
      }
      try journal(entry, CommitteeKinds.cancelled, [("meeting", "\(id)")], on: connection)
    }
  }

  /// Records a decision; with an owner and a day it opens one duty in the same transaction.
  ///
  /// - Throws: ``CommitteeRefusal``; ``OnceAct/Refusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func decide(
    _ text: String,
    order: DecisionOrder?,
    under item: RecordID<AgendaItem>,
    of id: RecordID<Meeting>,
    once: String?
  ) async throws {
    let decision: RecordID<Decision> = ids.next()
    let duty: RecordID<Duty> = ids.next()
    let entries = (ids.next(JournalEntry.self), ids.next(JournalEntry.self))
    let ordered = order.map { [$0.owner.code, "\($0.employer)", $0.dueOn.iso] } ?? []
    let act = OnceAct(CommitteeKinds.decided, ["\(id)", "\(item)", text] + ordered)
    try await changing(id, while: [.planned, .held]) { meeting, connection in
      if try known(act, once, on: connection) as RecordID<Decision>? != nil { return }
      let items = try MeetingRecords.items(of: meeting.id, on: connection)
      guard items.contains(where: { $0.id == item }) else { throw CommitteeRefusal.notFound }
      if let order {
        try open(order, text, decision, duty, entries.0, on: connection)
      }
      let made = Decision(
        id: decision,
        item: item,
        text: text,
        order: order,
        duty: order == nil ? nil : duty,
        at: now
      )
      try DecisionRecords.append(made, account: actor.account.number, on: connection)
      let payload: [(StaticString, String)] = [
        ("meeting", "\(id)"), ("item", "\(item)"), ("decision", "\(decision)"),
        ("duty", made.duty.map { "\($0)" } ?? ""),
      ]
      try journal(entries.1, CommitteeKinds.decided, payload, on: connection)
      try remember(decision, of: act, once, on: connection)
    }
  }

  private func open(
    _ order: DecisionOrder,
    _ text: String,
    _ decision: RecordID<Decision>,
    _ duty: RecordID<Duty>,
    _ entry: RecordID<JournalEntry>,
    on connection: any SQLConnection
  ) throws {
    let plan = try plan.version(for: today.fiscalYear, on: connection).plan
    guard let measure = plan.committeeMeasure else { throw CommitteeRefusal.noMeasure }
    let ordered = DutyOrder(
      measure: DutyRuleKey(plan: plan.code, measure: measure.text, name: "decision"),
      occasion: "decision:\(decision)",
      year: today.fiscalYear,
      employer: order.employer,
      owner: order.owner,
      dueOn: order.dueOn,
      task: text,
      evidence: EvidenceKinds.report.id
    )
    do {
      try DutyDesk.open(
        ordered,
        id: duty,
        by: .account(actor.account.number),
        at: now,
        entry: entry,
        on: connection
      )
    } catch DutyRefusal.ownerNotThere {
      throw CommitteeRefusal.ownerNotThere
    }
  }
}

extension MeetingDesk {
  /// Runs a change of a meeting of the plan in one transaction, if its state allows it.
  func changing<Value: Sendable>(
    _ id: RecordID<Meeting>,
    while states: Set<MeetingState>,
    _ body: @escaping @Sendable (Meeting, any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await database.write { connection in
      let code = try plan.version(for: today.fiscalYear, on: connection).plan.code
      guard let meeting = try MeetingRecords.meeting(id, of: code, on: connection) else {
        throw CommitteeRefusal.notFound
      }
      guard states.contains(meeting.state) else { throw CommitteeRefusal.closed(meeting.state) }
      return try body(meeting, connection)
    }
  }
}
