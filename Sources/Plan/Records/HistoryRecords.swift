internal import CivilTime
internal import Store

/// Reads what measures came to in each year, from the tallies.
enum HistoryRecords {
  /// Each year and measure with duties or reports, the newest year first.
  ///
  /// - Parameter headCount: how the people are counted of whom the duties of the measure tell today.
  static func years(
    of measures: [MeasureID],
    _ headCount: DutyHeadCount,
    plan: String,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [MeasureYear] {
    let ids = measures.reduce(into: [MeasureID]()) { ids, id in if !ids.contains(id) { ids.append(id) } }
    let found = try ids.flatMap { id in try years(of: id, headCount, plan: plan, today: today, on: connection)
    }
    return found.sorted { left, right in (right.year, left.measure) < (left.year, right.measure) }
  }

  private static func years(
    of measure: MeasureID,
    _ headCount: DutyHeadCount,
    plan: String,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [MeasureYear] {
    let rows = try connection.rows(
      """
      SELECT year, CAST(SUM(owed) AS BIGINT), CAST(SUM(fulfilled) AS BIGINT), CAST(SUM(excused) AS BIGINT),
      CAST(SUM(overdue) AS BIGINT), CAST(SUM(people) AS BIGINT), CAST(SUM(cases) AS BIGINT) FROM (
      SELECT fiscal_year AS year, owed, fulfilled, excused, overdue, people, 0 AS cases FROM duty_tally
      WHERE plan_code = \(plan) AND measure = \(measure.text)
      UNION ALL SELECT fiscal_year, 0, 0, 0, 0, 0, cases FROM evidence_tally
      WHERE plan_code = \(plan) AND measure = \(measure.text)
      ) counted GROUP BY year ORDER BY year
      """
    )
    return try rows.map { row in
      let year = FiscalYear(startYear: try row.value(0))
      let owed: Int = try row.value(1)
      let coverage = Coverage(
        owed: owed,
        fulfilled: try row.value(2),
        excused: try row.value(3),
        overdue: try row.value(4),
        people: try row.value(5),
        asOf: min(today, year.lastDay)
      ).counting(headCount)
      return MeasureYear(
        year: year,
        measure: measure,
        coverage: owed > 0 && !coverage.isOfFew ? coverage : nil,
        cases: try row.value(6)
      )
    }
  }
}
