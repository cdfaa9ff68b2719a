internal import Store

extension PeopleMigrations {
  /// Employers, dated units, and the posts in them.
  ///
  /// The days of a period are both inside it.
  static let organization = Migration(
    "people-0001-organization",
    [
      """
      CREATE TABLE employer (
        id {integer} PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
      ) {strict}
      """,
      """
      CREATE TABLE unit (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        code TEXT NOT NULL,
        UNIQUE (employer, code)
      ) {strict}
      """,
      """
      CREATE TABLE unit_period (
        unit {integer} NOT NULL REFERENCES unit (id),
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        parent {integer} REFERENCES unit (id),
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        sort_order {integer} NOT NULL,
        PRIMARY KEY (unit, valid_from),
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CHECK (parent IS NULL OR parent <> unit)
      ) {strict}
      """,
      "CREATE INDEX unit_period_parent ON unit_period (parent)",
      """
      CREATE TABLE post (
        id {integer} PRIMARY KEY,
        unit {integer} NOT NULL REFERENCES unit (id),
        title TEXT NOT NULL,
        rank_band TEXT NOT NULL,
        managerial {boolean} NOT NULL,
        executive {boolean} NOT NULL,
        head {boolean} NOT NULL,
        UNIQUE (unit, title, rank_band, managerial, executive, head)
      ) {strict}
      """,
    ]
  )
}
