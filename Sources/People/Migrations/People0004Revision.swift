import Store

extension PeopleMigrations {
  /// How often anything of who works where, and of who may do what, has changed.
  static let revision = Migration(
    "people-0004-revision",
    [
      """
      CREATE TABLE people_revision (
        id {integer} PRIMARY KEY CHECK (id = 1),
        number {integer} NOT NULL
      ) {strict}
      """,
      "INSERT INTO people_revision (id, number) VALUES (1, 0)",
    ]
      + SchemaText.counting(
        changesOf: ["employer", "unit", "unit_period", "post", "employee", "assignment", "deputy"],
        in: "people_revision"
      )
  )
}
