internal import Store

extension WorkingTimeMigrations {
  /// When declared work was done; a declaration without rows here is known by its length alone.
  static let stretches = Migration(
    "working-time-0004-stretches",
    [
      """
      CREATE TABLE overtime_stretch (
        declaration {integer} NOT NULL REFERENCES overtime_declaration (id),
        from_minute {integer} NOT NULL CHECK (from_minute BETWEEN 0 AND 2879),
        to_minute {integer} NOT NULL CHECK (to_minute BETWEEN 0 AND 2879),
        PRIMARY KEY (declaration, from_minute),
        CHECK (from_minute < to_minute)
      ) {strict}
      """
    ] + SchemaText.appendOnly("overtime_stretch")
  )
}
