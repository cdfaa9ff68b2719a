internal import CivilTime
internal import People
internal import Store

/// Reads duties for lists that are not divided into pages.
enum DutyLines {
  /// As many are held at once.
  static let batch = 1_000

  /// Calls back with the duties `d` of a condition, the earliest due day first, so many at a time.
  static func forEach(
    where condition: SQLText,
    on connection: any SQLConnection,
    _ body: ([DutyLine]) throws -> Void
  ) throws {
    let book = try RuleBook(on: connection)
    var after: SQLText = "TRUE"
    while true {
      let rows = try connection.rows(
        """
        SELECT \(fragment: DutyRecords.columns), d.task FROM duty d
        WHERE \(fragment: condition) AND \(fragment: after) ORDER BY d.due_on, d.id LIMIT \(batch)
        """
      )
      let duties = try rows.map { try DutyRecords.duty($0) }
      guard let last = duties.last else { return }
      let names = try DutyNames(duties, on: connection)
      let lines = try zip(rows, duties).map { row, duty in
        DutyLine(
          duty: duty,
          title: book.title(duty.rule),
          task: try row.optional(DutyRecords.columnCount) ?? book.rule(duty.rule)?.task ?? "",
          about: names.name(of: duty.subject),
          owner: names.name(of: duty.owner)
        )
      }
      try body(lines)
      after = "(d.due_on > \(last.dueOn) OR (d.due_on = \(last.dueOn) AND d.id > \(last.id)))"
    }
  }
}

extension DutyListFilter {
  /// True for the duties `d` that the filter leaves.
  func condition(_ today: CivilDate) -> SQLText {
    var parts: [SQLText] = []
    if let year { parts.append("d.fiscal_year = \(year.startYear)") }
    if let measure { parts.append("d.measure = \(measure)") }
    if let dueBefore { parts.append("d.due_on < \(dueBefore)") }
    if let units { parts.append(Self.of(units, today)) }
    switch state {
    case .open: parts.append("d.state = 'open'")
    case .overdue: parts.append("d.state = 'open' AND d.due_on < \(today)")
    case .fulfilled: parts.append("d.state = 'fulfilled'")
    case .excused: parts.append("d.state = 'excused'")
    case nil: break
    }
    return parts.isEmpty ? "TRUE" : .joined(parts, separator: " AND ")
  }

  /// People belong to the unit of their primary post.
  private static func of(_ units: Set<RecordID<OrganizationUnit>>, _ today: CivilDate) -> SQLText {
    let list = units.sorted()
    return """
      (d.owner_unit IN (\(list: list)) OR d.about_unit IN (\(list: list)) OR d.owner_employee IN (
      SELECT a.employee FROM assignment a JOIN post p ON p.id = a.post
      WHERE p.unit IN (\(list: list)) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(today) AND (a.valid_to IS NULL OR a.valid_to >= \(today))))
      """
  }
}
