public import Store

/// The schema of stored, imported and reference figures.
public enum IndicatorMigrations: Sendable {
  /// All steps, in order.
  public static let all = [figures, imported]

  /// The newest figures, what they were month by month, and who is computing.
  private static let figures = Migration(
    "indicators-0001-figures",
    [
      """
      CREATE TABLE figure_run (
        indicator TEXT NOT NULL,
        fiscal_year {integer} NOT NULL,
        method_version {integer} NOT NULL,
        as_of TEXT NOT NULL,
        is_provisional {boolean} NOT NULL,
        computed_at {integer} NOT NULL,
        seen_entry {integer} NOT NULL,
        seen_receipt {integer} NOT NULL,
        PRIMARY KEY (indicator, fiscal_year)
      ) {strict}
      """,
      """
      CREATE TABLE figure_place (
        indicator TEXT NOT NULL,
        fiscal_year {integer} NOT NULL,
        employer {integer} NOT NULL,
        bureau {integer} NOT NULL,
        bureau_name TEXT NOT NULL,
        sort_order {integer} NOT NULL,
        numerator {integer} NOT NULL,
        denominator {integer} NOT NULL,
        people {integer} NOT NULL,
        PRIMARY KEY (indicator, fiscal_year, employer, bureau)
      ) {strict}
      """,
      "CREATE INDEX figure_place_year ON figure_place (fiscal_year)",
      """
      CREATE TABLE figure_history (
        indicator TEXT NOT NULL,
        fiscal_year {integer} NOT NULL,
        month TEXT NOT NULL,
        employer {integer} NOT NULL,
        as_of TEXT NOT NULL,
        method_version {integer} NOT NULL,
        numerator {integer} NOT NULL,
        denominator {integer} NOT NULL,
        people {integer} NOT NULL,
        PRIMARY KEY (indicator, fiscal_year, month, employer)
      ) {strict}
      """,
      """
      CREATE TABLE figure_lease (
        name TEXT PRIMARY KEY,
        holder TEXT NOT NULL,
        held_until {integer} NOT NULL
      ) {strict}
      """,
    ]
  )

  /// Figures that others counted: those of the employers, and published ones to compare with.
  private static let imported = Migration(
    "indicators-0002-imported",
    [
      """
      CREATE TABLE imported_figure (
        id {integer} PRIMARY KEY,
        key TEXT NOT NULL,
        employer {integer} REFERENCES employer (id),
        fiscal_year {integer} NOT NULL,
        as_of TEXT NOT NULL,
        value_milli {integer},
        numerator {integer},
        denominator {integer},
        source TEXT NOT NULL,
        method TEXT NOT NULL,
        note TEXT NOT NULL,
        receipt {integer} NOT NULL REFERENCES import_receipt (id),
        line {integer} NOT NULL,
        imported_at {integer} NOT NULL,
        CHECK (value_milli IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL)),
        CHECK (denominator IS NULL OR (denominator > 0 AND numerator IS NOT NULL))
      ) {strict}
      """,
      "CREATE INDEX imported_figure_key ON imported_figure (key, fiscal_year, employer, id)",
      """
      CREATE TABLE reference_figure (
        series TEXT NOT NULL,
        position {integer} NOT NULL,
        targets TEXT NOT NULL,
        title TEXT NOT NULL,
        unit TEXT NOT NULL,
        body TEXT NOT NULL,
        year {integer} NOT NULL,
        year_kind TEXT NOT NULL,
        as_of TEXT,
        value_milli {integer} NOT NULL,
        numerator {integer},
        denominator {integer},
        certainty TEXT NOT NULL,
        source TEXT NOT NULL,
        address TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (series, position)
      ) {strict}
      """,
      """
      CREATE TABLE reference_load (
        id {integer} PRIMARY KEY,
        digest {bytes} NOT NULL,
        loaded_at {integer} NOT NULL,
        row_count {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("imported_figure")
  )
}
