package import Store

/// The schema of this capability, step by step; a step that has landed is never edited.
package enum MonthClosingMigrations {
  package static let all = [records, times, sweeps, official]

  private static let records =
    Migration(
      "month-closing-0001-records",
      [
        """
        CREATE TABLE closing_terms (
          id {integer} PRIMARY KEY,
          employer {integer} NOT NULL REFERENCES employer (id),
          from_month TEXT NOT NULL,
          confirm_day {integer} NOT NULL,
          check_day {integer} NOT NULL,
          approve_day {integer} NOT NULL,
          time_out_day {integer} NOT NULL,
          at {integer} NOT NULL,
          by_account {integer} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE closing_step (
          id {integer} PRIMARY KEY,
          employee {integer} NOT NULL REFERENCES employee (id),
          month TEXT NOT NULL,
          kind TEXT NOT NULL,
          at {integer} NOT NULL,
          by_account {integer},
          standing TEXT NOT NULL,
          words TEXT,
          seen TEXT NOT NULL
        ) {strict}
        """,
        "CREATE INDEX closing_step_month ON closing_step (month, employee, id)",
        """
        CREATE TABLE closed_month (
          id {integer} PRIMARY KEY,
          employee {integer} NOT NULL REFERENCES employee (id),
          month TEXT NOT NULL,
          number {integer} NOT NULL CHECK (number > 0),
          at {integer} NOT NULL,
          unit {integer} REFERENCES unit (id),
          unit_name TEXT NOT NULL,
          digest TEXT NOT NULL,
          overtime_minutes {integer} NOT NULL,
          special_minutes {integer} NOT NULL,
          attended_days {integer} NOT NULL,
          UNIQUE (month, employee, number)
        ) {strict}
        """,
        SchemaText(
          """
          CREATE TABLE closed_day (
            closed_month INTEGER NOT NULL REFERENCES closed_month (id),
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            label TEXT NOT NULL,
            from_minute INTEGER,
            to_minute INTEGER,
            asked_pause INTEGER,
            arrival INTEGER,
            departure INTEGER,
            pause INTEGER NOT NULL,
            overtime INTEGER,
            is_special INTEGER NOT NULL,
            PRIMARY KEY (closed_month, day)
          ) STRICT, WITHOUT ROWID
          """,
          onlyOn: .sqlite
        ),
        SchemaText(
          """
          CREATE TABLE closed_day (
            closed_month BIGINT NOT NULL REFERENCES closed_month (id),
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            label TEXT NOT NULL,
            from_minute BIGINT,
            to_minute BIGINT,
            asked_pause BIGINT,
            arrival BIGINT,
            departure BIGINT,
            pause BIGINT NOT NULL,
            overtime BIGINT,
            is_special BOOLEAN NOT NULL,
            PRIMARY KEY (closed_month, day)
          )
          """,
          onlyOn: .postgres
        ),
      ] + SchemaText.appendOnly("closing_terms") + SchemaText.appendOnly("closing_step")
        + SchemaText.appendOnly("closed_month") + SchemaText.appendOnly("closed_day")
    )

  /// On which days the months of an employer were looked through for what is overdue.
  private static let sweeps = Migration(
    "month-closing-0003-sweeps",
    [
      """
      CREATE TABLE closing_sweep (
        employer {integer} NOT NULL REFERENCES employer (id),
        day TEXT NOT NULL,
        at {integer} NOT NULL,
        closed {integer} NOT NULL CHECK (closed >= 0),
        PRIMARY KEY (employer, day)
      ) {strict}
      """
    ] + SchemaText.appendOnly("closing_sweep")
  )

  /// What people checked or approved, by whose month it was: whether an employer uses the procedure is asked every day.
  private static let official = Migration(
    "month-closing-0004-official",
    [
      """
      CREATE INDEX closing_step_official ON closing_step (employee, month)
      WHERE kind IN ('checked', 'approved') AND by_account IS NOT NULL
      """
    ]
  )

  /// When the declared work of a closed day was done; what was closed before has a digest of the first version.
  private static let times = Migration(
    "month-closing-0002-times",
    [
      """
      CREATE TABLE closed_stretch (
        closed_month {integer} NOT NULL REFERENCES closed_month (id),
        day TEXT NOT NULL,
        from_minute {integer} NOT NULL,
        to_minute {integer} NOT NULL,
        PRIMARY KEY (closed_month, day, from_minute)
      ) {strict}
      """,
      "ALTER TABLE closed_month ADD COLUMN digest_version {integer} NOT NULL DEFAULT 1",
    ] + SchemaText.appendOnly("closed_stretch")
  )
}
