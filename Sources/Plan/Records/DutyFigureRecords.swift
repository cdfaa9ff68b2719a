internal import CivilTime
internal import Duties
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
      SELECT employer, bureau, fulfilled, owed - excused, people, owed FROM duty_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(place.plan) AND measure = \(place.measure.text)
      ORDER BY employer, bureau
      """
    ).map { row in
      let people = place.headCount.people(named: try row.value(4), owed: try row.value(5))
      return try value(row, Ratio(try row.value(2), of: try row.value(3)), people: people)
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
    ).map { row in
      let ratio = Ratio(try row.value(2), of: try row.value(3))
      return try value(row, ratio, people: place.headCount.people(named: 0, owed: ratio.denominator))
    }
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

  /// The employer and bureau of a row; people without a bureau have the number 0.
  private static func value(_ row: SQLRow, _ ratio: Ratio, people: Int = 0) throws -> IndicatorValue {
    let bureau: Int64 = try row.value(1)
    return IndicatorValue(
      employer: try row.value(0),
      unit: bureau == 0 ? nil : RecordID(bureau),
      ratio: ratio,
      people: people > 0 ? people : nil
    )
  }
}
