internal import CivilTime
internal import DisclosureRules
internal import People
internal import Store

/// 給与の差異の記録 – reads and writes the pay gap of employers.
enum PayGapRecords {
  /// The newest pay gap of each employer for a year.
  static func years(
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employer>: PayGapYear] {
    var runs: [RecordID<Employer>: SQLRow] = [:]
    let rows = try connection.rows(
      """
      SELECT r.id, r.employer, r.method, r.origin, r.explanation, r.note FROM pay_gap_run r
      WHERE r.fiscal_year = \(year.startYear) ORDER BY r.id
      """
    )
    for row in rows { runs[try row.value(1)] = row }
    var years: [RecordID<Employer>: PayGapYear] = [:]
    for (employer, row) in runs {
      years[employer] = PayGapYear(
        year: year,
        method: try word(row, 2),
        origin: try word(row, 3),
        explanation: try row.value(4),
        note: try row.value(5),
        figures: try figures(of: try row.value(0), on: connection)
      )
    }
    return years
  }

  /// What each employer publishes in a year: until the pay of the year is counted, that of the year before stands.
  static func shown(
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employer>: PayGapPair] {
    let known = try [year, year.advanced(by: -1), year.advanced(by: -2)].map { one in
      try years(one, on: connection)
    }
    var pairs: [RecordID<Employer>: PayGapPair] = [:]
    for (newest, before) in [(known[1], known[2]), (known[0], known[1])] {
      for (employer, payGap) in newest {
        pairs[employer] = PayGapPair(shown: payGap, before: before[employer])
      }
    }
    return pairs
  }

  /// Writes the pay gap of an employer for a year beside earlier ones.
  static func insert(
    _ payGap: PayGapYear,
    of employer: RecordID<Employer>,
    run: RecordID<PayGapYear>,
    receipt: RecordID<ImportReceipt>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO pay_gap_run (id, employer, fiscal_year, method, origin, explanation, note, receipt, made_at)
      VALUES (\(run), \(employer), \(payGap.year.startYear), \(payGap.method.rawValue), \
      \(payGap.origin.rawValue), \(payGap.explanation), \(payGap.note), \(receipt), \(now))
      """
    )
    try connection.insert(
      into: "pay_gap_figure",
      columns: ["run", "table_kind", "row_key", "ratio_permille", "women", "men"],
      rows: payGap.figures.map { figure in
        [
          run.sqlValue, figure.row.table.rawValue.sqlValue, figure.row.key.sqlValue,
          figure.permille?.sqlValue ?? .null, figure.women?.sqlValue ?? .null, figure.men?.sqlValue ?? .null,
        ]
      }
    )
  }

  private static func figures(
    of run: RecordID<PayGapYear>,
    on connection: any SQLConnection
  ) throws -> [PayGapFigure] {
    let figures = try connection.rows(
      """
      SELECT f.table_kind, f.row_key, f.ratio_permille, f.women, f.men FROM pay_gap_figure f
      WHERE f.run = \(run) ORDER BY f.table_kind, f.row_key
      """
    ).map { row in
      guard let tableRow = PayGapRow(table: try word(row, 0), key: try row.value(1)) else {
        throw StoreError.unexpectedColumn("row_key")
      }
      return PayGapFigure(
        row: tableRow,
        permille: try row.optional(2),
        women: try row.optional(3),
        men: try row.optional(4)
      )
    }
    return PayGapRow.everyRow.compactMap { row in figures.first { $0.row == row } }
  }

  private static func word<Word: RawRepresentable<String>>(
    _ row: SQLRow,
    _ position: Int
  ) throws -> Word {
    guard let word = Word(rawValue: try row.value(position)) else {
      throw StoreError.unexpectedColumn(row.columns[position])
    }
    return word
  }
}
