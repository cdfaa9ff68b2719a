internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Reads and appends the exchange about claims, and the reasons of differences.
enum ConfirmationRecords {
  /// The exchange about the claims of some days, in order.
  static func confirmations(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [ClaimConfirmation] {
    try connection.rows(
      """
      SELECT c.declaration, c.employee, c.work_date, c.position, c.step, c.words, c.capacity, c.at,
      e.family_name, e.given_name
      FROM claim_confirmation c JOIN employee e ON e.id = c.by_employee
      WHERE c.employee IN (\(list: employees))
      AND c.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY c.work_date, c.declaration, c.position
      """
    ) { row in
      ClaimConfirmation(
        declaration: try row.value(0),
        employee: try row.value(1),
        date: try row.value(2),
        position: try row.value(3),
        step: try row.value(4),
        words: try row.optional(5),
        capacity: try row.value(6),
        at: try row.value(7),
        name: try row.value(8, as: String.self) + " " + row.value(9, as: String.self)
      )
    }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` where the exchange went on meanwhile.
  static func append(
    _ step: ClaimConfirmation,
    by actor: (account: Int64, employee: RecordID<Employee>),
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO claim_confirmation
      (declaration, position, employee, work_date, step, words, capacity, at, by_account, by_employee)
      VALUES (\(step.declaration), \(step.position), \(step.employee), \(step.date), \(step.step), \
      \(step.words), \(step.capacity), \(step.at), \(actor.account), \(actor.employee))
      """
    )
  }

  static func differences(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [DifferenceReason] {
    try connection.rows(
      """
      SELECT employee, work_date, reason, at FROM difference_reason WHERE employee IN (\(list: employees))
      AND work_date BETWEEN \(days.lowerBound) AND \(days.upperBound) ORDER BY work_date, id
      """
    ) { row in
      DifferenceReason(
        employee: try row.value(0),
        date: try row.value(1),
        reason: try row.value(2),
        at: try row.value(3)
      )
    }
  }

  static func append(
    _ difference: DifferenceReason,
    id: RecordID<DifferenceReason>,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO difference_reason (id, employee, work_date, reason, at, by_account)
      VALUES (\(id), \(difference.employee), \(difference.date), \(difference.reason), \(difference.at), \
      \(account))
      """
    )
  }
}
