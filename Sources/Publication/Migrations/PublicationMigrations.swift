public import Store

/// 公表の表 – the schema of what employers set for their publication, and of the pay gap.
public enum PublicationMigrations: Sendable {
  /// All steps, in order.
  public static let all = [settings, payGap]

  /// A later value stands beside the earlier one; the newest counts.
  private static let settings = Migration(
    "publication-0001-settings",
    [
      """
      CREATE TABLE publication_setting (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        fiscal_year {integer} NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        set_at {integer} NOT NULL,
        set_by {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX publication_setting_employer ON publication_setting (employer, fiscal_year)",
    ] + SchemaText.appendOnly("publication_setting")
  )

  /// Results alone: nobody's pay is ever stored.
  private static let payGap = Migration(
    "publication-0002-pay-gap",
    [
      """
      CREATE TABLE pay_gap_run (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        fiscal_year {integer} NOT NULL,
        method TEXT NOT NULL,
        origin TEXT NOT NULL,
        explanation TEXT NOT NULL,
        note TEXT NOT NULL,
        receipt {integer} NOT NULL REFERENCES import_receipt (id),
        made_at {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX pay_gap_run_year ON pay_gap_run (employer, fiscal_year)",
      """
      CREATE TABLE pay_gap_figure (
        run {integer} NOT NULL REFERENCES pay_gap_run (id),
        table_kind TEXT NOT NULL,
        row_key TEXT NOT NULL,
        ratio_permille {integer},
        women {integer},
        men {integer},
        PRIMARY KEY (run, table_kind, row_key),
        CHECK (ratio_permille IS NULL OR ratio_permille >= 0),
        CHECK (women IS NULL OR women >= 0),
        CHECK (men IS NULL OR men >= 0)
      ) {strict}
      """,
    ] + SchemaText.appendOnly("pay_gap_run") + SchemaText.appendOnly("pay_gap_figure")
  )
}
