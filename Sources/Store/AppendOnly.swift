extension SchemaText {
  /// Triggers that refuse to change or delete a row of a table, also through REPLACE, ON CONFLICT or TRUNCATE.
  ///
  /// What is refused is reported as ``StoreError/appendOnly(_:)`` with the table's name.
  public static func appendOnly(_ table: StaticString) -> [SchemaText] {
    let name = table.description
    return ["update", "delete"].map { sqliteTrigger(table: name, event: $0) } + [
      postgresFunction,
      SchemaText(
        made: """
          CREATE TRIGGER \(name)_append_only BEFORE UPDATE OR DELETE ON \(name)
          FOR EACH ROW EXECUTE FUNCTION refuse_change()
          """,
        onlyOn: .postgres
      ),
      SchemaText(
        made: """
          CREATE TRIGGER \(name)_no_truncate BEFORE TRUNCATE ON \(name)
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
          """,
        onlyOn: .postgres
      ),
    ]
  }

  private static func sqliteTrigger(table: String, event: String) -> SchemaText {
    SchemaText(
      made: """
        CREATE TRIGGER \(table)_no_\(event) BEFORE \(event) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(AppendOnlyMark.messagePrefix)\(table)'); END
        """,
      onlyOn: .sqlite
    )
  }

  private static var postgresFunction: SchemaText {
    SchemaText(
      made: """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          RAISE EXCEPTION 'the table is append-only'
            USING ERRCODE = '\(AppendOnlyMark.postgresState)', TABLE = TG_TABLE_NAME;
        END
        $body$
        """,
      onlyOn: .postgres
    )
  }
}

/// How the engines recognise a refusal of an append-only table.
package enum AppendOnlyMark {
  /// What the message of SQLite's trigger begins with; the table's name follows.
  package static let messagePrefix = "append-only: "
  /// The SQLSTATE of PostgreSQL's trigger.
  package static let postgresState = "HA001"
}
