internal import CivilTime
internal import People
internal import Store

/// Reads and keeps the totals of months.
enum MonthTotalRecords {
  /// How many days before a month are looked at for the duty that a rest follows.
  static let lookBack = 14

  /// The totals of some people between two months, by person and month.
  static func totals(
    of employees: some Collection<RecordID<Employee>>,
    from first: YearMonth,
    to last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [MonthTotal]] {
    guard !employees.isEmpty else { return [:] }
    let totals = try connection.rows(
      """
      SELECT employee, month, overtime_minutes, is_external, is_special, recorded_duty_days, rests,
      sufficient_rests FROM month_total
      WHERE employee IN (\(list: employees)) AND month BETWEEN \(first) AND \(last)
      ORDER BY employee, month
      """
    ).map(total)
    return Dictionary(grouping: totals, by: \.employee)
  }

  /// Calls back with every total between two months, by person and month, holding one at a time.
  static func forEach(
    from first: YearMonth,
    to last: YearMonth,
    on connection: any SQLConnection,
    _ body: (MonthTotal) throws -> Void
  ) throws {
    try connection.forEachRow(
      """
      SELECT employee, month, overtime_minutes, is_external, is_special, recorded_duty_days, rests,
      sufficient_rests FROM month_total WHERE month BETWEEN \(first) AND \(last) ORDER BY employee, month
      """
    ) { row in try body(total(row)) }
  }

  private static func total(_ row: SQLRow) throws -> MonthTotal {
    MonthTotal(
      employee: try row.value(0),
      month: try row.value(1),
      overtime: try row.value(2),
      isExternal: try row.value(3),
      isSpecial: try row.value(4),
      recordedDutyDays: try row.value(5),
      rests: RestCount(all: try row.value(6), sufficient: try row.value(7))
    )
  }

  /// Writes totals over those that stand.
  static func replace(_ total: MonthTotal, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO month_total (employee, month, overtime_minutes, is_external, is_special,
      recorded_duty_days, rests, sufficient_rests)
      VALUES (\(total.employee), \(total.month), \(total.overtime), \(total.isExternal), \
      \(total.isSpecial), \(total.recordedDutyDays), \(total.rests.all), \(total.rests.sufficient))
      ON CONFLICT (employee, month) DO UPDATE SET overtime_minutes = excluded.overtime_minutes,
      is_external = excluded.is_external, is_special = excluded.is_special,
      recorded_duty_days = excluded.recorded_duty_days, rests = excluded.rests,
      sufficient_rests = excluded.sufficient_rests
      """
    )
  }
}
