internal import Store

extension PeopleMigrations {
  /// What was imported when, and the value that stood before each change.
  static let imports = Migration(
    "people-0003-imports",
    [
      """
      CREATE TABLE import_receipt (
        id {integer} PRIMARY KEY,
        kind TEXT NOT NULL,
        file_digest {bytes} NOT NULL,
        imported_at {integer} NOT NULL,
        row_count {integer} NOT NULL,
        added_count {integer} NOT NULL,
        changed_count {integer} NOT NULL,
        UNIQUE (kind, file_digest)
      ) {strict}
      """,
      """
      CREATE TABLE people_change (
        receipt {integer} NOT NULL REFERENCES import_receipt (id),
        record {integer} NOT NULL,
        field TEXT NOT NULL,
        old_value TEXT,
        new_value TEXT,
        PRIMARY KEY (receipt, record, field)
      ) {strict}
      """,
      "CREATE INDEX people_change_record ON people_change (record)",
    ]
  )
}
