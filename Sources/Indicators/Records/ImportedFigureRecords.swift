public import CivilTime
internal import People
public import Store

/// 取り込んだ数値の記録 – reads and appends figures of others.
public enum ImportedFigureRecords: Sendable {
  /// The newest figure of each key, employer, year and method, in this order: key, year, all before employers, newest
  /// import last.
  ///
  /// A later line about the same supersedes an earlier one; both stay in the history.
  public static func latest(
    keys: Set<String>,
    years: ClosedRange<FiscalYear>,
    on connection: any SQLConnection
  ) throws -> [ImportedFigure] {
    guard !keys.isEmpty else { return [] }
    let (first, last) = (years.lowerBound.startYear, years.upperBound.startYear)
    let figures = try connection.rows(
      """
      SELECT \(fragment: columns) FROM imported_figure WHERE key IN (\(list: keys.sorted()))
      AND fiscal_year BETWEEN \(first) AND \(last) ORDER BY id
      """
    ).map(figure)
    var newest: [Identity: ImportedFigure] = [:]
    for figure in figures { newest[Identity(figure)] = figure }
    return newest.values.sorted { left, right in
      let isEarlier: Bool
      if left.key != right.key {
        isEarlier = left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      } else {
        isEarlier =
          (left.year.startYear, left.employer?.number ?? 0, left.id)
          < (right.year.startYear, right.employer?.number ?? 0, right.id)
      }
      return isEarlier
    }
  }

  /// All figures of a key, the newest import first.
  public static func history(of key: String, on connection: any SQLConnection) throws -> [ImportedFigure] {
    try connection.rows(
      "SELECT \(fragment: columns) FROM imported_figure WHERE key = \(key) ORDER BY id DESC"
    ).map(figure)
  }

  static func insert(_ figures: [ImportedFigure], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "imported_figure",
      columns: [
        "id", "key", "employer", "fiscal_year", "as_of", "value_milli", "numerator", "denominator", "source",
        "method", "note", "receipt", "line", "imported_at",
      ],
      rows: figures.map { figure in
        [
          figure.id.sqlValue, figure.key.sqlValue, figure.employer?.sqlValue ?? .null,
          figure.year.startYear.sqlValue, figure.asOf.sqlValue, figure.valueMilli?.sqlValue ?? .null,
          figure.ratio?.numerator.sqlValue ?? .null, figure.ratio?.denominator.sqlValue ?? .null,
          figure.source.sqlValue, figure.method.sqlValue, figure.note.sqlValue, figure.receipt.sqlValue,
          figure.line.sqlValue, figure.importedAt.sqlValue,
        ]
      }
    )
  }

  /// What a later line about the same thing shares with an earlier one.
  private struct Identity: Hashable {
    let key: String
    let employer: RecordID<Employer>?
    let year: FiscalYear
    let method: [UInt8]

    init(_ figure: ImportedFigure) {
      key = figure.key
      employer = figure.employer
      year = figure.year
      method = Array(figure.method.utf8)
    }
  }

  private static let columns: SQLText = """
    id, key, employer, fiscal_year, as_of, value_milli, numerator, denominator, source, method, note, receipt, \
    line, imported_at
    """

  private static func figure(_ row: SQLRow) throws -> ImportedFigure {
    let numerator: Int? = try row.optional(6)
    let denominator: Int? = try row.optional(7)
    let ratio = numerator.flatMap { numerator in denominator.map { Ratio(numerator, of: $0) } }
    return ImportedFigure(
      id: try row.value(0),
      key: try row.value(1),
      employer: try row.optional(2),
      year: FiscalYear(startYear: try row.value(3)),
      asOf: try row.value(4),
      valueMilli: try row.optional(5),
      ratio: ratio,
      source: try row.value(8),
      method: try row.value(9),
      note: try row.value(10),
      receipt: try row.value(11),
      line: try row.value(12),
      importedAt: try row.value(13)
    )
  }
}
