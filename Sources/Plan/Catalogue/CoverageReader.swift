import Duties

/// Reads what makes a measure count as done.
struct CoverageReader {
  let log: FaultLog

  /// The rules that are single words.
  enum Word: String, CaseIterable {
    case share
    case figures
    case unitsWithAny = "units-with-any"
  }

  /// The rule of a measure; without one, what its duties and figures suggest.
  ///
  /// - Parameter fields: the measure, so that a fault in its duties is not told again here.
  func read(_ fields: PlanMapping, duties: [MeasureDuty], indicators: [String]) -> CoverageRule? {
    guard let value = fields.optional("coverage") else {
      if !duties.isEmpty { return .share }
      return indicators.isEmpty ? .held(least: 1) : .figures
    }
    if value.isMapping { return number(value) }
    guard let word = value.code(Word.self, called: "coverage rule", log) else { return nil }
    return rule(word, value.place, fields, duties)
  }

  private func rule(
    _ word: Word,
    _ place: PlanPlace,
    _ fields: PlanMapping,
    _ duties: [MeasureDuty]
  ) -> CoverageRule? {
    switch word {
    case .share:
      if fields.optional("duties") == nil {
        let remedy = "add 'duties', or write {held: 1}"
        log.tell(place, "a share needs duties, and this measure has none", remedy: remedy)
      }
      return .share
    case .figures:
      if fields.optional("indicators") == nil {
        let remedy = "add 'indicators', or write {held: 1}"
        log.tell(place, "this measure names no indicators to compute it from", remedy: remedy)
      }
      return .figures
    case .unitsWithAny:
      let isOwedByUnits = duties.contains { duty in if case .head = duty.debtor { true } else { false } }
      if !isOwedByUnits, !log.hasFaults(under: fields.place.path) {
        let remedy = "add a duty with 'owed_by: head', or write another rule"
        log.tell(place, "no duty of this measure is owed by units", remedy: remedy)
      }
      return .unitsWithAny
    }
  }

  private func number(_ value: PlanValue) -> CoverageRule? {
    guard let fields = PlanMapping(value, keys: ["held", "in_place"], log) else { return nil }
    switch (fields.optional("held"), fields.optional("in_place")) {
    case (let least?, nil): return least.integer(in: 1...99, log).map { least in .held(least: least) }
    case (nil, let months?): return months.integer(in: 1...36, log).map { months in .inPlace(months: months) }
    case (nil, nil), (.some, .some):
      let remedy = "write {held: 1} or {in_place: 12}"
      log.tell(value.place, "a coverage rule is either 'held' or 'in_place'", remedy: remedy)
      return nil
    }
  }
}
