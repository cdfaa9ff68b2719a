package import CivilTime
package import People
package import Store

/// Reads and keeps the totals of months.
package enum MonthTotalRecords {
  /// How many days before a month are looked at for the duty that a rest follows.
  package static let lookBack = 14

  /// The totals of some people between two months, by person and month.
  package static func totals(
    of employees: some Collection<RecordID<Employee>>,
    from first: YearMonth,
    to last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [MonthTotal]] {
    let external = try ExternalSpans(of: employees, on: connection)
    return try totals(of: employees, from: first, to: last, external, on: connection)
  }

  /// The same where their posts are known already.
  package static func totals(
    of employees: some Collection<RecordID<Employee>>,
    from first: YearMonth,
    to last: YearMonth,
    _ external: ExternalSpans,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [MonthTotal]] {
    let totals = try connection.rows(
      """
      SELECT employee, month, overtime_minutes, is_special, recorded_duty_days, rests,
      sufficient_rests FROM month_total
      WHERE employee IN (\(list: employees)) AND month BETWEEN \(first) AND \(last)
      ORDER BY employee, month
      """
    ) { try total($0, external) }
    return Dictionary(grouping: totals, by: \.employee)
  }

  /// Calls back with every total between two months, by person and month, holding one at a time.
  package static func forEach(
    from first: YearMonth,
    to last: YearMonth,
    on connection: any SQLConnection,
    _ body: (MonthTotal) throws -> Void
  ) throws {
    let external = try ExternalSpans(on: connection)
    // In the order of the key: looking each row up by its month costs twice as much.
    try connection.forEachRow(
      """
      SELECT employee, month, overtime_minutes, is_special, recorded_duty_days, rests,
      sufficient_rests FROM month_total WHERE employee > 0 AND month BETWEEN \(first) AND \(last)
      ORDER BY employee, month
      """
    ) { row in try body(total(row, external)) }
  }

  private static func total(_ row: SQLRow, _ external: ExternalSpans) throws -> MonthTotal {
    let employee: RecordID<Employee> = try row.value(0)
    let month: YearMonth = try row.value(1)
    return MonthTotal(
      employee: employee,
      month: month,
      overtime: try row.value(2),
      isExternal: external.isExternal(employee, month),
      isSpecial: try row.value(3),
      recordedDutyDays: try row.value(4),
      rests: RestCount(all: try row.value(5), sufficient: try row.value(6))
    )
  }

  /// Writes totals over those that stand.
  static func replace(_ total: KeptTotal, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO month_total (employee, month, overtime_minutes, is_special,
      recorded_duty_days, rests, sufficient_rests)
      VALUES (\(total.employee), \(total.month), \(total.overtime), \(total.isSpecial), \
      \(total.recordedDutyDays), \(total.rests.all), \(total.rests.sufficient))
      ON CONFLICT (employee, month) DO UPDATE SET overtime_minutes = excluded.overtime_minutes,
      is_special = excluded.is_special,
      recorded_duty_days = excluded.recorded_duty_days, rests = excluded.rests,
      sufficient_rests = excluded.sufficient_rests
      """
    )
  }
}
