internal import CivilTime
internal import Duties
internal import Store

/// Reads how all measures of a plan stand, from the tallies alone.
///
/// The tallies are as large as the plan and the organisation; nothing here grows with the journal.
enum StandingRecords {
  /// The duties of a measure, all employers together.
  struct Owed {
    let coverage: Coverage
    let lastFulfilledOn: CivilDate?
    let nextDueOn: CivilDate?
  }

  static func owed(
    in year: FiscalYear,
    plan: String,
    asOf today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [String: Owed] {
    let rows = try connection.rows(
      """
      SELECT measure, CAST(SUM(owed) AS BIGINT), CAST(SUM(fulfilled) AS BIGINT), CAST(SUM(excused) AS BIGINT),
      CAST(SUM(overdue) AS BIGINT), CAST(SUM(people) AS BIGINT), MAX(last_settled_on), MIN(next_due_on)
      FROM duty_tally WHERE fiscal_year = \(year.startYear) AND plan_code = \(plan) GROUP BY measure
      """
    )
    return try byMeasure(rows) { row in
      let coverage = Coverage(
        owed: try row.value(1),
        fulfilled: try row.value(2),
        excused: try row.value(3),
        overdue: try row.value(4),
        people: try row.value(5),
        asOf: min(today, year.lastDay)
      )
      return Owed(coverage: coverage, lastFulfilledOn: try row.optional(6), nextDueOn: try row.optional(7))
    }
  }

  static func reported(
    in year: FiscalYear,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [String: MeasureEvidence] {
    let rows = try connection.rows(
      """
      SELECT measure, CAST(SUM(cases) AS BIGINT), CAST(SUM(quantity) AS BIGINT), CAST(SUM(quantity_of) AS BIGINT),
      MAX(last_held_on) FROM evidence_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(plan) AND cases > 0 GROUP BY measure
      """
    )
    return try byMeasure(rows) { row in
      MeasureEvidence(
        cases: try row.value(1),
        quantity: try row.optional(2),
        quantityOf: try row.optional(3),
        lastHeldOn: try row.optional(4)
      )
    }
  }

  /// The newest day that a report of these years tells of, or on which a duty of them was fulfilled.
  static func newestDays(
    in years: ClosedRange<FiscalYear>,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [String: CivilDate] {
    let first = years.lowerBound.startYear
    let last = years.upperBound.startYear
    let rows = try connection.rows(
      """
      SELECT measure, MAX(day) FROM (
      SELECT measure, last_held_on AS day FROM evidence_tally
      WHERE plan_code = \(plan) AND fiscal_year BETWEEN \(first) AND \(last) AND cases > 0
      UNION ALL SELECT measure, last_settled_on FROM duty_tally
      WHERE plan_code = \(plan) AND fiscal_year BETWEEN \(first) AND \(last) AND fulfilled > 0
      ) days WHERE day IS NOT NULL GROUP BY measure
      """
    )
    return try byMeasure(rows) { row in try row.value(1) }
  }

  private static func byMeasure<Value>(
    _ rows: [SQLRow],
    _ value: (SQLRow) throws -> Value
  ) throws -> [String: Value] {
    var found: [String: Value] = [:]
    for row in rows { found[try row.value(0)] = try value(row) }
    return found
  }
}
