internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends what became of time off for overtime beyond 60 hours.
enum TimeOffRecords {
  static func steps(
    of employee: RecordID<Employee>,
    for month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [TimeOffStep] {
    try steps(of: [employee], for: month, on: connection)[employee] ?? []
  }

  /// The same of several people; those without any are not in the answer.
  static func steps(
    of employees: some Collection<RecordID<Employee>>,
    for month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [TimeOffStep]] {
    var steps: [RecordID<Employee>: [TimeOffStep]] = [:]
    try connection.readRows(
      """
      SELECT s.position, s.work_date, s.length, s.leave_minutes, s.at, e.family_name, e.given_name, s.employee
      FROM time_off_step s JOIN employee e ON e.id = s.by_employee
      WHERE s.employee IN (\(list: employees)) AND s.month = \(month) ORDER BY s.employee, s.position
      """
    ) { row in
      let step = TimeOffStep(
        position: try row.value(0),
        act: try act(row),
        at: try row.value(4),
        by: try row.value(5, as: String.self) + " " + row.value(6, as: String.self)
      )
      steps[try row.value(7), default: []].append(step)
    }
    return steps
  }

  /// Whether a day is designated already, for whichever month.
  static func isTaken(
    _ date: CivilDate,
    of employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws -> Bool {
    try connection.row("SELECT 1 FROM time_off_step WHERE employee = \(employee) AND work_date = \(date)")
      != nil
  }

  private static func act(_ row: SQLRow) throws -> TimeOffStep.Act {
    guard let date: CivilDate = try row.optional(1) else { return .declined }
    guard let unit = TimeOffInLieu.Unit(code: try row.value(2)) else {
      throw StoreError.unexpectedColumn("length")
    }
    return .designated(date, unit, leave: try row.value(3))
  }

  /// - Throws: ``StoreError/unique(constraint:)`` where somebody went before.
  static func append(
    _ step: TimeOffStep,
    of employee: RecordID<Employee>,
    for month: YearMonth,
    by actor: (account: Int64, employee: RecordID<Employee>),
    on connection: any SQLConnection
  ) throws {
    var designated: (date: CivilDate?, unit: String?, leave: Minutes) = (nil, nil, .zero)
    if case .designated(let date, let unit, let leave) = step.act { designated = (date, unit.code, leave) }
    try connection.execute(
      """
      INSERT INTO time_off_step
      (employee, month, position, work_date, length, leave_minutes, at, by_account, by_employee)
      VALUES (\(employee), \(month), \(step.position), \(designated.date), \(designated.unit), \
      \(designated.leave), \(step.at), \(actor.account), \(actor.employee))
      """
    )
  }
}
