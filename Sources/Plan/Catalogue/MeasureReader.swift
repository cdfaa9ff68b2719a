/// Reads a row of the plan, original or alias.
struct MeasureReader {
  let log: FaultLog
  let ledger: PlanLedger

  func read(_ value: PlanValue) -> Measure? {
    PlanMapping.has("alias_of", in: value) ? alias(value) : original(value)
  }

  private func alias(_ value: PlanValue) -> Measure? {
    let only = "remove it: an alias has only 'id' and 'alias_of', all else is the original's"
    guard let fields = PlanMapping(value, keys: ["id", "alias_of"], only: only, log) else { return nil }
    let id = fields.required("id").flatMap(log.measureID)
    let aliasOf = fields.required("alias_of").flatMap(log.measureID)
    guard let id else { return nil }
    ledger.rows.append(PlanLedger.Row(id: id, aliasOf: aliasOf, related: []))
    return aliasOf.map { original in Measure(id: id.value, kind: .alias(of: original.value)) }
  }

  static let keys = [
    "id", "title", "summary", "owners", "participants", "phase", "cadence", "cadence_note", "assumed",
    "evidence", "related", "note", "indicators", "due_months_after_year", "duties", "coverage", "alias_of",
  ]

  private func original(_ value: PlanValue) -> Measure? {
    guard let fields = PlanMapping(value, keys: MeasureReader.keys, log) else { return nil }
    let id = fields.required("id").flatMap(log.measureID)
    let related = log.measureIDs(fields.optionalList("related"))
    if let id {
      let hasDuties = fields.optional("duties") != nil
      ledger.rows.append(PlanLedger.Row(id: id, aliasOf: nil, related: related, hasDuties: hasDuties))
    }
    let content = content(fields, related: related.map(\.value))
    guard let id, let content else { return nil }
    return Measure(id: id.value, kind: .original(content))
  }

  private func content(_ fields: PlanMapping, related: [MeasureID]) -> MeasureContent? {
    let title = fields.text("title")
    let summary = fields.text("summary")
    let owners = fields.filledList("owners").map(roles)
    let participants = roles(fields.optionalList("participants"))
    let phase = fields.code("phase", Phase.self, called: "phase")
    let cadence = fields.code("cadence", Cadence.self, called: "cadence")
    let cadenceNote = fields.optionalText("cadence_note")
    let assumed = log.codes(fields.optionalList("assumed"), AssumedField.self, called: "assumed field")
    let evidence = fields.text("evidence")
    let note = fields.optionalText("note")
    let indicators = IndicatorReader(log: log, ledger: ledger).read(fields.optionalList("indicators"))
    let duties = DutyReader(log: log, ledger: ledger).read(fields.optionalList("duties"))
    let coverage = CoverageReader(log: log).read(fields, duties: duties, indicators: indicators)
    let due = fields.optional("due_months_after_year")?.integer(in: 1...24, log)
    guard let title, let summary, let owners, let phase, let cadence, let evidence, let coverage else {
      return nil
    }
    return MeasureContent(
      title: title,
      summary: summary,
      owners: owners,
      participants: participants,
      phase: phase,
      cadence: cadence,
      cadenceNote: cadenceNote,
      assumed: Set(assumed),
      evidence: evidence,
      related: related,
      note: note,
      indicators: indicators,
      dueMonthsAfterYear: due,
      duties: duties,
      coverage: coverage
    )
  }

  private func roles(_ values: [PlanValue]) -> [OwnerRole] {
    log.codes(values, OwnerRole.self, called: "owner role")
  }
}
