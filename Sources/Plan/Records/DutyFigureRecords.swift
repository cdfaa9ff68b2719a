internal import CivilTime
internal import Duties
internal import Evidence
internal import Indicators
internal import People
internal import Store

/// Counts the duties and reports of one measure by employer and bureau.
enum DutyFigureRecords {
  static func coverage(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [IndicatorValue] {
    try connection.rows(
      """
      SELECT employer, bureau, fulfilled, owed - excused, people FROM duty_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(place.plan) AND measure = \(place.measure.text)
      ORDER BY employer, bureau
      """
    ).map { row in
      let people: Int = try row.value(4)
      return try value(row, Ratio(try row.value(2), of: try row.value(3)), people: people > 0 ? people : nil)
    }
  }

  /// Reports of the year, and duties that were fulfilled without a report, of so many duties.
  static func held(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [IndicatorValue] {
    try connection.rows(
      """
      SELECT employer, bureau, CAST(MAX(cases) AS BIGINT), CAST(MAX(owed) AS BIGINT) FROM (
      SELECT employer, bureau, fulfilled AS cases, owed - excused AS owed FROM duty_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(place.plan) AND measure = \(place.measure.text)
      UNION ALL SELECT employer, bureau, cases, 0 FROM evidence_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(place.plan) AND measure = \(place.measure.text)
      ) counted GROUP BY employer, bureau ORDER BY employer, bureau
      """
    ).map { row in try value(row, Ratio(try row.value(2), of: try row.value(3))) }
  }

  static func share(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [IndicatorValue] {
    try connection.rows(
      """
      SELECT employer, bureau, quantity, quantity_of FROM evidence_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(place.plan) AND measure = \(place.measure.text)
      AND quantity IS NOT NULL AND quantity_of IS NOT NULL ORDER BY employer, bureau
      """
    ).map { row in try value(row, Ratio(try row.value(2), of: try row.value(3))) }
  }

  /// Of each employer and bureau the newest report alone: a stock that is reported again is not added up.
  static func newestShare(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [IndicatorValue] {
    let rows = try connection.rows(
      """
      SELECT e.employer, e.bureau, e.quantity, e.quantity_of FROM evidence e
      WHERE e.fiscal_year = \(year.startYear) AND e.plan_code = \(place.plan)
      AND e.measure = \(place.measure.text) AND e.quantity IS NOT NULL AND e.quantity_of IS NOT NULL
      AND \(fragment: current) ORDER BY e.employer, e.bureau, e.held_on, e.id
      """
    )
    var newest: [IndicatorValue] = []
    for row in rows {
      let value = try value(row, Ratio(try row.value(2), of: try row.value(3)))
      if let last = newest.last, last.employer == value.employer, last.unit == value.unit {
        newest.removeLast()
      }
      newest.append(value)
    }
    return newest
  }

  /// Units that have not reported, of those that owe a report; a unit that is wholly excused owes none.
  ///
  /// 該当なし settles what is owed and still leaves the unit without a report.
  static func unitsWithout(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [IndicatorValue] {
    let reported = try unitsThatReported(place, in: year, on: connection)
    let rows = try connection.rows(
      """
      SELECT d.employer, d.bureau, d.about_unit, MAX(CASE WHEN d.state = 'fulfilled' AND NOT EXISTS (
      SELECT 1 FROM evidence n WHERE n.entry = d.fulfilled_by AND n.kind = \(EvidenceKinds.none.id)
      ) THEN 1 ELSE 0 END)
      FROM duty d WHERE d.fiscal_year = \(year.startYear) AND d.plan_code = \(place.plan)
      AND d.measure = \(place.measure.text) AND d.about_unit IS NOT NULL AND d.state <> 'excused'
      GROUP BY d.employer, d.bureau, d.about_unit ORDER BY d.employer, d.bureau, d.about_unit
      """
    )
    return try rows.map { row in
      let unit: Int64 = try row.value(2)
      let fulfilled: Int = try row.value(3)
      let isReported = fulfilled > 0 || reported.contains(unit)
      return try value(row, Ratio(isReported ? 0 : 1, of: 1))
    }
  }

  private static func unitsThatReported(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> Set<Int64> {
    let rows = try connection.rows(
      """
      SELECT DISTINCT e.unit FROM evidence e WHERE e.fiscal_year = \(year.startYear)
      AND e.plan_code = \(place.plan) AND e.measure = \(place.measure.text) AND e.unit IS NOT NULL
      AND e.kind <> \(EvidenceKinds.none.id) AND \(fragment: current)
      """
    )
    return Set(try rows.map { row in try row.value(0) })
  }

  /// A report that was neither corrected nor withdrawn.
  private static let current: SQLText = """
    NOT EXISTS (SELECT 1 FROM evidence c WHERE c.corrects = e.id)
    AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w WHERE w.evidence = e.id)
    """

  /// The employer and bureau of a row; people without a bureau have the number 0.
  private static func value(_ row: SQLRow, _ ratio: Ratio, people: Int? = nil) throws -> IndicatorValue {
    let bureau: Int64 = try row.value(1)
    return IndicatorValue(
      employer: try row.value(0),
      unit: bureau == 0 ? nil : RecordID(bureau),
      ratio: ratio,
      people: people
    )
  }
}
