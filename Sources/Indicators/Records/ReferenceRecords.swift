internal import CivilTime
public import Store

/// 参考の数値の記録 – reads published figures to compare with.
public enum ReferenceRecords: Sendable {
  /// All series, in the order of their ids.
  ///
  /// - Throws: ``StoreError`` from the engine.
  public static func all(on connection: any SQLConnection) throws -> [ReferenceSeries] {
    var series: [ReferenceSeries] = []
    try connection.forEachRow(
      """
      SELECT series, title, unit, targets, body, year, year_kind, as_of, value_milli, numerator, denominator,
      certainty, source, address, note FROM reference_figure ORDER BY series, position
      """
    ) { row in
      let id: String = try row.value(0)
      let figure = try figure(row)
      if let last = series.last, last.id == id {
        series[series.count - 1] = ReferenceSeries(
          id: id,
          title: last.title,
          unit: last.unit,
          figures: last.figures + [figure]
        )
      } else {
        series.append(
          ReferenceSeries(id: id, title: try row.value(1), unit: try row.value(2), figures: [figure])
        )
      }
    }
    return series
  }

  /// The series with figures that a target may be compared with, by a plan's code and a target, such as `soumu:T04`.
  ///
  /// - Throws: ``StoreError`` from the engine.
  public static func series(target: String, on connection: any SQLConnection) throws -> [ReferenceSeries] {
    try all(on: connection).compactMap { series in
      let figures = series.figures.filter { figure in figure.targets.contains(target) }
      guard !figures.isEmpty else { return nil }
      return ReferenceSeries(id: series.id, title: series.title, unit: series.unit, figures: figures)
    }
  }

  static func loadedDigest(on connection: any SQLConnection) throws -> [UInt8]? {
    try connection.value("SELECT digest FROM reference_load WHERE id = 1")
  }

  static func replace(
    _ rows: [ReferenceFile.Row],
    digest: [UInt8],
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute("DELETE FROM reference_figure")
    try connection.execute("DELETE FROM reference_load")
    var positions: [String: Int] = [:]
    try connection.insert(
      into: "reference_figure",
      columns: [
        "series", "position", "targets", "title", "unit", "body", "year", "year_kind", "as_of", "value_milli",
        "numerator", "denominator", "certainty", "source", "address", "note",
      ],
      rows: rows.map { row in
        positions[row.series, default: 0] += 1
        return values(row, position: positions[row.series] ?? 0)
      }
    )
    try connection.execute(
      """
      INSERT INTO reference_load (id, digest, loaded_at, row_count) VALUES (1, \(digest), \(now), \(rows.count))
      """
    )
  }

  private static func values(_ row: ReferenceFile.Row, position: Int) -> [SQLValue] {
    let figure = row.figure
    return [
      row.series.sqlValue, position.sqlValue, figure.targets.joined(separator: " ").sqlValue,
      row.title.sqlValue, row.unit.sqlValue, figure.body.sqlValue, figure.year.sqlValue,
      figure.yearKind.rawValue.sqlValue, figure.asOf?.sqlValue ?? .null, figure.valueMilli.sqlValue,
      figure.ratio?.numerator.sqlValue ?? .null, figure.ratio?.denominator.sqlValue ?? .null,
      figure.certainty.rawValue.sqlValue, figure.source.sqlValue, figure.address.sqlValue,
      figure.note.sqlValue,
    ]
  }

  private static func figure(_ row: SQLRow) throws -> ReferenceFigure {
    guard let kind = ReferenceFigure.YearKind(rawValue: try row.value(6)) else {
      throw StoreError.unexpectedColumn("reference_figure.year_kind")
    }
    guard let certainty = ReferenceFigure.Certainty(rawValue: try row.value(11)) else {
      throw StoreError.unexpectedColumn("reference_figure.certainty")
    }
    let numerator: Int? = try row.optional(9)
    let denominator: Int? = try row.optional(10)
    return ReferenceFigure(
      targets: ReferenceFigure.words(try row.value(3)),
      body: try row.value(4),
      year: try row.value(5),
      yearKind: kind,
      asOf: try row.optional(7),
      valueMilli: try row.value(8),
      ratio: numerator.flatMap { above in denominator.map { Ratio(above, of: $0) } },
      certainty: certainty,
      source: try row.value(12),
      address: try row.value(13),
      note: try row.value(14)
    )
  }
}
