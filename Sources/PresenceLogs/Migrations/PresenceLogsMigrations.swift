package import Store

/// The schema of this capability, step by step; a step that has landed is never edited.
package enum PresenceLogsMigrations {
  package static let all = [logs, gaps]

  private static let logs = Migration(
    "presence-logs-0001-logs",
    [
      """
      CREATE TABLE log_import (
        id {integer} PRIMARY KEY,
        digest {bytes} NOT NULL,
        mapping TEXT NOT NULL,
        file TEXT NOT NULL,
        started_at {integer} NOT NULL,
        updated_at {integer} NOT NULL,
        finished_at {integer},
        row_count {integer} NOT NULL,
        event_count {integer} NOT NULL,
        passed_over {integer} NOT NULL,
        unknown_people {integer} NOT NULL,
        unreadable {integer} NOT NULL,
        doubtful {integer} NOT NULL,
        UNIQUE (digest, mapping)
      ) {strict}
      """,
      """
      CREATE TABLE log_fault (
        log_import {integer} NOT NULL REFERENCES log_import (id),
        place {integer} NOT NULL,
        line {integer} NOT NULL,
        kind TEXT NOT NULL,
        column_name TEXT NOT NULL,
        PRIMARY KEY (log_import, place)
      ) {strict}
      """,
      strips,
      SchemaText(
        """
        CREATE TABLE log_strip (
          employee BIGINT NOT NULL REFERENCES employee (id),
          day TEXT NOT NULL,
          device TEXT NOT NULL,
          marks BYTEA NOT NULL,
          doubts BIGINT NOT NULL,
          PRIMARY KEY (employee, day, device)
        )
        """,
        onlyOn: .postgres
      ),
      """
      CREATE TABLE log_day (
        source TEXT NOT NULL,
        employer {integer} NOT NULL REFERENCES employer (id),
        day TEXT NOT NULL,
        PRIMARY KEY (employer, day, source)
      ) {strict}
      """,
      """
      CREATE TABLE log_person (
        employee {integer} NOT NULL REFERENCES employee (id),
        source TEXT NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        PRIMARY KEY (employee, source)
      ) {strict}
      """,
      """
      CREATE TABLE log_mapping (
        id {integer} PRIMARY KEY,
        name TEXT NOT NULL,
        definition TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      """
      CREATE TABLE log_name (
        id {integer} PRIMARY KEY,
        name TEXT NOT NULL,
        employee {integer} REFERENCES employee (id),
        valid_from TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("log_mapping") + SchemaText.appendOnly("log_name")
  )

  /// On SQLite a table can be its own index by key.
  private static let strips = SchemaText(
    """
    CREATE TABLE log_strip (
      employee INTEGER NOT NULL REFERENCES employee (id),
      day TEXT NOT NULL,
      device TEXT NOT NULL,
      marks BLOB NOT NULL,
      doubts INTEGER NOT NULL,
      PRIMARY KEY (employee, day, device)
    ) STRICT, WITHOUT ROWID
    """,
    onlyOn: .sqlite
  )

  private static let gaps = Migration(
    "presence-logs-0002-gaps",
    [
      """
      CREATE TABLE gap_threshold (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        valid_from TEXT NOT NULL,
        minutes {integer} NOT NULL CHECK (minutes > 0),
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      """
      CREATE TABLE gap_reason (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        work_date TEXT NOT NULL,
        code TEXT NOT NULL,
        words TEXT,
        gap_minutes {integer} NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK (code <> 'other' OR words IS NOT NULL)
      ) {strict}
      """,
      "CREATE INDEX gap_reason_day ON gap_reason (employee, work_date, id)",
      """
      CREATE TABLE gap_question (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        work_date TEXT NOT NULL,
        words TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX gap_question_day ON gap_question (employee, work_date, id)",
      """
      CREATE TABLE pattern_note (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        asked TEXT NOT NULL,
        outcome TEXT NOT NULL,
        words TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX pattern_note_employee ON pattern_note (employee, id)",
    ] + SchemaText.appendOnly("gap_threshold") + SchemaText.appendOnly("gap_reason")
      + SchemaText.appendOnly("gap_question") + SchemaText.appendOnly("pattern_note")
  )
}
