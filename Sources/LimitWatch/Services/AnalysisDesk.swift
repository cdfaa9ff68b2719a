internal import Access
internal import CivilTime
internal import Duties
internal import Evidence
internal import Journal
internal import People
internal import Store

/// 要因の分析の作成と提出: each saving is a revision beside those before; submitting after the
/// year settles the unit's duty.
struct AnalysisDesk: Sendable {
  let desk: RegisterDesk

  /// An analysis as it was entered; `seen` is the revision that the form showed, 0 for none.
  struct Entry: Sendable {
    let unit: RecordID<OrganizationUnit>
    let year: FiscalYear
    let seen: Int
    let isSubmitted: Bool
    let factors: [LimitAnalysis.PersonMonth: [LimitAnalysis.Share]]
    let staffing: String
    let measures: String

    fileprivate var parts: [String] {
      let lines = factors.map { key, shares in
        let words = shares.map { "\($0.factor.rawValue)=\($0.minutes.map { "\($0.count)" } ?? "")" }
        return "\(key.employee) \(key.month) \(words.joined(separator: " "))"
      }
      return ["\(unit)", "\(year)", "\(seen)", "\(isSubmitted)", staffing, measures] + lines.sorted()
    }
  }

  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func save(_ entry: Entry, once: String?) async throws {
    let id: RecordID<LimitAnalysis> = desk.ids.next()
    let kind = entry.isSubmitted ? LimitWatchKinds.analysisSubmitted : LimitWatchKinds.analysisWritten
    // A unit has one such duty in a plan; a few more leave room for plans that ask twice.
    let stamps = (0..<4).map { _ in EvidenceIDs(evidence: desk.ids.next(), entry: desk.ids.next()) }
    do {
      try await desk.perform(kind, parts: entry.parts, once: once) { connection in
        let newest = try LimitAnalysisRecords.newest(of: entry.unit, in: entry.year, on: connection)
        guard newest?.revision ?? 0 == entry.seen else { throw LimitWatchRefusal.changedMeanwhile }
        let analysis = LimitAnalysis(
          unit: entry.unit,
          year: entry.year,
          revision: entry.seen + 1,
          isSubmitted: entry.isSubmitted,
          factors: entry.factors,
          staffing: entry.staffing,
          measures: entry.measures,
          writtenAt: desk.now,
          author: desk.actor.name
        )
        try LimitAnalysisRecords.insert(analysis, id: id, by: desk.actor.account.number, on: connection)
        // While the year lasts months may come that it does not name: the duty waits until it is confirmed.
        if entry.isSubmitted, desk.today > entry.year.lastDay {
          try settle(analysis, with: stamps, on: connection)
        }
        return ActTrace(
          unit: entry.unit,
          payload: [("year", "\(entry.year.startYear)"), ("revision", "\(analysis.revision)")]
        )
      }
    } catch StoreError.unique {
      throw LimitWatchRefusal.changedMeanwhile
    }
  }

  private struct EvidenceIDs {
    let evidence: RecordID<EvidenceEntry>
    let entry: RecordID<JournalEntry>
  }

  /// Reports the analysis as evidence of the duty that asked for it, where that lies with who submits.
  private func settle(
    _ analysis: LimitAnalysis,
    with stamps: [EvidenceIDs],
    on connection: any SQLConnection
  ) throws {
    let open = try AnalysisDuties.duties(of: analysis.unit, in: analysis.year, on: connection)
      .filter { $0.state.isOpen && EvidenceKinds.kind($0.evidence) != nil }
    for (duty, stamp) in zip(open, stamps) where try DutyQuery.owns(desk.actor, duty, on: connection) {
      let account = desk.actor.account.number
      try EvidenceService.insert(
        EvidenceReport(
          plan: duty.rule.plan,
          measure: duty.rule.measure,
          kind: duty.evidence,
          employer: duty.employer,
          unit: analysis.unit,
          year: duty.year,
          heldOn: desk.today,
          text: "超過勤務の上限を超えた月の要因の整理・分析・検証（\(analysis.year.japanese)）を提出しました。"
        ),
        id: stamp.evidence,
        entry: stamp.entry,
        by: .account(account),
        account: account,
        at: desk.now,
        in: try UnitRecords.tree(asOf: desk.today, on: connection),
        on: connection
      )
      _ = try DutyFulfilment.fulfil(
        duty.id,
        with: duty.evidence,
        revision: nil,
        on: desk.today,
        by: .account(account),
        at: desk.now,
        entry: stamp.entry,
        steps: desk.ids,
        connection: connection
      )
    }
  }
}
