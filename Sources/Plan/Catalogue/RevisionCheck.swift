import CivilTime

/// Holds a plan against the edition that it replaces: no measure may vanish without a word.
struct RevisionCheck {
  let plan: ActionPlan
  let old: ActionPlan
  let ledger: PlanLedger
  let log: FaultLog

  private static let start = PlanPlace(line: 1, column: 1, path: "")

  func run() {
    guard let revision = plan.revision else {
      let message = "edition \(plan.edition) replaces edition \(old.edition) and does not say why"
      log.tell(
        ledger.edition ?? Self.start,
        message,
        remedy: "add 'revision' with reason and first_fiscal_year"
      )
      return
    }
    checkYear(revision)
    for from in ledger.mappedFrom { checkSource(from) }
    for measure in old.originals { checkKept(measure, revision) }
  }

  private func checkYear(_ revision: PlanRevision) {
    guard let earlier = old.revision?.firstYear, revision.firstYear < earlier else { return }
    let message =
      "first_fiscal_year \(revision.firstYear.startYear) lies before that of edition \(old.edition), \(earlier.startYear)"
    log.tell(ledger.firstYear ?? Self.start, message, remedy: "write \(earlier.startYear) or later")
  }

  private func checkSource(_ from: Placed<MeasureID>) {
    guard old.measure(from.value)?.aliasOf == nil, old.measure(from.value) != nil else {
      let message = "'\(from.value)' is not a measure of edition \(old.edition)"
      log.tell(from.place, message, remedy: "name a measure of the edition before, no alias")
      return
    }
    guard plan.measure(from.value) != nil, isEnded(from.value) else { return }
    let remedy = "remove the entry, or remove the measure"
    log.tell(from.place, "'\(from.value)' is said to have ended and is still in the plan", remedy: remedy)
  }

  private func isEnded(_ id: MeasureID) -> Bool {
    guard let entry = plan.revision?.mapping.first(where: { $0.from == id }) else { return false }
    if case .ended = entry.fate { return true }
    return false
  }

  private func checkKept(_ measure: Measure, _ revision: PlanRevision) {
    guard plan.measure(measure.id) == nil else { return }
    guard !revision.mapping.contains(where: { $0.from == measure.id }) else { return }
    let message = "measure \(measure.id) of edition \(old.edition) is gone"
    let remedy =
      "keep it, or add {from: \(measure.id), to: […]} or {from: \(measure.id), ended: …} to the mapping"
    log.tell(ledger.revision ?? Self.start, message, remedy: remedy)
  }
}
