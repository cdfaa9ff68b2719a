internal import Access
internal import CivilTime
internal import Duties
internal import Journal
internal import People
internal import Plan
internal import Store

/// 集中取組期間の事務: sets the days of an employer's period, and what is done in it.
struct IntensiveDesk: CommitteeDesk {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let plan: CommitteePlan
  let actor: Actor
  let now: Instant

  /// Sets the days; what was set before stays, and duties that are open keep their due day.
  ///
  /// `seen` is the revision that the form was drawn from; false when somebody else has set other days since. nil sets
  /// them whatever stands.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  @discardableResult
  func setDays(
    _ days: ClosedRange<CivilDate>,
    title: String,
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    seen: Int? = nil
  ) async throws -> Bool {
    let entry: RecordID<JournalEntry> = ids.next()
    do {
      return try await database.write { connection in
        let code = try plan.version(for: year, on: connection).plan.code
        let period = DutyPeriod(plan: code, year: year, employer: employer, days: days, title: title)
        let known = try DutyPeriods.standing(plan: code, year: year, employer: employer, on: connection)
        if known?.period == period { return true }
        try DutyPeriods.set(
          period,
          seen: seen,
          by: .account(actor.account.number),
          at: now,
          entry: entry,
          on: connection
        )
        return true
      }
    } catch DutyRefusal.changedMeanwhile, StoreError.unique {
      return false
    }
  }

  /// Adds something that is done in the period.
  ///
  /// - Throws: ``CommitteeRefusal``; ``OnceAct/Refusal``; ``PlanReadingError``; ``StoreError`` from the engine.
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
    let act = OnceAct(
      CommitteeKinds.actionSet,
      ["\(year.startYear)", "\(employer)", measure.text, title, note]
    )
    try await database.write { connection in
      if try known(act, once, on: connection) as RecordID<IntensiveAction>? != nil { return }
      let plan = try plan.version(for: year, on: connection).plan
      guard let original = plan.original(of: measure) else { throw CommitteeRefusal.notFound }
      let action = IntensiveAction(
        id: id,
        employer: employer,
        measure: original.id.text,
        title: title,
        note: note
      )
      try IntensiveRecords.append(
        action,
        plan: plan.code,
        year: year,
        at: now,
        account: actor.account.number,
        on: connection
      )
      let payload: [(StaticString, String)] = [
        ("action", "\(id)"), ("measure", action.measure), ("year", "\(year.startYear)"),
        ("employer", "\(employer)"),
      ]
      try journal(entry, CommitteeKinds.actionSet, payload, on: connection)
      try remember(id, of: act, once, on: connection)
    }
  }
}
