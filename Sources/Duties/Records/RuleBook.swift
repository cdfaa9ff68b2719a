internal import CivilTime
internal import Store

/// The newest rule of each key, for titles, tasks and owners.
struct RuleBook: Sendable {
  private let rules: [DutyRuleKey: DutyRule]
  private let titles: [MeasureKey: String]
  private let places: [MeasureKey: RecordID<DutyRule>]

  private struct MeasureKey: Hashable {
    let plan: String
    let measure: String
  }

  init(_ stored: [StoredRule]) {
    rules = Dictionary(stored.map { ($0.rule.key, $0.rule) }, uniquingKeysWith: { $1 })
    let titled = stored.map { (MeasureKey(plan: $0.rule.plan, measure: $0.rule.measure), $0.rule.title) }
    titles = Dictionary(titled, uniquingKeysWith: { $1 })
    let placed = stored.map { (MeasureKey(plan: $0.rule.plan, measure: $0.rule.measure), $0.id) }
    places = Dictionary(placed, uniquingKeysWith: { $1 })
  }

  init(on connection: any SQLConnection) throws {
    self.init(try DutyRuleRecords.all(on: connection))
  }

  func rule(_ key: DutyRuleKey) -> DutyRule? { rules[key] }

  /// Whether a measure stands before another in the plan; one without rules stands last.
  func isBefore(_ left: DutyRuleKey, _ right: DutyRuleKey) -> Bool {
    func place(_ key: DutyRuleKey) -> Int64 {
      places[MeasureKey(plan: key.plan, measure: key.measure)]?.number ?? Int64.max
    }
    return (left.plan, place(left), left.measure) < (right.plan, place(right), right.measure)
  }

  /// The title of the measure; its identifier where no rule of it was ever loaded.
  func title(_ key: DutyRuleKey) -> String {
    titles[MeasureKey(plan: key.plan, measure: key.measure)] ?? key.measure
  }
}
