internal import Access
internal import CivilTime
internal import Duties
internal import Evidence
internal import Journal
internal import People
internal import Plan
internal import Store

/// A move of a report as it was asked for.
struct StepOrder: Sendable, Hashable {
  let move: ReportMove
  /// The day on which the body dealt with it.
  let day: CivilDate
  let note: String?
  /// How many steps the report had when the form was drawn.
  let seenSteps: Int
}

/// 報告の段階 – takes a report from body to body, freezes it when it leaves the draft, and publishes it.
///
/// Publishing fulfils the duty to follow the plan up, in the same transaction.
struct ReportStepping: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let reading: ReportReading

  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError`` from the engine.
  func step(
    _ order: StepOrder,
    in year: FiscalYear,
    by actor: Actor,
    at now: Instant
  ) async throws -> ReportStage {
    let made = Made(ids: ids, actor: actor, at: now)
    let reading = reading
    let ids = ids
    do {
      return try await database.write { connection in
        let version = try reading.assembly.version(for: year, on: connection)
        let standing = try ReportRecords.standing(of: version.plan.code, year, on: connection)
        let stage = try Self.stage(order, standing, today: OfficeZone.date(of: now))
        let report = try ReportOpening(id: made.report, entry: made.opening, actor: actor, at: now)
          .open(standing, version.plan.code, year, on: connection)
        let snapshot = try made.snapshot(order, standing, report, version, year, reading, on: connection)
        let step = ReportStep(
          position: standing.steps.count + 1,
          stage: stage,
          day: order.day,
          at: now,
          by: nil,
          note: order.note,
          snapshot: snapshot
        )
        try ReportRecords.append(
          step,
          to: report,
          account: actor.account.number,
          entry: made.entry.number,
          on: connection
        )
        try JournalRecords.append(made.journal(report, step, year), on: connection)
        if stage == .published {
          try PublicationEvidence(plan: version.plan, year: year, day: order.day, made: made, ids: ids)
            .record(on: connection)
        }
        return stage
      }
    } catch StoreError.unique {
      throw FollowUpError.movedMeanwhile
    }
  }

  private static func stage(
    _ order: StepOrder,
    _ standing: ReportStanding,
    today: CivilDate
  ) throws(FollowUpError) -> ReportStage {
    guard order.seenSteps == standing.steps.count else { throw .movedMeanwhile }
    guard let stage = order.move.stage(from: standing.stage) else {
      throw .noSuchMove(order.move, from: standing.stage)
    }
    guard !order.move.needsNote || order.note != nil else { throw .noteMissing }
    let earliest = standing.steps.last?.day ?? order.day
    guard earliest <= order.day, order.day <= today else { throw .impossibleDay }
    return stage
  }
}

/// 公表の証跡 – that the follow-up was published: evidence of its measure, which settles the duties of the year.
private struct PublicationEvidence {
  let plan: ActionPlan
  let year: FiscalYear
  let day: CivilDate
  let made: Made
  let ids: RecordIDSource

  func record(on connection: any SQLConnection) throws {
    let kind = FollowUpKinds.published.id
    let measure = plan.originals.first { measure in
      measure.ownContent?.duties.contains { $0.evidence == kind } ?? false
    }
    guard let measure, let employer = try employer(on: connection) else { return }
    // One report for all who share the plan: the evidence stands with the first of them and is counted once.
    let report = EvidenceReport(
      plan: plan.code,
      measure: measure.id.text,
      kind: kind,
      employer: employer,
      unit: nil,
      year: year,
      heldOn: day,
      text: "\(year.japanese)の年次フォローアップを公表しました。"
    )
    let account = made.actor.account.number
    try EvidenceService.insert(
      report,
      id: made.evidence,
      entry: made.evidenceEntry,
      by: .account(account),
      account: account,
      at: made.at,
      in: UnitTree(units: [], date: day),
      on: connection
    )
    try settle(measure.id, kind, on: connection)
  }

  private func employer(on connection: any SQLConnection) throws -> RecordID<Employer>? {
    let code = plan.employers.first?.code ?? ""
    if let first = try EmployerRecords.employer(code: code, on: connection) { return first.id }
    return try EmployerRecords.all(on: connection).first?.id
  }

  private func settle(
    _ measure: MeasureID,
    _ kind: EvidenceKindID,
    on connection: any SQLConnection
  ) throws {
    let duties = try connection.rows(
      """
      SELECT id FROM duty WHERE plan_code = \(plan.code) AND fiscal_year = \(year.startYear)
      AND measure = \(measure.text) AND evidence_kind = \(kind) AND state = 'open' ORDER BY id
      """
    ).map { row in try row.value(0, as: RecordID<Duty>.self) }
    for duty in duties {
      _ = try DutyFulfilment.fulfil(
        duty,
        with: kind,
        revision: nil,
        on: day,
        by: .account(made.actor.account.number),
        at: made.at,
        entry: made.evidenceEntry,
        steps: ids,
        connection: connection
      )
    }
  }
}

/// What is made outside the transaction, since its body may run twice.
private struct Made: Sendable {
  let report: RecordID<ReportRow>
  let snapshotID: RecordID<ReportSnapshot>
  let entry: RecordID<JournalEntry>
  let opening: RecordID<JournalEntry>
  let evidence: RecordID<EvidenceEntry>
  let evidenceEntry: RecordID<JournalEntry>
  let actor: Actor
  let at: Instant

  init(ids: RecordIDSource, actor: Actor, at: Instant) {
    report = ids.next()
    snapshotID = ids.next()
    opening = ids.next()
    entry = ids.next()
    evidence = ids.next()
    evidenceEntry = ids.next()
    self.actor = actor
    self.at = at
  }

  /// What is frozen now, or what goes on with the report.
  func snapshot(
    _ order: StepOrder,
    _ standing: ReportStanding,
    _ report: RecordID<ReportRow>,
    _ version: PlanVersion,
    _ year: FiscalYear,
    _ reading: ReportReading,
    on connection: any SQLConnection
  ) throws -> RecordID<ReportSnapshot>? {
    guard order.move.takesSnapshot(from: standing.stage) else {
      return order.move == .back ? nil : standing.snapshot
    }
    let today = OfficeZone.date(of: at)
    let content = try reading.live(year, version, standing, today: today, on: connection)
    let body = SnapshotWriter.text(content)
    let snapshot = ReportSnapshot(
      id: snapshotID,
      version: version.id,
      takenAt: at,
      digest: SnapshotDigest.bytes(of: body),
      body: body
    )
    try ReportRecords.insert(snapshot, of: report, on: connection)
    return snapshotID
  }

  func journal(_ report: RecordID<ReportRow>, _ step: ReportStep, _ year: FiscalYear) -> JournalEntry {
    JournalEntry(
      id: entry,
      at: at,
      actor: .account(actor.account.number),
      kind: FollowUpKinds.stepped,
      payload: JournalPayload([
        ("report", "\(report)"), ("year", "\(year.startYear)"), ("position", "\(step.position)"),
        ("stage", step.stage.rawValue), ("day", step.day.iso),
        ("snapshot", step.snapshot.map { "\($0)" } ?? ""),
      ])
    )
  }
}
