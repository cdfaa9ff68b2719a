public import CivilTime
internal import People
public import Store

/// 保存した数値の記録 – reads what indicators came to, without counting anything again.
///
/// What is read is raw; small groups are left out by whoever shows it.
public enum StoredFigureRecords: Sendable {
  /// All figures of a fiscal year by the indicator's identifier; two queries.
  public static func figures(
    of year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [String: StoredFigure] {
    var places: [String: [FigurePlace]] = [:]
    try connection.forEachRow(
      """
      SELECT indicator, employer, bureau, bureau_name, sort_order, numerator, denominator, people
      FROM figure_place WHERE fiscal_year = \(year.startYear) ORDER BY indicator, employer, sort_order, bureau
      """
    ) { row in places[try row.value(0), default: []].append(try place(row)) }
    var figures: [String: StoredFigure] = [:]
    for run in try FigureRunRecords.runs(of: year...year, on: connection) {
      figures[run.indicator] = figure(run, places[run.indicator] ?? [])
    }
    return figures
  }

  /// Figures of a fiscal year with one place for each employer, whose bureaus are added up; two queries.
  public static func employerFigures(
    of ids: Set<String>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [String: StoredFigure] {
    var places: [String: [FigurePlace]] = [:]
    try connection.forEachRow(
      """
      SELECT indicator, employer, CAST(SUM(numerator) AS BIGINT), CAST(SUM(denominator) AS BIGINT),
      CAST(SUM(people) AS BIGINT) FROM figure_place
      WHERE fiscal_year = \(year.startYear) AND indicator IN (\(list: ids.sorted()))
      GROUP BY indicator, employer ORDER BY indicator, employer
      """
    ) { row in
      let ratio = Ratio(try row.value(2), of: try row.value(3))
      let place = FigurePlace(employer: try row.value(1), bureau: nil, ratio: ratio, people: try row.value(4))
      places[try row.value(0), default: []].append(place)
    }
    var figures: [String: StoredFigure] = [:]
    for run in try FigureRunRecords.runs(of: year...year, on: connection) where ids.contains(run.indicator) {
      figures[run.indicator] = figure(run, places[run.indicator] ?? [])
    }
    return figures
  }

  /// The figures of one indicator over years, the oldest first; years without one are missing.
  public static func figures(
    of id: String,
    years: ClosedRange<FiscalYear>,
    on connection: any SQLConnection
  ) throws -> [StoredFigure] {
    let (first, last) = (years.lowerBound.startYear, years.upperBound.startYear)
    var places: [Int: [FigurePlace]] = [:]
    try connection.forEachRow(
      """
      SELECT fiscal_year, employer, bureau, bureau_name, sort_order, numerator, denominator, people
      FROM figure_place WHERE indicator = \(id) AND fiscal_year BETWEEN \(first) AND \(last)
      ORDER BY fiscal_year, employer, sort_order, bureau
      """
    ) { row in places[try row.value(0), default: []].append(try place(row)) }
    return try connection.rows(
      """
      SELECT indicator, fiscal_year, method_version, as_of, is_provisional, computed_at, seen_entry, seen_receipt
      FROM figure_run WHERE indicator = \(id) AND fiscal_year BETWEEN \(first) AND \(last) ORDER BY fiscal_year
      """
    ).map { row in
      let run = try FigureRunRecords.run(row)
      return figure(run, places[run.year.startYear] ?? [])
    }
  }

  /// What an indicator came to month by month for all employers together, the oldest first.
  public static func history(of id: String, on connection: any SQLConnection) throws -> [TrendPoint] {
    try history(of: [id], on: connection)[id] ?? []
  }

  /// What indicators came to month by month for all employers together, the oldest first; one query.
  public static func history(
    of ids: Set<String>,
    on connection: any SQLConnection
  ) throws -> [String: [TrendPoint]] {
    guard !ids.isEmpty else { return [:] }
    var points: [String: [TrendPoint]] = [:]
    try connection.forEachRow(
      """
      SELECT indicator, fiscal_year, as_of, employer, numerator, denominator, people, method_version
      FROM figure_history WHERE employer = 0 AND indicator IN (\(list: ids.sorted()))
      ORDER BY indicator, fiscal_year, month
      """
    ) { row in points[try row.value(0), default: []].append(try point(row)) }
    return points
  }

  /// What an indicator came to month by month for each employer, the oldest first.
  public static func employerHistory(of id: String, on connection: any SQLConnection) throws -> [TrendPoint] {
    try connection.rows(
      """
      SELECT indicator, fiscal_year, as_of, employer, numerator, denominator, people, method_version
      FROM figure_history WHERE employer <> 0 AND indicator = \(id) ORDER BY employer, fiscal_year, month
      """
    ).map(point)
  }

  private static func figure(_ run: FigureRunRecords.Run, _ places: [FigurePlace]) -> StoredFigure {
    StoredFigure(
      indicator: run.indicator,
      year: run.year,
      asOf: run.day.day,
      isProvisional: run.day.isProvisional,
      computedAt: run.computedAt,
      methodVersion: run.methodVersion,
      places: places
    )
  }

  private static func place(_ row: SQLRow) throws -> FigurePlace {
    let bureau: Int64 = try row.value(2)
    return FigurePlace(
      employer: try row.value(1),
      bureau: bureau == 0
        ? nil : FigureBureau(id: RecordID(bureau), name: try row.value(3), order: try row.value(4)),
      ratio: Ratio(try row.value(5), of: try row.value(6)),
      people: try row.value(7)
    )
  }

  private static func point(_ row: SQLRow) throws -> TrendPoint {
    let employer: Int64 = try row.value(3)
    return TrendPoint(
      year: FiscalYear(startYear: try row.value(1)),
      asOf: try row.value(2),
      employer: employer == 0 ? nil : RecordID(employer),
      ratio: Ratio(try row.value(4), of: try row.value(5)),
      people: try row.value(6),
      methodVersion: try row.value(7)
    )
  }
}
