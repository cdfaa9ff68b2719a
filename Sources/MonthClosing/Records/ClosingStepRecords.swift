package import CivilTime
package import People
package import Store

/// Reads and appends steps.
package enum ClosingStepRecords {
  /// The steps of several people's month, each person's in the order in which they were done.
  package static func steps(
    of employees: some Collection<RecordID<Employee>>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [ClosingStep]] {
    let steps = try connection.rows(
      """
      SELECT s.employee, s.id, s.kind, s.at, s.by_account, s.standing, s.words, s.seen,
      COALESCE(e.family_name || ' ' || e.given_name, a.name)
      FROM closing_step s LEFT JOIN account a ON a.id = s.by_account LEFT JOIN employee e ON e.id = a.employee
      WHERE s.month = \(month) AND s.employee IN (\(list: employees)) ORDER BY s.employee, s.id
      """
    ) { row in
      ClosingStep(
        id: try row.value(1),
        employee: try row.value(0),
        month: month,
        kind: try row.value(2),
        at: try row.value(3),
        by: try author(row),
        standing: try row.value(5),
        words: try row.optional(6),
        seen: try row.value(7)
      )
    }
    return Dictionary(grouping: steps, by: \.employee)
  }

  private static func author(_ row: SQLRow) throws -> ClosingStep.Author {
    guard let account: Int64 = try row.optional(4) else { return .system }
    return .account(account, name: try row.optional(8) ?? "")
  }

  package static func insert(_ steps: [ClosingStep], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "closing_step",
      columns: ["id", "employee", "month", "kind", "at", "by_account", "standing", "words", "seen"],
      rows: steps.map { step in
        [
          step.id.sqlValue, step.employee.sqlValue, step.month.sqlValue, step.kind.sqlValue, step.at.sqlValue,
          step.by.account?.sqlValue ?? .null, step.standing.sqlValue, step.words?.sqlValue ?? .null,
          step.seen.sqlValue,
        ]
      }
    )
  }
}
