internal import CivilTime
internal import People
internal import Store

/// Reads and appends budgets; the newest of a unit and year counts, older ones stay.
enum BudgetRecords {
  /// The budgets of some units, each unit's in the order in which they were set.
  static func budgets(
    of units: Set<RecordID<OrganizationUnit>>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: [OvertimeBudget]] {
    let all = try connection.rows(
      """
      SELECT b.unit, b.minutes, b.note, b.at, e.family_name, e.given_name
      FROM overtime_budget b JOIN employee e ON e.id = b.by_employee
      WHERE b.unit IN (\(list: units.sorted())) AND b.fiscal_year = \(year.startYear) ORDER BY b.unit, b.id
      """
    ) { row in
      OvertimeBudget(
        unit: try row.value(0),
        year: year,
        amount: try row.value(1),
        note: try row.value(2),
        at: try row.value(3),
        by: try row.value(4, as: String.self) + " " + row.value(5, as: String.self)
      )
    }
    return Dictionary(grouping: all, by: \.unit)
  }

  static func insert(
    _ budget: OvertimeBudget,
    id: RecordID<OvertimeBudget>,
    by actor: (account: Int64, employee: RecordID<Employee>),
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_budget (id, unit, fiscal_year, minutes, note, at, by_account, by_employee)
      VALUES (\(id), \(budget.unit), \(budget.year.startYear), \(budget.amount), \(budget.note), \(budget.at), \
      \(actor.account), \(actor.employee))
      """
    )
  }
}
