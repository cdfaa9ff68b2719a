public import Store

/// The schema of working time.
public enum WorkingTimeMigrations: Sendable {
  /// All steps, in order.
  public static let all = [
    Migration(
      "working-time-0001-records",
      [
        """
        CREATE TABLE punch (
          id {integer} PRIMARY KEY,
          employee {integer} NOT NULL REFERENCES employee (id),
          work_date TEXT NOT NULL,
          minute {integer} NOT NULL CHECK (minute BETWEEN 0 AND 2879),
          kind TEXT NOT NULL,
          source TEXT NOT NULL,
          recorded_at {integer} NOT NULL,
          recorded_by {integer},
          reason TEXT
        ) {strict}
        """,
        "CREATE INDEX punch_employee_day ON punch (employee, work_date)",
        """
        CREATE TABLE punch_cancellation (
          punch {integer} PRIMARY KEY REFERENCES punch (id),
          at {integer} NOT NULL,
          by_account {integer} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE overtime_declaration (
          id {integer} PRIMARY KEY,
          employee {integer} NOT NULL REFERENCES employee (id),
          work_date TEXT NOT NULL,
          minutes {integer} NOT NULL CHECK (minutes >= 0),
          is_special {boolean} NOT NULL,
          reason TEXT NOT NULL,
          recorded_at {integer} NOT NULL,
          recorded_by {integer}
        ) {strict}
        """,
        "CREATE INDEX overtime_declaration_day ON overtime_declaration (employee, work_date, id)",
        """
        CREATE TABLE external_designation (
          id {integer} PRIMARY KEY,
          unit {integer} NOT NULL REFERENCES unit (id),
          valid_from TEXT NOT NULL,
          valid_to TEXT,
          reason TEXT NOT NULL,
          CHECK (valid_to IS NULL OR valid_to >= valid_from)
        ) {strict}
        """,
        "CREATE INDEX external_designation_unit ON external_designation (unit)",
        """
        CREATE TABLE month_total (
          employee {integer} NOT NULL REFERENCES employee (id),
          month TEXT NOT NULL,
          overtime_minutes {integer} NOT NULL,
          is_external {boolean} NOT NULL,
          is_special {boolean} NOT NULL,
          recorded_duty_days {integer} NOT NULL,
          rests {integer} NOT NULL,
          sufficient_rests {integer} NOT NULL,
          PRIMARY KEY (employee, month)
        ) {strict}
        """,
        "CREATE INDEX month_total_month ON month_total (month)",
      ] + SchemaText.appendOnly("punch") + SchemaText.appendOnly("punch_cancellation")
        + SchemaText.appendOnly("overtime_declaration")
    ),
    externality, order, stretches, claimants, withdrawals,
  ]
}
