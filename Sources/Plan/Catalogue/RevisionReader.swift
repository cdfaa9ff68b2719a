import CivilTime

/// Reads why an edition replaces the one before it, and what became of its measures.
struct RevisionReader {
  let log: FaultLog
  let ledger: PlanLedger

  func read(_ value: PlanValue) -> PlanRevision? {
    guard let fields = PlanMapping(value, keys: ["reason", "first_fiscal_year", "mapping"], log) else {
      return nil
    }
    ledger.revision = value.place
    let reason = fields.text("reason")
    let year = fields.required("first_fiscal_year")
    let first = year?.integer(in: 2000...2100, log)
    ledger.firstYear = year?.place
    let mapping = fields.optionalList("mapping").compactMap(entry)
    guard let reason, let first else { return nil }
    return PlanRevision(reason: reason, firstYear: FiscalYear(startYear: first), mapping: mapping)
  }

  private func entry(_ value: PlanValue) -> MeasureMapping? {
    guard let fields = PlanMapping(value, keys: ["from", "to", "ended"], log) else { return nil }
    let from = fields.required("from").flatMap(log.measureID)
    let fate = fate(fields, value.place)
    guard let from, let fate else { return nil }
    if let earlier = ledger.mappedFrom.first(where: { $0.value == from.value }) {
      let message = "'\(from.value)' is mapped twice, first on line \(earlier.place.line)"
      log.tell(from.place, message, remedy: "keep one entry and list all in its 'to'")
    }
    ledger.mappedFrom.append(from)
    return MeasureMapping(from: from.value, fate: fate)
  }

  private func fate(_ fields: PlanMapping, _ place: PlanPlace) -> MeasureMapping.Fate? {
    switch (fields.optional("to"), fields.optional("ended")) {
    case (.some, nil):
      guard let values = fields.filledList("to") else { return nil }
      let ids = log.measureIDs(values)
      ledger.mappedTo += ids
      return ids.isEmpty ? nil : .continued(ids.map(\.value))
    case (nil, let ended?): return ended.text(log).map { reason in .ended(reason) }
    case (nil, nil), (.some, .some):
      let remedy = "write 'to: [II-1-1]' or 'ended: the reason'"
      log.tell(place, "a mapping needs either 'to' or 'ended'", remedy: remedy)
      return nil
    }
  }
}
