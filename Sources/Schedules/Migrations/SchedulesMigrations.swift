public import Store

/// The schema of schedules, step by step; a step that has landed is never edited.
public enum SchedulesMigrations: Sendable {
  /// All steps, in order.
  public static let all = [standards, patterns, moves, flextime, waiting, telework, holidays]

  private static let standards = Migration(
    "schedules-0001-standards",
    [
      """
      CREATE TABLE standard_day (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        valid_from TEXT NOT NULL,
        hours TEXT NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX standard_day_employer ON standard_day (employer, valid_from)",
      """
      CREATE TABLE holiday_addition (
        date TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        law TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("standard_day") + SchemaText.appendOnly("holiday_addition")
  )

  private static let patterns = Migration(
    "schedules-0002-patterns",
    [
      """
      CREATE TABLE work_pattern (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        monday TEXT,
        tuesday TEXT,
        wednesday TEXT,
        thursday TEXT,
        friday TEXT,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        UNIQUE (employer, name)
      ) {strict}
      """,
      """
      CREATE TABLE work_pattern_end (
        pattern {integer} PRIMARY KEY REFERENCES work_pattern (id),
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      """
      CREATE TABLE pattern_choice (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        pattern {integer} REFERENCES work_pattern (id),
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX pattern_choice_employee ON pattern_choice (employee, valid_from)",
      """
      CREATE TABLE pattern_request (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        pattern {integer} REFERENCES work_pattern (id),
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX pattern_request_employee ON pattern_request (employee, id)",
      """
      CREATE TABLE pattern_decision (
        request {integer} PRIMARY KEY REFERENCES pattern_request (id),
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("work_pattern") + SchemaText.appendOnly("work_pattern_end")
      + SchemaText.appendOnly("pattern_choice") + SchemaText.appendOnly("pattern_request")
      + SchemaText.appendOnly("pattern_decision")
  )

  private static let moves = Migration(
    "schedules-0003-moves",
    [
      """
      CREATE TABLE day_shift (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        kind TEXT NOT NULL,
        worked TEXT NOT NULL,
        freed TEXT NOT NULL,
        worked_hours TEXT,
        staying_hours TEXT,
        reason TEXT NOT NULL,
        arranged_on TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX day_shift_worked ON day_shift (employee, worked)",
      "CREATE INDEX day_shift_freed ON day_shift (employee, freed)",
      """
      CREATE TABLE day_shift_cancellation (
        day_shift {integer} PRIMARY KEY REFERENCES day_shift (id),
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      """
      CREATE TABLE day_shift_request (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        kind TEXT NOT NULL,
        worked TEXT NOT NULL,
        freed TEXT NOT NULL,
        four_hours_at TEXT,
        worked_from {integer},
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX day_shift_request_employee ON day_shift_request (employee, id)",
      """
      CREATE TABLE day_shift_decision (
        request {integer} PRIMARY KEY REFERENCES day_shift_request (id),
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("day_shift") + SchemaText.appendOnly("day_shift_cancellation")
      + SchemaText.appendOnly("day_shift_request") + SchemaText.appendOnly("day_shift_decision")
  )

  private static let flextime = Migration(
    "schedules-0004-flextime",
    [
      """
      CREATE TABLE flextime_terms (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        unit {integer} REFERENCES unit (id),
        valid_from TEXT NOT NULL,
        core TEXT,
        standard_break TEXT NOT NULL,
        daily_minimum {integer} NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX flextime_terms_employer ON flextime_terms (employer, valid_from)",
      """
      CREATE TABLE flextime_period (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        weeks {integer} NOT NULL,
        person TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK (last_day > first_day)
      ) {strict}
      """,
      "CREATE INDEX flextime_period_employee ON flextime_period (employee, first_day)",
      """
      CREATE TABLE flextime_version (
        period {integer} NOT NULL REFERENCES flextime_period (id),
        revision {integer} NOT NULL,
        step TEXT NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        PRIMARY KEY (period, revision),
        CHECK (revision > 0)
      ) {strict}
      """,
      """
      CREATE TABLE flextime_day (
        period {integer} NOT NULL,
        revision {integer} NOT NULL,
        date TEXT NOT NULL,
        hours TEXT,
        exempt {boolean} NOT NULL,
        PRIMARY KEY (period, revision, date),
        FOREIGN KEY (period, revision) REFERENCES flextime_version (period, revision)
      ) {strict}
      """,
    ] + SchemaText.appendOnly("flextime_terms") + SchemaText.appendOnly("flextime_period")
      + SchemaText.appendOnly("flextime_version") + SchemaText.appendOnly("flextime_day")
  )

  private static let waiting = Migration(
    "schedules-0005-waiting",
    [
      """
      CREATE TABLE schedule_waiting (
        record {integer} PRIMARY KEY,
        kind TEXT NOT NULL,
        employee {integer} NOT NULL REFERENCES employee (id),
        since {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX schedule_waiting_employee ON schedule_waiting (employee)",
    ]
  )

  /// A holiday recorded by mistake is taken back, and may be recorded anew; without a name the row takes it back.
  private static let holidays = Migration(
    "schedules-0007-holidays",
    [
      """
      CREATE TABLE holiday_revision (
        date TEXT NOT NULL REFERENCES holiday_addition (date),
        revision {integer} NOT NULL,
        name TEXT,
        law TEXT,
        reason TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        PRIMARY KEY (date, revision),
        CHECK (revision > 0),
        CHECK ((name IS NULL) = (law IS NULL))
      ) {strict}
      """
    ] + SchemaText.appendOnly("holiday_revision")
  )

  private static let telework = Migration(
    "schedules-0006-telework",
    [
      """
      CREATE TABLE telework (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        date TEXT NOT NULL,
        part TEXT,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX telework_employee ON telework (employee, date)",
      """
      CREATE TABLE telework_decision (
        telework {integer} PRIMARY KEY REFERENCES telework (id),
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      """
      CREATE TABLE telework_cancellation (
        telework {integer} PRIMARY KEY REFERENCES telework (id),
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("telework") + SchemaText.appendOnly("telework_decision")
      + SchemaText.appendOnly("telework_cancellation")
  )
}
