public import Store

/// The schema of this capability, step by step; a step that has landed is never edited.
public enum LimitWatchMigrations: Sendable {
  /// All steps, in order.
  public static let all = [
    designations, specialWork, analyses, interviews, protections, withdrawals,
  ]

  private static let designations = Migration(
    "limit-watch-0001-designations",
    [
      """
      CREATE TABLE designation_entry (
        id {integer} PRIMARY KEY,
        unit {integer} NOT NULL REFERENCES unit (id),
        part TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        reason TEXT NOT NULL,
        made_known_on TEXT,
        change_reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX designation_entry_unit ON designation_entry (unit)",
    ] + SchemaText.appendOnly("designation_entry")
  )

  private static let withdrawals = Migration(
    "limit-watch-0006-withdrawn-designations",
    ["ALTER TABLE designation_entry ADD COLUMN is_withdrawn {boolean}"]
  )

  // A record is its newest revision; a withdrawal is one too.
  private static let specialWork = Migration(
    "limit-watch-0002-special-work",
    [
      """
      CREATE TABLE special_work (
        id {integer} PRIMARY KEY,
        record {integer} NOT NULL,
        revision {integer} NOT NULL,
        unit {integer} NOT NULL REFERENCES unit (id),
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        category TEXT NOT NULL,
        description TEXT NOT NULL,
        is_named {boolean} NOT NULL,
        made_known_on TEXT,
        is_withdrawn {boolean} NOT NULL,
        change_reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        UNIQUE (record, revision),
        CHECK (revision > 0),
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX special_work_unit ON special_work (unit)",
      """
      CREATE TABLE special_work_person (
        special_work {integer} NOT NULL REFERENCES special_work (id),
        employee {integer} NOT NULL REFERENCES employee (id),
        PRIMARY KEY (special_work, employee)
      ) {strict}
      """,
    ] + SchemaText.appendOnly("special_work") + SchemaText.appendOnly("special_work_person")
  )

  private static let analyses = Migration(
    "limit-watch-0003-analyses",
    [
      """
      CREATE TABLE limit_analysis (
        id {integer} PRIMARY KEY,
        unit {integer} NOT NULL REFERENCES unit (id),
        fiscal_year {integer} NOT NULL,
        revision {integer} NOT NULL,
        is_submitted {boolean} NOT NULL,
        staffing TEXT NOT NULL,
        measures TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        by_name TEXT NOT NULL,
        UNIQUE (unit, fiscal_year, revision),
        CHECK (revision > 0)
      ) {strict}
      """,
      "CREATE INDEX limit_analysis_year ON limit_analysis (fiscal_year, unit)",
      """
      CREATE TABLE limit_analysis_factor (
        analysis {integer} NOT NULL REFERENCES limit_analysis (id),
        employee {integer} NOT NULL REFERENCES employee (id),
        month TEXT NOT NULL,
        position {integer} NOT NULL,
        factor TEXT NOT NULL,
        minutes {integer},
        PRIMARY KEY (analysis, employee, month, position),
        CHECK (minutes IS NULL OR minutes >= 0)
      ) {strict}
      """,
    ] + SchemaText.appendOnly("limit_analysis") + SchemaText.appendOnly("limit_analysis_factor")
  )

  // Nothing of what a doctor says stands here: only that something was done, when and why not.
  private static let interviews = Migration(
    "limit-watch-0004-interviews",
    [
      """
      CREATE TABLE interview_step (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        month TEXT NOT NULL,
        step TEXT NOT NULL,
        done_on TEXT NOT NULL,
        exemption TEXT,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK ((step = 'exempt') = (exemption IS NOT NULL))
      ) {strict}
      """,
      "CREATE INDEX interview_step_employee ON interview_step (employee, month, id)",
      "CREATE INDEX interview_step_month ON interview_step (month)",
      """
      CREATE TABLE interview_cancellation (
        step {integer} PRIMARY KEY REFERENCES interview_step (id),
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("interview_step") + SchemaText.appendOnly("interview_cancellation")
  )

  // Why somebody asks stands nowhere: the papers go to the personnel authority.
  private static let protections = Migration(
    "limit-watch-0005-protections",
    [
      """
      CREATE TABLE protection_request (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        kind TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        valid_to TEXT NOT NULL,
        received_on TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK (valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX protection_request_employee ON protection_request (employee)",
      """
      CREATE TABLE protection_step (
        request {integer} NOT NULL REFERENCES protection_request (id),
        revision {integer} NOT NULL,
        step TEXT NOT NULL,
        ground TEXT,
        ended_on TEXT,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        PRIMARY KEY (request, revision),
        CHECK (revision > 0),
        CHECK ((step = 'declined') = (ground IS NOT NULL)),
        CHECK ((step = 'ended') = (ended_on IS NOT NULL))
      ) {strict}
      """,
    ] + SchemaText.appendOnly("protection_request") + SchemaText.appendOnly("protection_step")
  )
}
