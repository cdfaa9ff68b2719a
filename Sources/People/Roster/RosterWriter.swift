internal import Store

/// Writes a difference: each table once, in the order in which they refer to one another.
enum RosterWriter {
  static func write(
    _ difference: RosterDifference,
    receipt: ImportReceipt,
    on connection: any SQLConnection
  ) throws {
    try ImportReceiptRecords.insert(receipt, on: connection)
    try EmployerRecords.insert(difference.newEmployers, on: connection)
    for employer in difference.renamedEmployers { try EmployerRecords.rename(employer, on: connection) }
    try UnitRecords.insert(difference.newUnits, on: connection)
    for period in difference.correctedUnits { try correct(period, on: connection) }
    try PostRecords.insert(difference.newPosts, on: connection)
    try EmployeeRecords.insert(difference.newEmployees, on: connection)
    for employee in difference.changedEmployees { try EmployeeRecords.update(employee, on: connection) }
    try AssignmentRecords.insert(difference.newAssignments, on: connection)
    for assignment in difference.changedAssignments {
      try AssignmentRecords.update(assignment, on: connection)
    }
    try PeopleChangeRecords.insert(difference.changes, receipt: receipt.id, on: connection)
  }

  private static func correct(_ period: UnitHistory.Period, on connection: any SQLConnection) throws {
    guard let stored = period.stored else { return }
    try UnitRecords.correct(
      periodOf: period.unit,
      beginningOn: stored.from,
      from: period.from,
      kind: period.kind,
      sortOrder: period.sortOrder,
      on: connection
    )
  }
}
