public import CivilTime
public import Store

/// 義務のきまりの登録 – takes over the rules of an edition of a plan.
public enum DutyRules: Sendable {
  /// Puts the rules of an edition in force from a day on, and ends those of the editions before it the day before.
  ///
  /// Called in the transaction that loads the plan; `ids` are made outside of it, one a rule. Duties that are open
  /// go on: a rule of the new edition with the same measure, name and occasion meets the same duty.
  ///
  /// - Throws: ``DutyRefusal/identifiersMissing``; ``StoreError/unique(constraint:)`` when the edition was loaded before.
  public static func replace(
    _ rules: [DutyRule],
    plan: String,
    edition: Int,
    from day: CivilDate,
    ids: [RecordID<DutyRule>],
    on connection: any SQLConnection
  ) throws {
    guard ids.count >= rules.count else { throw DutyRefusal.identifiersMissing }
    try DutyRuleRecords.end(plan: plan, except: edition, lastDay: day.adding(days: -1), on: connection)
    // Identifiers follow the order of the plan, which is the order of lists.
    let stored = zip(ids.sorted(), rules).map { id, rule in
      StoredRule(id: id, rule: rule, firstDay: day, lastDay: nil)
    }
    try DutyRuleRecords.insert(stored, on: connection)
  }
}
