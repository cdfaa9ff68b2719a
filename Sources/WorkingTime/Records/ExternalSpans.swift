package import CivilTime
package import People
package import Store

/// When people's primary posts lay in external units (他律部署).
///
/// It is read from assignments and designations each time, never kept: either may be imported later, also for days
/// that are past.
package struct ExternalSpans {
  private let spans: [RecordID<Employee>: [ClosedRange<CivilDate>]]

  /// Everybody's.
  package init(on connection: any SQLConnection) throws {
    try self.init(whose: "a.kind = \(AssignmentKind.primary)", on: connection)
  }

  /// Those of some people.
  package init(of employees: some Collection<RecordID<Employee>>, on connection: any SQLConnection) throws {
    try self.init(
      whose: "a.kind = \(AssignmentKind.primary) AND a.employee IN (\(list: employees))",
      on: connection
    )
  }

  private init(whose condition: SQLText, on connection: any SQLConnection) throws {
    var spans: [RecordID<Employee>: [ClosedRange<CivilDate>]] = [:]
    try connection.readRows(
      """
      SELECT a.employee, a.valid_from, a.valid_to, d.valid_from, d.valid_to
      FROM assignment a JOIN post p ON p.id = a.post JOIN external_designation d ON d.unit = p.unit
      WHERE \(fragment: condition) AND \(fragment: DesignationRecords.isNewest)
      """
    ) { row in
      let from = max(try row.value(1, as: CivilDate.self), try row.value(3, as: CivilDate.self))
      let to = min(try row.optional(2) ?? CivilDate.farFuture, try row.optional(4) ?? CivilDate.farFuture)
      if from <= to { spans[try row.value(0), default: []].append(from...to) }
    }
    self.spans = spans
  }

  /// Whether the post was external on any day of the month.
  package func isExternal(_ employee: RecordID<Employee>, _ month: YearMonth) -> Bool {
    guard let spans = spans[employee] else { return false }
    let days = month.days
    return spans.contains { $0.overlaps(days) }
  }
}
