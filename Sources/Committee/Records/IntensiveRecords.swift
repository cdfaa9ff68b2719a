internal import CivilTime
internal import People
internal import Store

/// Reads and appends the actions of intensive periods.
enum IntensiveRecords {
  static func actions(
    of plan: String,
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [IntensiveAction] {
    try connection.rows(
      """
      SELECT id, employer, measure, title, note FROM intensive_action
      WHERE plan_code = \(plan) AND fiscal_year = \(year.startYear) ORDER BY employer, id
      """
    ).map { row in
      IntensiveAction(
        id: try row.value(0),
        employer: try row.value(1),
        measure: try row.value(2),
        title: try row.value(3),
        note: try row.value(4)
      )
    }
  }

  static func append(
    _ action: IntensiveAction,
    plan: String,
    year: FiscalYear,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO intensive_action
      (id, plan_code, fiscal_year, employer, measure, title, note, at, by_account)
      VALUES (\(action.id), \(plan), \(year.startYear), \(action.employer), \(action.measure), \
      \(action.title), \(action.note), \(now), \(account))
      """
    )
  }
}
