extension SchemaText {
  /// Triggers that count every change of some tables in the one row of a counter table.
  ///
  /// What was worked out from those tables may be kept as long as the count stands still. The counter table has a
  /// column `number` and one row.
  public static func counting(changesOf tables: [StaticString], in counter: StaticString) -> [SchemaText] {
    let counter = counter.description
    let function = SchemaText(
      made: """
        CREATE OR REPLACE FUNCTION count_\(counter)() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          UPDATE \(counter) SET number = number + 1;
          RETURN NULL;
        END
        $body$
        """,
      onlyOn: .postgres
    )
    return [function] + tables.flatMap { triggers(on: $0.description, counter: counter) }
  }

  private static func triggers(on table: String, counter: String) -> [SchemaText] {
    let rowByRow = ["insert", "update", "delete"].map { event in
      SchemaText(
        made: """
          CREATE TRIGGER \(table)_\(event)_counted AFTER \(event) ON \(table)
          BEGIN UPDATE \(counter) SET number = number + 1; END
          """,
        onlyOn: .sqlite
      )
    }
    let atOnce = SchemaText(
      made: """
        CREATE TRIGGER \(table)_counted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION count_\(counter)()
        """,
      onlyOn: .postgres
    )
    return rowByRow + [atOnce]
  }
}
