package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// 単位期間 – a settlement period of one person, from its declaration to its allotment and every change after it.
package struct FlextimePeriod: Sendable, Hashable {
  /// Its identifier.
  package let id: RecordID<FlextimePeriod>
  /// Whose period.
  package let employee: RecordID<Employee>
  /// The first day; a Monday.
  package let start: CivilDate
  /// How many weeks it has.
  package let weeks: Int
  /// Whose rules hold.
  package let person: FlextimeRules.Person

  /// A period.
  package init(
    id: RecordID<FlextimePeriod>,
    employee: RecordID<Employee>,
    start: CivilDate,
    weeks: Int,
    person: FlextimeRules.Person
  ) {
    self.id = id
    self.employee = employee
    self.start = start
    self.weeks = weeks
    self.person = person
  }

  /// The days of the period.
  package var days: ClosedRange<CivilDate> { start...start.adding(days: weeks * 7 - 1) }
}

/// 単位期間の版 – what was done with a period: each step stands beside those before it.
package struct FlextimeVersion: Sendable, Hashable {
  /// What was done.
  package enum Step: String, SQLStorable, Hashable, CaseIterable {
    /// 申告: waits for the superior.
    case declared
    /// 割振り: the days hold.
    case allotted
    /// 返戻: back to the employee, with a reason.
    case returned
    /// 変更: the days hold in place of those before.
    case changed
    /// 取下げ: taken back by the employee before anybody decided.
    case withdrawn

    /// The word in the user interface.
    package var japanese: String {
      switch self {
      case .declared: "申告"
      case .allotted: "割振り"
      case .returned: "返戻"
      case .changed: "変更"
      case .withdrawn: "取下げ"
      }
    }

    /// Whether the days of the version hold.
    package var isInForce: Bool { self == .allotted || self == .changed }
  }

  /// 1 for the first.
  package let revision: Int
  /// What was done.
  package let step: Step
  /// Why; empty where none was needed.
  package let reason: String
  /// When.
  package let at: Instant
  /// The name of the account that did it.
  package let by: String
  /// The days as declared, allotted or changed; empty where a version tells of none.
  package let days: [FlextimeDay]
}
