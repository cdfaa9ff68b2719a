internal import Access
internal import CivilTime
internal import Duties
internal import Journal
internal import People
internal import Plan
internal import Store

/// 集中取組期間の事務: sets the days of an employer's period, and what is done in it.
struct IntensiveDesk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let plan: CommitteePlan
  let actor: Actor
  let now: Instant

  /// Sets the days; what was set before stays, and duties that are open keep their due day.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  func setDays(
    _ days: ClosedRange<CivilDate>,
    title: String,
    of employer: RecordID<Employer>,
    in year: FiscalYear
  ) async throws {
    let entry: RecordID<JournalEntry> = ids.next()
    try await database.write { connection in
      let code = try plan.version(for: year, on: connection).plan.code
      let period = DutyPeriod(plan: code, year: year, employer: employer, days: days, title: title)
      let known = try DutyPeriods.period(plan: code, year: year, employer: employer, on: connection)
      if known == period { return }
      try DutyPeriods.set(
        period,
        by: .account(actor.account.number),
        at: now,
        entry: entry,
        on: connection
      )
    }
  }

  /// Adds something that is done in the period.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func add(
    _ title: String,
    note: String,
    measure: MeasureID,
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    once: String?
  ) async throws {
    let id: RecordID<IntensiveAction> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    try await database.write { connection in
      if let once, try OnceRecords.outcome(of: once, account: actor.account, on: connection) != nil { return }
      let plan = try plan.version(for: year, on: connection).plan
      guard let original = plan.original(of: measure) else { throw CommitteeRefusal.notFound }
      let action = IntensiveAction(
        id: id,
        employer: employer,
        measure: original.id.text,
        title: title,
        note: note
      )
      let account = actor.account.number
      try IntensiveRecords.append(
        action,
        plan: plan.code,
        year: year,
        at: now,
        account: account,
        on: connection
      )
      let payload = JournalPayload([
        ("action", "\(id)"), ("measure", action.measure), ("year", "\(year.startYear)"),
        ("employer", "\(employer)"),
      ])
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .account(account),
          kind: CommitteeKinds.actionSet,
          payload: payload
        ),
        on: connection
      )
      if let once {
        try OnceRecords.remember("\(id)", of: once, account: actor.account, at: now, on: connection)
      }
    }
  }
}
