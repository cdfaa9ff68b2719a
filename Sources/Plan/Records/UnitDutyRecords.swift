internal import CivilTime
internal import People
internal import Store

/// Reads what the heads of units owe, measure by measure.
enum UnitDutyRecords {
  /// What one unit owes of one measure.
  struct Line: Hashable {
    let unit: RecordID<OrganizationUnit>
    let measure: String
    let coverage: Coverage
    let nextDueOn: CivilDate?
  }

  /// The duties that the heads of these units owe in a year; those that persons owe for themselves are theirs.
  static func lines(
    of units: [RecordID<OrganizationUnit>],
    in year: FiscalYear,
    plan: String,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Line] {
    guard !units.isEmpty else { return [] }
    return try connection.rows(
      """
      SELECT d.owner_unit, d.measure, COUNT(*), COUNT(CASE WHEN d.state = 'fulfilled' THEN 1 END),
      COUNT(CASE WHEN d.state = 'excused' THEN 1 END),
      COUNT(CASE WHEN d.state = 'open' AND d.due_on < \(today) THEN 1 END),
      COUNT(DISTINCT d.about_employee), MIN(CASE WHEN d.state = 'open' THEN d.due_on END)
      FROM duty d WHERE d.owner_unit IN (\(list: units)) AND d.fiscal_year = \(year.startYear)
      AND d.plan_code = \(plan) GROUP BY d.owner_unit, d.measure ORDER BY d.owner_unit, d.measure
      """
    ).map { row in
      Line(
        unit: try row.value(0),
        measure: try row.value(1),
        coverage: Coverage(
          owed: try row.value(2),
          fulfilled: try row.value(3),
          excused: try row.value(4),
          overdue: try row.value(5),
          people: try row.value(6),
          asOf: min(today, year.lastDay)
        ),
        nextDueOn: try row.optional(7)
      )
    }
  }
}
