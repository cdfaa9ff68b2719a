public import Store

/// 義務の表 – the schema of rules, duties, their steps and their tallies.
public enum DutiesMigrations: Sendable {
  /// All steps, in order.
  public static let all = [rules, duties, tallies, periods]

  // A rule that is replaced on its first day ends before it begins, and so was never in force.
  private static let rules = Migration(
    "duties-0001-rules",
    [
      """
      CREATE TABLE duty_rule (
        id {integer} PRIMARY KEY,
        plan_code TEXT NOT NULL,
        edition {integer} NOT NULL,
        measure TEXT NOT NULL,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        task TEXT NOT NULL,
        debtor TEXT NOT NULL,
        debtor_group TEXT NOT NULL,
        occasion_kind TEXT NOT NULL,
        occasion TEXT NOT NULL,
        due_kind TEXT NOT NULL,
        due_amount {integer} NOT NULL,
        evidence_kind TEXT NOT NULL,
        bulk_safe {boolean} NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT,
        UNIQUE (plan_code, edition, measure, name)
      ) {strict}
      """
    ]
  )

  // A key column is never NULL: NULLs would never collide in the UNIQUE that guards against a second duty.
  private static let duties = Migration(
    "duties-0002-duties",
    [
      """
      CREATE TABLE duty (
        id {integer} PRIMARY KEY,
        plan_code TEXT NOT NULL,
        measure TEXT NOT NULL,
        rule TEXT NOT NULL,
        occasion TEXT NOT NULL,
        subject_key TEXT NOT NULL,
        fiscal_year {integer} NOT NULL,
        employer {integer} NOT NULL REFERENCES employer (id),
        bureau {integer} NOT NULL,
        owner_kind TEXT NOT NULL,
        owner_employee {integer},
        owner_unit {integer},
        owner_office TEXT,
        owned_by_hand {boolean} NOT NULL,
        about_employee {integer},
        about_unit {integer},
        task TEXT,
        starts_on TEXT NOT NULL,
        opened_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        evidence_kind TEXT NOT NULL,
        bulk_safe {boolean} NOT NULL,
        state TEXT NOT NULL,
        settled_on TEXT,
        fulfilled_by {integer},
        revision {integer} NOT NULL,
        UNIQUE (plan_code, measure, rule, occasion, subject_key),
        CHECK ((state = 'open') = (settled_on IS NULL)),
        CHECK ((state = 'fulfilled') = (fulfilled_by IS NOT NULL))
      ) {strict}
      """,
      "CREATE INDEX duty_owner_employee ON duty (owner_employee, state, due_on)",
      "CREATE INDEX duty_owner_unit ON duty (owner_unit, state, due_on)",
      "CREATE INDEX duty_owner_office ON duty (owner_office, employer, state, due_on)",
      """
      CREATE INDEX duty_tallied ON duty
      (fiscal_year, plan_code, measure, employer, bureau, state, due_on)
      """,
      "CREATE INDEX duty_about_employee ON duty (about_employee, state)",
      "CREATE INDEX duty_about_unit ON duty (about_unit, state)",
      "CREATE INDEX duty_state ON duty (state, fiscal_year)",
      """
      CREATE TABLE duty_step (
        id {integer} PRIMARY KEY,
        duty {integer} NOT NULL REFERENCES duty (id),
        at {integer} NOT NULL,
        by_account {integer},
        act TEXT NOT NULL,
        reason TEXT,
        from_owner TEXT,
        to_owner TEXT,
        entry {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX duty_step_duty ON duty_step (duty, id)",
    ] + SchemaText.appendOnly("duty_step")
  )

  private static let tallies = Migration(
    "duties-0003-tallies",
    [
      """
      CREATE TABLE duty_tally (
        fiscal_year {integer} NOT NULL,
        plan_code TEXT NOT NULL,
        measure TEXT NOT NULL,
        employer {integer} NOT NULL,
        bureau {integer} NOT NULL,
        owed {integer} NOT NULL,
        fulfilled {integer} NOT NULL,
        excused {integer} NOT NULL,
        overdue {integer} NOT NULL,
        people {integer} NOT NULL,
        last_settled_on TEXT,
        next_due_on TEXT,
        PRIMARY KEY (fiscal_year, plan_code, measure, employer, bureau)
      ) {strict}
      """,
      """
      CREATE TABLE duty_sweep (
        name TEXT NOT NULL PRIMARY KEY,
        swept_on TEXT NOT NULL,
        people_revision {integer} NOT NULL,
        last_rule {integer} NOT NULL,
        swept_at {integer} NOT NULL
      ) {strict}
      """,
    ]
  )

  private static let periods = Migration(
    "duties-0004-periods",
    [
      """
      CREATE TABLE duty_period (
        plan_code TEXT NOT NULL,
        fiscal_year {integer} NOT NULL,
        employer {integer} NOT NULL REFERENCES employer (id),
        revision {integer} NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        title TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer},
        PRIMARY KEY (plan_code, fiscal_year, employer, revision),
        CHECK (last_day >= first_day)
      ) {strict}
      """
    ] + SchemaText.appendOnly("duty_period")
  )
}
