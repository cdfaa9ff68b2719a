internal import Store

extension WorkingTimeMigrations {
  /// Records lie in the order in which they are read: no reading sorts punches, and totals are found in one step.
  static let order = Migration(
    "working-time-0003-order",
    [
      "DROP INDEX punch_employee_day",
      "CREATE INDEX punch_employee_moment ON punch (employee, work_date, minute)",
      totalsByKey,
      SchemaText(
        """
        INSERT INTO month_total_by_key
        SELECT employee, month, overtime_minutes, is_special, recorded_duty_days, rests, sufficient_rests
        FROM month_total
        """,
        onlyOn: .sqlite
      ),
      SchemaText("DROP TABLE month_total", onlyOn: .sqlite),
      SchemaText("ALTER TABLE month_total_by_key RENAME TO month_total", onlyOn: .sqlite),
      SchemaText("CREATE INDEX month_total_month ON month_total (month)", onlyOn: .sqlite),
    ]
  )

  /// On SQLite a table can be its own index by key.
  private static let totalsByKey = SchemaText(
    """
    CREATE TABLE month_total_by_key (
      employee INTEGER NOT NULL REFERENCES employee (id),
      month TEXT NOT NULL,
      overtime_minutes INTEGER NOT NULL,
      is_special INTEGER NOT NULL,
      recorded_duty_days INTEGER NOT NULL,
      rests INTEGER NOT NULL,
      sufficient_rests INTEGER NOT NULL,
      PRIMARY KEY (employee, month)
    ) STRICT, WITHOUT ROWID
    """,
    onlyOn: .sqlite
  )
}
