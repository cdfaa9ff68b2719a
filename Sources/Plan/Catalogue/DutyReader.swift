import Duties

/// Reads what a measure makes somebody owe.
struct DutyReader {
  let log: FaultLog
  let ledger: PlanLedger

  static let keys = ["name", "task", "owed_by", "of", "every", "on", "due", "evidence", "bulk"]

  /// The duties of a measure, each name once.
  func read(_ values: [PlanValue]) -> [MeasureDuty] {
    var duties: [MeasureDuty] = []
    for value in values {
      guard let duty = duty(value) else { continue }
      guard !duties.contains(where: { other in other.name == duty.name }) else {
        let message = "two duties of this measure have the name '\(duty.name)'"
        log.tell(value.place, message, remedy: "give each its own")
        continue
      }
      duties.append(duty)
    }
    return duties
  }

  private func duty(_ value: PlanValue) -> MeasureDuty? {
    guard let fields = PlanMapping(value, keys: Self.keys, log) else { return nil }
    let name = name(fields)
    let task = fields.optionalText("task")
    let debtor = debtor(fields)
    let occasion = occasion(fields)
    let due = due(fields, occasion)
    let evidence = fields.required("evidence").flatMap(evidence)
    let isBulkSafe = isBulkSafe(fields, evidence)
    if let debtor, let occasion { agree(debtor, occasion) }
    guard let name, let debtor, let occasion, let due, let evidence else { return nil }
    return MeasureDuty(
      name: name,
      task: task,
      debtor: debtor.value,
      occasion: occasion,
      due: due,
      evidence: EvidenceKindID(rawValue: evidence),
      isBulkSafe: isBulkSafe
    )
  }

  private func name(_ fields: PlanMapping) -> String? {
    guard let value = fields.required("name"), let text = value.text(log) else { return nil }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    if isPlain, (1...16).contains(text.utf8.count) { return text }
    let remedy = "use 1 to 16 small ASCII letters, digits and hyphens, such as a"
    log.tell(value.place, "\(quoted(text)) is not a well-formed name of a duty", remedy: remedy)
    return nil
  }

  private func debtor(_ fields: PlanMapping) -> Placed<Debtor>? {
    guard let value = fields.required("owed_by") else { return nil }
    guard let code = value.code(DebtorCode.self, called: "debtor", log) else { return nil }
    if let debtor = code.debtor {
      if let group = fields.optional("of") {
        let message = "'of' has no meaning with 'owed_by: \(code.rawValue)'"
        log.tell(group.place, message, remedy: "remove it; only superior and head take it")
      }
      return Placed(value: debtor, place: value.place)
    }
    guard let group = fields.required("of") else { return nil }
    let debtor: Debtor? =
      code == .superior
      ? group.code(SubjectCode.self, called: "group of persons", log).map { .superior(of: $0.group) }
      : group.code(UnitGroup.self, called: "group of units", log).map { .head(of: $0) }
    return debtor.map { debtor in Placed(value: debtor, place: group.place) }
  }

  private func occasion(_ fields: PlanMapping) -> Occasion? {
    switch (fields.optional("every"), fields.optional("on")) {
    case (let every?, nil):
      return every.code(Cycle.self, called: "cycle", log).map { cycle in .every(cycle) }
    case (nil, let event?):
      return name(event, of: "an event", such: "people.transfer").map { name in
        ledger.events.append(Placed(value: name, place: event.place))
        return .on(DutyEventKind(rawValue: name))
      }
    case (nil, nil), (.some, .some):
      let remedy = "write 'every: fiscal-year' for a cycle or 'on: people.transfer' for an event"
      log.tell(fields.place, "a duty needs either 'every' or 'on'", remedy: remedy)
      return nil
    }
  }

  private func due(_ fields: PlanMapping, _ occasion: Occasion?) -> DueRule? {
    let isEvent = if case .on = occasion { true } else { false }
    guard let value = fields.optional("due") else {
      guard isEvent else { return .endOfPeriod }
      let remedy = "write how long after the event it is due, such as 'due: {days: 30}'"
      log.tell(fields.place, "missing key 'due', which a duty with 'on' needs", remedy: remedy)
      return nil
    }
    if value.isMapping { return span(value) }
    guard value.code(DueWord.self, called: "due", log) != nil else { return nil }
    if isEvent {
      let remedy = "write how long after the event it is due, such as {days: 30}"
      log.tell(value.place, "an event has no period that could end", remedy: remedy)
      return nil
    }
    return .endOfPeriod
  }

  enum DueWord: String, CaseIterable {
    case endOfPeriod = "end-of-period"
  }

  private func span(_ value: PlanValue) -> DueRule? {
    guard let fields = PlanMapping(value, keys: ["days", "months"], log) else { return nil }
    switch (fields.optional("days"), fields.optional("months")) {
    case (let days?, nil): return days.integer(in: 1...400, log).map { days in .daysAfter(days) }
    case (nil, let months?): return months.integer(in: 1...24, log).map { months in .monthsAfter(months) }
    case (nil, nil), (.some, .some):
      log.tell(value.place, "'due' needs either days or months", remedy: "write {days: 30} or {months: 6}")
      return nil
    }
  }

  private func evidence(_ value: PlanValue) -> String? {
    guard let name = name(value, of: "a kind of evidence", such: "hand.report") else { return nil }
    ledger.evidenceKinds.append(Placed(value: name, place: value.place))
    return name
  }

  private func isBulkSafe(_ fields: PlanMapping, _ evidence: String?) -> Bool {
    guard let value = fields.optional("bulk"), let code = value.code(TruthCode.self, called: "choice", log)
    else { return false }
    guard code == .yes, let evidence, evidence != "hand.date" else { return code == .yes }
    let remedy = "remove 'bulk', or ask for 'evidence: hand.date'"
    log.tell(value.place, "only evidence that is a day alone can be given for many at once", remedy: remedy)
    return false
  }

  private func name(_ value: PlanValue, of what: String, such example: String) -> String? {
    guard let text = value.text(log) else { return nil }
    if Identifier.isIndicator(text) { return text }
    let remedy = "write a capability and a name, such as \(example)"
    log.tell(value.place, "\(quoted(text)) is not the name of \(what)", remedy: remedy)
    return nil
  }

  /// A cycle has no subject, and an event concerns one person and one unit.
  private func agree(_ debtor: Placed<Debtor>, _ occasion: Occasion) {
    switch (debtor.value, occasion) {
    case (.superior(of: .eventSubject), .every), (.head(of: .eventUnit), .every):
      let remedy = "write 'on' instead of 'every', or name another group"
      log.tell(debtor.place, "only an event has a subject and a unit", remedy: remedy)
    case (.superior(of: let group), .on) where group != .eventSubject:
      log.tell(debtor.place, "an event concerns one person", remedy: "write 'of: subject'")
    case (.head(of: let group), .on) where group != .eventUnit:
      log.tell(debtor.place, "an event concerns one unit", remedy: "write 'of: unit'")
    default: break
    }
  }
}
