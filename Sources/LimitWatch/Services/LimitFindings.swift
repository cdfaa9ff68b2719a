internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 上限を超えた月 – what people within reach have exceeded in a fiscal year.
enum LimitFindings {
  /// The findings of each person that has some, up to a month.
  static func findings(
    of people: Set<RecordID<Employee>>,
    in year: FiscalYear,
    through last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [OvertimeFinding]] {
    var found: [RecordID<Employee>: [OvertimeFinding]] = [:]
    guard people.count <= AmongPeople.few else {
      try LimitWalk.forEachPerson(in: year, through: last, on: connection) { employee, findings in
        if !findings.isEmpty, people.contains(employee) { found[employee] = findings }
      }
      return found
    }
    let limits = OvertimeLimits()
    let first = PersonLimitsQuery.firstMonth(for: year.firstMonth)
    let totals = try MonthTotalRecords.totals(of: people, from: first, to: last, on: connection)
    for (employee, months) in totals {
      let findings = limits.findings(of: OvertimeHistory(months.map(\.monthlyOvertime)))
        .filter { year.firstMonth <= $0.month }
      if !findings.isEmpty { found[employee] = findings }
    }
    return found
  }
}
