/// Reads from which figure a target is judged, and how.
struct TargetSourceReader {
  let log: FaultLog
  let ledger: PlanLedger

  static let keys = ["indicators", "coverage", "held", "share", "units_without"]

  enum Word: String, CaseIterable {
    case imported
  }

  enum JudgementWord: String, CaseIterable {
    case value
    case complete
  }

  /// The source; imported figures when nothing is said.
  func source(_ fields: PlanMapping) -> TargetSource? {
    guard let value = fields.optional("figure") else { return .imported }
    guard value.isMapping else {
      return value.code(Word.self, called: "figure", log).map { _ in .imported }
    }
    guard let forms = PlanMapping(value, keys: Self.keys, log) else { return nil }
    let given = Self.keys.filter { key in forms.optional(key) != nil }
    guard given.count == 1, let key = given.first, let form = forms.optional(key) else {
      let remedy = "write one of \(Self.keys.joined(separator: ", ")), or the word imported"
      log.tell(value.place, "a figure has exactly one source", remedy: remedy)
      return nil
    }
    if key == "indicators" { return indicators(forms) }
    return measure(form, key: key)
  }

  /// How the figure is held against the value.
  func judgement(_ fields: PlanMapping) -> TargetJudgement? {
    guard let value = fields.optional("judged") else { return .value }
    guard value.isMapping else {
      return value.code(JudgementWord.self, called: "judgement", log).map { word in
        word == .complete ? .complete : .value
      }
    }
    guard let forms = PlanMapping(value, keys: ["share"], log) else { return nil }
    return forms.required("share")?.integer(in: 1...100, log).map { percent in .share(percent: percent) }
  }

  private func indicators(_ forms: PlanMapping) -> TargetSource? {
    guard let values = forms.filledList("indicators") else { return nil }
    let ids = IndicatorReader(log: log, ledger: ledger).read(values)
    return ids.isEmpty ? nil : .indicators(ids)
  }

  private func measure(_ value: PlanValue, key: String) -> TargetSource? {
    guard let measure = log.measureID(value) else { return nil }
    let needsDuties = key == "coverage" || key == "units_without"
    ledger.figureMeasures.append(PlanLedger.FigureMeasure(id: measure, needsDuties: needsDuties))
    switch key {
    case "coverage": return .coverage(measure.value)
    case "held": return .held(measure.value)
    case "share": return .share(measure.value)
    default: return .unitsWithout(measure.value)
    }
  }
}

/// Reads lists of indicators.
struct IndicatorReader {
  let log: FaultLog
  let ledger: PlanLedger

  func read(_ values: [PlanValue]) -> [String] {
    var ids: [String] = []
    for value in values {
      guard let id = indicator(value) else { continue }
      guard !ids.contains(id) else {
        log.tell(value.place, "indicator '\(id)' stands twice", remedy: "keep one of them")
        continue
      }
      ids.append(id)
      ledger.indicators.append(Placed(value: id, place: value.place))
    }
    return ids
  }

  private func indicator(_ value: PlanValue) -> String? {
    guard let text = value.text(log) else { return nil }
    guard Identifier.isIndicator(text) else {
      let remedy = "write a capability and a name, such as working-time.objective-record"
      log.tell(value.place, "\(quoted(text)) is not a well-formed indicator id", remedy: remedy)
      return nil
    }
    return text
  }
}
