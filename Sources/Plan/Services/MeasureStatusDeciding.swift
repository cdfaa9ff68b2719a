internal import Access
internal import CivilTime
internal import Journal
internal import Store

/// 中止の決定: writes down that a measure is stopped for a year, or goes on after all.
struct MeasureStatusDeciding: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource

  /// - Parameter once: the mark of the form, so that sending it twice decides once.
  /// - Throws: ``OnceAct/Refusal``; ``StoreError`` from the engine.
  func decide(
    _ status: DecidedStatus,
    reason: String,
    of measure: MeasureID,
    in year: FiscalYear,
    plan: String,
    by actor: Actor,
    at now: Instant,
    once: String?
  ) async throws {
    let decision = NewDecision(
      id: ids.next(),
      plan: plan,
      measure: measure,
      year: year,
      status: status,
      reason: reason,
      at: now,
      by: actor.account
    )
    // The reason is free text and stands in the decision alone.
    let entry = JournalEntry(
      id: ids.next(),
      at: now,
      actor: .account(actor.account.number),
      kind: PlanKinds.measureDecided,
      payload: JournalPayload([
        ("plan", plan), ("measure", measure.text), ("year", "\(year.startYear)"), ("status", status.rawValue),
        ("decision", "\(decision.id)"),
      ])
    )
    let act = OnceAct(PlanKinds.measureDecided, [plan, measure.text, "\(year)", status.rawValue, reason])
    try await database.write { connection in
      if try act.outcome(of: once, account: actor.account, on: connection) != nil { return }
      try act.remember("\(decision.id)", of: once, account: actor.account, at: now, on: connection)
      try DecisionRecords.insert(decision, entry: entry.id, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
  }
}
