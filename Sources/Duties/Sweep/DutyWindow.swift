internal import CivilTime
internal import People
internal import Store

extension UnitTimeline.Period {
  /// 課・室.
  var isDivision: Bool { kind == .division || kind == .office }
}

/// The days of a period on which belonging to a group makes a duty.
struct DutyWindow {
  let period: CyclePeriod
  let dueOn: CivilDate
  let days: ClosedRange<CivilDate>

  /// Nil where the period has not begun, or was over before the rule came into force.
  init?(_ period: CyclePeriod, _ stored: StoredRule, today: CivilDate) {
    let first = max(period.days.lowerBound, stored.firstDay)
    dueOn = stored.rule.due.day(after: period.days.upperBound)
    let lastToJoin = max(first, dueOn.adding(days: -DutyClaims.fewestDaysToDue))
    let last = min(today, min(period.days.upperBound, min(lastToJoin, stored.lastDay ?? OpenEnd.day)))
    guard first <= last else { return nil }
    days = first...last
    self.period = period
  }
}

/// The summer periods that were set, the newest of each year and employer.
struct Summers: Sendable {
  private struct Key: Hashable {
    let plan: String
    let year: Int
    let employer: RecordID<Employer>
  }

  private let days: [Key: ClosedRange<CivilDate>]

  init(on connection: any SQLConnection) throws {
    let rows = try connection.rows(
      """
      SELECT plan_code, fiscal_year, employer, first_day, last_day FROM duty_period
      ORDER BY plan_code, fiscal_year, employer, revision
      """
    )
    var days: [Key: ClosedRange<CivilDate>] = [:]
    for row in rows {
      let key = Key(plan: try row.value(0), year: try row.value(1), employer: try row.value(2))
      let first: CivilDate = try row.value(3)
      days[key] = first...max(first, try row.value(4))
    }
    self.days = days
  }

  func days(plan: String, year: FiscalYear, employer: RecordID<Employer>) -> ClosedRange<CivilDate>? {
    days[Key(plan: plan, year: year.startYear, employer: employer)]
  }
}
