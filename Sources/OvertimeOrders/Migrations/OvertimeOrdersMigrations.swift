public import Store

/// The schema of this capability, step by step; a step that has landed is never edited.
public enum OvertimeOrdersMigrations: Sendable {
  /// All steps, in order.
  public static let all = [orders, changes, budgets, timeOff, downward]

  // Times of an amount stand as minutes from the day's midnight, `1095-1275,1290-1530`; without them only its length is known.
  private static let orders = Migration(
    "overtime-orders-0001-orders",
    [
      """
      CREATE TABLE overtime_request (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        work_date TEXT NOT NULL,
        minutes {integer} NOT NULL CHECK (minutes >= 0),
        stretches TEXT,
        work TEXT NOT NULL,
        reason TEXT NOT NULL,
        is_special {boolean} NOT NULL,
        sent_at {integer} NOT NULL,
        sent_by {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX overtime_request_day ON overtime_request (employee, work_date)",
      """
      CREATE TABLE overtime_decision (
        request {integer} PRIMARY KEY REFERENCES overtime_request (id),
        outcome TEXT NOT NULL,
        minutes {integer} CHECK (minutes >= 0),
        stretches TEXT,
        reason TEXT,
        capacity TEXT NOT NULL,
        decided_at {integer} NOT NULL,
        decided_by {integer} NOT NULL,
        decider {integer} NOT NULL REFERENCES employee (id)
      ) {strict}
      """,
      """
      CREATE TABLE claim_confirmation (
        declaration {integer} NOT NULL REFERENCES overtime_declaration (id),
        position {integer} NOT NULL CHECK (position > 0),
        employee {integer} NOT NULL REFERENCES employee (id),
        work_date TEXT NOT NULL,
        step TEXT NOT NULL,
        words TEXT,
        capacity TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        by_employee {integer} NOT NULL REFERENCES employee (id),
        PRIMARY KEY (declaration, position)
      ) {strict}
      """,
      "CREATE INDEX claim_confirmation_day ON claim_confirmation (employee, work_date)",
      """
      CREATE TABLE difference_reason (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        work_date TEXT NOT NULL,
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX difference_reason_day ON difference_reason (employee, work_date)",
    ] + SchemaText.appendOnly("overtime_request") + SchemaText.appendOnly("overtime_decision")
      + SchemaText.appendOnly("claim_confirmation") + SchemaText.appendOnly("difference_reason")
  )

  private static let changes = Migration(
    "overtime-orders-0002-changes",
    [
      """
      CREATE TABLE overtime_change (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        work_date TEXT NOT NULL,
        declaration {integer} REFERENCES overtime_declaration (id),
        claimed_minutes {integer} NOT NULL CHECK (claimed_minutes >= 0),
        minutes {integer} NOT NULL CHECK (minutes >= 0),
        stretches TEXT,
        reason TEXT NOT NULL,
        capacity TEXT NOT NULL,
        proposed_at {integer} NOT NULL,
        proposed_by {integer} NOT NULL,
        proposer {integer} NOT NULL REFERENCES employee (id)
      ) {strict}
      """,
      "CREATE INDEX overtime_change_day ON overtime_change (employee, work_date)",
      "CREATE INDEX overtime_change_time ON overtime_change (proposed_at)",
      """
      CREATE TABLE overtime_change_answer (
        change {integer} PRIMARY KEY REFERENCES overtime_change (id),
        answer TEXT NOT NULL,
        words TEXT,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
    ] + SchemaText.appendOnly("overtime_change") + SchemaText.appendOnly("overtime_change_answer")
  )

  private static let budgets = Migration(
    "overtime-orders-0003-budgets",
    [
      """
      CREATE TABLE overtime_budget (
        id {integer} PRIMARY KEY,
        unit {integer} NOT NULL REFERENCES unit (id),
        fiscal_year {integer} NOT NULL,
        minutes {integer} NOT NULL CHECK (minutes >= 0),
        note TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        by_employee {integer} NOT NULL REFERENCES employee (id)
      ) {strict}
      """,
      "CREATE INDEX overtime_budget_unit ON overtime_budget (unit, fiscal_year, id)",
    ] + SchemaText.appendOnly("overtime_budget")
  )

  /// Whether a change lowers a claim in overtime or in pay; of older ones only their minutes are known.
  private static let downward = Migration(
    "overtime-orders-0005-downward",
    ["ALTER TABLE overtime_change ADD COLUMN is_downward {boolean}"]
  )

  private static let timeOff = Migration(
    "overtime-orders-0004-time-off",
    [
      """
      CREATE TABLE time_off_step (
        employee {integer} NOT NULL REFERENCES employee (id),
        month TEXT NOT NULL,
        position {integer} NOT NULL CHECK (position > 0),
        work_date TEXT,
        length TEXT,
        leave_minutes {integer} NOT NULL CHECK (leave_minutes >= 0),
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        by_employee {integer} NOT NULL REFERENCES employee (id),
        PRIMARY KEY (employee, month, position),
        CHECK ((work_date IS NULL) = (length IS NULL))
      ) {strict}
      """
    ] + SchemaText.appendOnly("time_off_step")
  )
}
