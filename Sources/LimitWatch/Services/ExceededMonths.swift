internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 上限を超えた人月を組織ごとに – whose months of a fiscal year a unit has to account for.
enum ExceededMonths {
  /// One unit's, by month and person.
  ///
  /// A month belongs to the unit of the primary post at its end, as the duty has it.
  static func months(
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    through last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [ExceededMonth] {
    let people = try people(of: [unit], in: year, on: connection)
    guard !people.isEmpty, year.firstMonth <= last else { return [] }
    let ids = Set(people.map(\.0))
    let places = try PrimaryPlaces(of: ids, on: connection)
    let names = Dictionary(people, uniquingKeysWith: { first, _ in first })
    let totals = try MonthTotalRecords.totals(
      of: ids,
      from: PersonLimitsQuery.firstMonth(for: year.firstMonth),
      to: last,
      on: connection
    )
    let limits = OvertimeLimits()
    return totals.flatMap { employee, months -> [ExceededMonth] in
      let findings = limits.findings(of: OvertimeHistory(months.map(\.monthlyOvertime)))
        .filter { year.firstMonth <= $0.month && places.place(of: employee, in: $0.month)?.unit == unit }
      return Dictionary(grouping: findings, by: \.month).map { month, findings in
        ExceededMonth(
          key: .init(employee: employee, month: month),
          name: names[employee] ?? "",
          overtime: months.first { $0.month == month }?.overtime ?? .zero,
          findings: findings
        )
      }
    }.sorted { ($0.key.month, $0.key.employee) < ($1.key.month, $1.key.employee) }
  }

  /// Which people's months beyond a limit each of some units has to account for; units that have none are left out.
  static func owed(
    by units: Set<RecordID<OrganizationUnit>>,
    in year: FiscalYear,
    through last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: Set<LimitAnalysis.PersonMonth>] {
    guard year.firstMonth <= last else { return [:] }
    let people = Set(try people(of: units, in: year, on: connection).map(\.0))
    let places =
      try people.count <= AmongPeople.few
      ? PrimaryPlaces(of: people, on: connection) : PrimaryPlaces(on: connection)
    var owed: [RecordID<OrganizationUnit>: Set<LimitAnalysis.PersonMonth>] = [:]
    let found = try LimitFindings.findings(of: people, in: year, through: last, on: connection)
    for (employee, findings) in found {
      for month in Set(findings.map(\.month)) {
        guard let unit = places.place(of: employee, in: month)?.unit, units.contains(unit) else { continue }
        owed[unit, default: []].insert(.init(employee: employee, month: month))
      }
    }
    return owed
  }

  /// Whoever has held a primary post in the units by the end of the year.
  private static func people(
    of units: Set<RecordID<OrganizationUnit>>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [(RecordID<Employee>, String)] {
    try connection.rows(
      """
      SELECT DISTINCT e.id, e.family_name, e.given_name
      FROM assignment a JOIN post p ON p.id = a.post JOIN employee e ON e.id = a.employee
      WHERE p.unit IN (\(list: units.sorted())) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(year.lastDay)
      """
    ) { row in (try row.value(0), try row.value(1, as: String.self) + " " + row.value(2, as: String.self)) }
  }
}
