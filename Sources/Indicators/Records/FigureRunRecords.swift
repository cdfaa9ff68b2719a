internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Reads when figures were computed, and writes new ones over them.
enum FigureRunRecords {
  /// When and from what a figure was computed.
  struct Run: Sendable, Hashable {
    let indicator: String
    let year: FiscalYear
    let methodVersion: Int
    let day: FigureDay
    let computedAt: Instant
    let seen: RecordsSeen
  }

  static func runs(of years: ClosedRange<FiscalYear>, on connection: any SQLConnection) throws -> [Run] {
    try connection.rows(
      """
      SELECT indicator, fiscal_year, method_version, as_of, is_provisional, computed_at, seen_entry, seen_receipt
      FROM figure_run WHERE fiscal_year BETWEEN \(years.lowerBound.startYear) AND \(years.upperBound.startYear)
      """
    ).map(run)
  }

  static func run(_ row: SQLRow) throws -> Run {
    Run(
      indicator: try row.value(0),
      year: FiscalYear(startYear: try row.value(1)),
      methodVersion: try row.value(2),
      day: FigureDay(day: try row.value(3), isProvisional: try row.value(4)),
      computedAt: try row.value(5),
      seen: RecordsSeen(entry: try row.value(6), receipt: try row.value(7))
    )
  }

  /// Replaces what stands of the figure; the months before stay in its history.
  static func replace(_ run: Run, places: [FigurePlace], on connection: any SQLConnection) throws {
    let year = run.year.startYear
    try connection.execute(
      "DELETE FROM figure_place WHERE indicator = \(run.indicator) AND fiscal_year = \(year)"
    )
    try connection.execute(
      "DELETE FROM figure_run WHERE indicator = \(run.indicator) AND fiscal_year = \(year)"
    )
    try connection.execute(
      """
      INSERT INTO figure_run (indicator, fiscal_year, method_version, as_of, is_provisional, computed_at, \
      seen_entry, seen_receipt) VALUES (\(run.indicator), \(year), \(run.methodVersion), \(run.day.day), \
      \(run.day.isProvisional), \(run.computedAt), \(run.seen.entry), \(run.seen.receipt))
      """
    )
    try connection.insert(
      into: "figure_place",
      columns: [
        "indicator", "fiscal_year", "employer", "bureau", "bureau_name", "sort_order", "numerator",
        "denominator", "people",
      ],
      rows: places.map { place in
        [
          run.indicator.sqlValue, year.sqlValue, place.employer.sqlValue,
          (place.bureau?.id.number ?? 0).sqlValue, (place.bureau?.name ?? "").sqlValue,
          (place.bureau?.order ?? -1).sqlValue, place.ratio.numerator.sqlValue,
          place.ratio.denominator.sqlValue, place.people.sqlValue,
        ]
      }
    )
    try remember(run, places, on: connection)
  }

  /// Keeps the newest figure of each month, for all employers together (0) and for each.
  private static func remember(_ run: Run, _ places: [FigurePlace], on connection: any SQLConnection) throws {
    let month = run.day.day.yearMonth
    let year = run.year.startYear
    try connection.execute(
      """
      DELETE FROM figure_history WHERE indicator = \(run.indicator) AND fiscal_year = \(year) \
      AND month = \(month)
      """
    )
    let employers = Set(places.map(\.employer)).sorted()
    let sums = [(Int64(0), places)] + employers.map { id in (id.number, places.filter { $0.employer == id }) }
    try connection.insert(
      into: "figure_history",
      columns: [
        "indicator", "fiscal_year", "month", "employer", "as_of", "method_version", "numerator",
        "denominator", "people",
      ],
      rows: sums.map { employer, places in
        let ratio = places.map(\.ratio).reduce(.zero, +)
        let people = places.reduce(0) { $0 + $1.people }
        return [
          run.indicator.sqlValue, year.sqlValue, month.sqlValue, employer.sqlValue, run.day.day.sqlValue,
          run.methodVersion.sqlValue, ratio.numerator.sqlValue, ratio.denominator.sqlValue, people.sqlValue,
        ]
      }
    )
  }
}

/// How far the records had come when a figure was computed: the newest journal entry and the newest import.
struct RecordsSeen: Sendable, Hashable {
  let entry: Int64
  let receipt: Int64

  init(entry: Int64, receipt: Int64) {
    self.entry = entry
    self.receipt = receipt
  }

  /// How far they have come now; two reads by key, however long the journal is.
  init(on connection: any SQLConnection) throws {
    entry = try connection.value("SELECT id FROM journal_entry ORDER BY id DESC LIMIT 1") ?? 0
    receipt = try connection.value("SELECT id FROM import_receipt ORDER BY id DESC LIMIT 1") ?? 0
  }
}
