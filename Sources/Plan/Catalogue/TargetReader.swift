import CivilTime

/// Reads a target.
struct TargetReader {
  let log: FaultLog
  let ledger: PlanLedger

  static let keys = [
    "id", "title", "measures", "numerator", "denominator", "counting", "value", "unit", "direction",
    "deadline", "notes", "definition", "figure", "judged", "field",
  ]

  func read(_ value: PlanValue) -> Target? {
    guard let fields = PlanMapping(value, keys: TargetReader.keys, log) else { return nil }
    let id = id(fields)
    let measures = measures(fields)
    let title = fields.text("title")
    let numerator = fields.text("numerator")
    let denominator = fields.optionalText("denominator")
    let counting = fields.text("counting")
    let amount = self.value(fields)
    let deadline = fields.required("deadline").flatMap(deadline)
    let notes = fields.optionalList("notes").compactMap { note in note.text(log) }
    let definition = fields.optional("definition").map { value in value.integer(in: 1...999, log) } ?? 1
    let sources = TargetSourceReader(log: log, ledger: ledger)
    let source = sources.source(fields)
    let judged = sources.judgement(fields)
    let field = self.field(fields)
    guard let id, let measures, let title, let numerator, let counting, let amount, let deadline else {
      return nil
    }
    guard let definition, let source, let judged, let field else { return nil }
    return Target(
      id: id,
      title: title,
      measures: measures,
      numerator: numerator,
      denominator: denominator,
      counting: counting,
      value: amount,
      deadline: deadline,
      notes: notes,
      definition: definition,
      source: source,
      judged: judged,
      field: field
    )
  }

  private func field(_ fields: PlanMapping) -> DisclosureField? {
    guard let value = fields.optional("field") else { return .other }
    return value.code(DisclosureField.self, called: "field", log)
  }

  private func id(_ fields: PlanMapping) -> TargetID? {
    guard let value = fields.required("id"), let text = value.text(log) else { return nil }
    guard let id = TargetID(text) else {
      let remedy = "write T and two to four digits, such as T01"
      log.tell(value.place, "\(quoted(text)) is not a well-formed target id", remedy: remedy)
      return nil
    }
    ledger.targets.append(Placed(value: id, place: value.place))
    return id
  }

  private func measures(_ fields: PlanMapping) -> [MeasureID]? {
    guard let values = fields.filledList("measures") else { return nil }
    let measures = log.measureIDs(values)
    ledger.targetMeasures += measures
    return measures.map(\.value)
  }

  private func value(_ fields: PlanMapping) -> TargetValue? {
    let unit = fields.code("unit", TargetUnit.self, called: "unit")
    let direction = fields.code("direction", TargetDirection.self, called: "direction")
    let range = unit?.amounts ?? 0...1_000_000
    guard let amount = fields.required("value")?.integer(in: range, log) else { return nil }
    guard let unit, let direction else { return nil }
    return TargetValue(amount: amount, unit: unit, direction: direction)
  }

  /// The deadlines that are single words.
  private enum Recurring: String, CaseIterable {
    case standing
    case everyFiscalYear = "every-fiscal-year"
    case everyCalendarYear = "every-calendar-year"

    var deadline: Deadline {
      switch self {
      case .standing: .standing
      case .everyFiscalYear: .everyFiscalYear
      case .everyCalendarYear: .everyCalendarYear
      }
    }
  }

  private func deadline(_ value: PlanValue) -> Deadline? {
    if value.isMapping { return finalDeadline(value) }
    return value.code(Recurring.self, called: "deadline", log)?.deadline
  }

  private func finalDeadline(_ value: PlanValue) -> Deadline? {
    guard let fields = PlanMapping(value, keys: ["fiscal_year", "date"], log) else { return nil }
    switch (fields.optional("fiscal_year"), fields.optional("date")) {
    case (let year?, nil):
      return year.integer(in: 2000...2100, log).map { year in .fiscalYear(FiscalYear(startYear: year)) }
    case (nil, let date?):
      return date.date(log).map { date in .date(date) }
    case (nil, nil), (.some, .some):
      let remedy = "write {fiscal_year: 2025} or {date: 2026-03-31}"
      log.tell(value.place, "a deadline needs either a fiscal year or a date", remedy: remedy)
      return nil
    }
  }
}
