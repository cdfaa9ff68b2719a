internal import CivilTime
internal import Store

/// A rule as it is stored: with the days on which it is in force.
struct StoredRule: Sendable {
  let id: RecordID<DutyRule>
  let rule: DutyRule
  let firstDay: CivilDate
  /// Before `firstDay` where the rule was replaced on its first day.
  let lastDay: CivilDate?

  var isEverInForce: Bool { lastDay.map { firstDay <= $0 } ?? true }
}

/// Reads and writes rules.
enum DutyRuleRecords {
  /// Every rule of every edition, the oldest edition first, in the order of the plan.
  static func all(on connection: any SQLConnection) throws -> [StoredRule] {
    try connection.rows(
      """
      SELECT id, plan_code, edition, measure, name, title, task, debtor, debtor_group, occasion_kind, occasion,
      due_kind, due_amount, evidence_kind, bulk_safe, first_day, last_day
      FROM duty_rule ORDER BY plan_code, edition, id
      """
    ).map(stored)
  }

  static func insert(_ rules: [StoredRule], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "duty_rule",
      columns: [
        "id", "plan_code", "edition", "measure", "name", "title", "task", "debtor", "debtor_group",
        "occasion_kind", "occasion", "due_kind", "due_amount", "evidence_kind", "bulk_safe", "first_day",
        "last_day",
      ],
      rows: rules.map(values)
    )
  }

  /// Ends all rules of other editions of a plan that are still in force.
  static func end(
    plan: String,
    except edition: Int,
    lastDay: CivilDate,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      UPDATE duty_rule SET last_day = \(lastDay)
      WHERE plan_code = \(plan) AND edition <> \(edition) AND (last_day IS NULL OR last_day > \(lastDay))
      """
    )
  }

  /// The number of the newest rule; 0 without any.
  static func newest(on connection: any SQLConnection) throws -> Int64 {
    try connection.value("SELECT MAX(id) FROM duty_rule") ?? 0
  }

  private static func values(_ stored: StoredRule) -> [SQLValue] {
    let rule = stored.rule
    let names = [rule.measure, rule.name, rule.title, rule.task].map(\.sqlValue)
    let debtor = DebtorCode(rule.debtor)
    let occasion = OccasionCode(rule.occasion)
    let due = DueCode(rule.due)
    return [stored.id.sqlValue, rule.plan.sqlValue, rule.edition.sqlValue] + names
      + [debtor.kind.sqlValue, debtor.group.sqlValue, occasion.kind.sqlValue, occasion.value.sqlValue]
      + [due.kind.sqlValue, due.amount.sqlValue, rule.evidence.sqlValue, rule.isBulkSafe.sqlValue]
      + [stored.firstDay.sqlValue, stored.lastDay?.sqlValue ?? .null]
  }

  private static func stored(_ row: SQLRow) throws -> StoredRule {
    guard let debtor = DebtorCode(kind: try row.value(7), group: try row.value(8)).debtor else {
      throw StoreError.unexpectedColumn("duty_rule.debtor")
    }
    guard let occasion = OccasionCode(kind: try row.value(9), value: try row.value(10)).occasion else {
      throw StoreError.unexpectedColumn("duty_rule.occasion")
    }
    guard let due = DueCode(kind: try row.value(11), amount: try row.value(12)).due else {
      throw StoreError.unexpectedColumn("duty_rule.due_kind")
    }
    let rule = DutyRule(
      plan: try row.value(1),
      edition: try row.value(2),
      measure: try row.value(3),
      name: try row.value(4),
      title: try row.value(5),
      task: try row.value(6),
      debtor: debtor,
      occasion: occasion,
      due: due,
      evidence: try row.value(13),
      isBulkSafe: try row.value(14)
    )
    return StoredRule(
      id: try row.value(0),
      rule: rule,
      firstDay: try row.value(15),
      lastDay: try row.optional(16)
    )
  }
}

/// A debtor as two columns.
struct DebtorCode {
  let kind: String
  let group: String
}

extension DebtorCode {
  init(_ debtor: Debtor) {
    switch debtor {
    case .each(let group): self.init(kind: "each", group: group.rawValue)
    case .superior(let group): self.init(kind: "superior", group: group.rawValue)
    case .head(let group): self.init(kind: "head", group: group.rawValue)
    case .office(let office): self.init(kind: "office", group: office.rawValue)
    }
  }

  var debtor: Debtor? {
    switch kind {
    case "each": PersonGroup(rawValue: group).map { .each($0) }
    case "superior": PersonGroup(rawValue: group).map { .superior(of: $0) }
    case "head": UnitGroup(rawValue: group).map { .head(of: $0) }
    case "office": Office(rawValue: group).map { .office($0) }
    default: nil
    }
  }
}

/// An occasion as two columns.
struct OccasionCode {
  let kind: String
  let value: String
}

extension OccasionCode {
  init(_ occasion: Occasion) {
    switch occasion {
    case .every(let cycle): self.init(kind: "every", value: cycle.rawValue)
    case .on(let event): self.init(kind: "on", value: event.rawValue)
    }
  }

  var occasion: Occasion? {
    switch kind {
    case "every": Cycle(rawValue: value).map { .every($0) }
    case "on": .on(DutyEventKind(rawValue: value))
    default: nil
    }
  }
}

/// A rule of the due day as two columns.
struct DueCode {
  let kind: String
  let amount: Int
}

extension DueCode {
  init(_ due: DueRule) {
    switch due {
    case .endOfPeriod: self.init(kind: "end-of-period", amount: 0)
    case .daysAfter(let days): self.init(kind: "days", amount: days)
    case .monthsAfter(let months): self.init(kind: "months", amount: months)
    }
  }

  var due: DueRule? {
    switch kind {
    case "end-of-period": .endOfPeriod
    case "days": .daysAfter(amount)
    case "months": .monthsAfter(amount)
    default: nil
    }
  }
}
