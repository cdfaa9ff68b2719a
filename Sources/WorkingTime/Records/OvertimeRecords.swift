internal import CivilTime
internal import People
internal import Store

/// Reads and appends declared overtime.
enum OvertimeRecords {
  /// The declarations between two days, by day and in the order in which they were made.
  static func declarations(
    of employee: RecordID<Employee>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [OvertimeDeclaration] {
    try connection.rows(
      """
      SELECT work_date, minutes, is_special, reason, recorded_at FROM overtime_declaration
      WHERE employee = \(employee) AND work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY work_date, id
      """
    ) { row in
      OvertimeDeclaration(
        date: try row.value(0),
        length: try row.value(1),
        isSpecial: try row.value(2),
        reason: try row.value(3),
        recordedAt: try row.value(4)
      )
    }
  }

  static func insert(
    _ declaration: OvertimeDeclaration,
    id: RecordID<OvertimeDeclaration>,
    of employee: RecordID<Employee>,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_declaration
      (id, employee, work_date, minutes, is_special, reason, recorded_at, recorded_by)
      VALUES (\(id), \(employee), \(declaration.date), \(declaration.length), \(declaration.isSpecial), \
      \(declaration.reason), \(declaration.recordedAt), \(account))
      """
    )
  }
}
