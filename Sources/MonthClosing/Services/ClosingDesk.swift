internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTime

/// 月次の机 – what people do with months; each act is one transaction, done once under its key.
struct ClosingDesk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let units: UnitShelf
  let sources: [MonthConcernSource]
  let actor: Actor
  let now: Instant

  var today: CivilDate { OfficeZone.date(of: now) }

  /// 本人の確認, or 異議 with its words.
  ///
  /// - Parameter seen: the digest of the days that the employee saw.
  /// - Throws: ``ClosingRefusal``; ``OnceAct/Refusal``; `StoreError` from the engine.
  func answer(
    _ act: ClosingAct,
    _ month: YearMonth,
    words: String?,
    seen: String,
    once: String?
  ) async throws {
    guard let employee = actor.employee else { throw ClosingRefusal.notTheirs }
    let record = OnceAct(MonthClosingKinds.kind(of: act.step), [month.iso, words ?? ""])
    try await database.write { connection in
      guard try !isKnown(record, once, on: connection) else { return }
      let reading = try reading(month, on: connection)
      guard let one = try reading.cases(of: [employee], on: connection).first else {
        throw ClosingRefusal.notTheirs
      }
      if let refusal = one.rules.refusal(of: act, on: today) { throw refusal }
      guard one.present.digest.utf8.elementsEqual(seen.utf8) else { throw ClosingRefusal.changed }
      // The order of steps is that of their identifiers: one is made when it is this act's turn.
      let done = one.step(act, id: ids.next(), at: now, by: author, as: .appointed, words: words)
      try ClosingStepRecords.insert([done], on: connection)
      try journal(ids.next(), done, one.place.unit, on: connection)
      try record.remember("done", of: once, account: actor.account, at: now, on: connection)
    }
  }

  /// 差戻し of one month, with its reason; nil where there is no such month within reach.
  ///
  /// - Throws: ``ClosingRefusal``; ``OnceAct/Refusal``; `StoreError` from the engine.
  func sendBack(
    _ employee: RecordID<Employee>,
    _ month: YearMonth,
    reason: String,
    mark: String,
    once: String?
  ) async throws -> Bool {
    let record = OnceAct(MonthClosingKinds.returned, ["\(employee)", month.iso, reason])
    return try await database.write { connection in
      let reading = try reading(month, on: connection)
      guard let one = try shown(reading, [employee], on: connection).first else { return false }
      guard try !isKnown(record, once, on: connection) else { return true }
      let officers = try officers(of: [one], on: connection)
      guard let standing = try reach(reading, on: connection).standing(for: .sendBack, on: one, officers)
      else { throw ClosingRefusal.notTheirs }
      if let refusal = one.rules.refusal(of: .sendBack, on: today) { throw refusal }
      guard one.mark.utf8.elementsEqual(mark.utf8) else { throw ClosingRefusal.changed }
      let done = one.step(.sendBack, id: ids.next(), at: now, by: author, as: standing, words: reason)
      try ClosingStepRecords.insert([done], on: connection)
      try journal(ids.next(), done, one.place.unit, on: connection)
      try record.remember("done", of: once, account: actor.account, at: now, on: connection)
      return true
    }
  }

  /// The months of people as the visitor may see them, with what is to be looked at.
  func shown(
    _ reading: ClosingReading,
    _ employees: some Collection<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> [ClosingCase] {
    let reach = try reach(reading, on: connection)
    let cases = try reading.cases(of: employees, on: connection).filter { try reach.sees($0, on: connection) }
    return try reading.withConcerns(cases, from: sources, on: connection)
  }

  func reading(_ month: YearMonth, on connection: any SQLConnection) throws -> ClosingReading {
    ClosingReading(
      month: month,
      today: today,
      tree: try units.tree(asOf: min(month.lastDay, today), on: connection)
    )
  }

  func reach(_ reading: ClosingReading, on connection: any SQLConnection) throws -> ClosingReach {
    ClosingReach(
      actor,
      today: today,
      trees: [try units.tree(asOf: today, on: connection), reading.tree]
    )
  }

  /// Who acts in the units of the cases, and in those above.
  func officers(of cases: [ClosingCase], on connection: any SQLConnection) throws -> ClosingOfficers {
    try ClosingOfficerRecords.officers(
      of: Set(cases.flatMap(\.place.chain)),
      on: today,
      connection: connection
    )
  }

  var author: ClosingStep.Author { .account(actor.account.number, name: actor.name) }

  func isKnown(_ record: OnceAct, _ once: String?, on connection: any SQLConnection) throws -> Bool {
    try record.outcome(of: once, account: actor.account, on: connection) != nil
  }

  func journal(
    _ id: RecordID<JournalEntry>,
    _ step: ClosingStep,
    _ unit: RecordID<OrganizationUnit>?,
    on connection: any SQLConnection
  ) throws {
    try JournalRecords.append(
      JournalEntry(
        id: id,
        at: now,
        actor: .account(actor.account.number),
        kind: MonthClosingKinds.kind(of: step.kind),
        employee: step.employee,
        unit: unit,
        payload: JournalPayload([
          ("step", "\(step.id)"), ("month", step.month.iso), ("standing", step.standing.rawValue),
        ])
      ),
      on: connection
    )
  }
}

extension ClosingCase {
  /// The step that an act leaves on this month as it stands.
  func step(
    _ act: ClosingAct,
    id: RecordID<ClosingStep>,
    at now: Instant,
    by author: ClosingStep.Author,
    as standing: ClosingStep.Standing,
    words: String? = nil
  ) -> ClosingStep {
    ClosingStep(
      id: id,
      employee: person.id,
      month: present.month,
      kind: act.step,
      at: now,
      by: author,
      standing: standing,
      words: words,
      seen: present.digest
    )
  }

  /// What an approval keeps of this month as it stands.
  func snapshot(id: RecordID<ClosedMonth>, at now: Instant, tree: UnitTree) -> ClosedMonth {
    ClosedMonth(
      id: id,
      number: closed.count + 1,
      at: now,
      unit: place.unit,
      unitName: place.unit.flatMap { tree.path(of: $0) } ?? "",
      digest: present.digest,
      version: .newest,
      sheet: present
    )
  }
}
