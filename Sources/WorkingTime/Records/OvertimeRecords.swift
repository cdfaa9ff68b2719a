package import CivilTime
package import People
package import Store

/// Reads and appends declared overtime.
///
/// Whoever reads has shown that the people are within reach.
package enum OvertimeRecords {
  /// The declarations between two days, by day and in the order in which they were made.
  package static func declarations(
    of employee: RecordID<Employee>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [OvertimeDeclaration] {
    var reading = DeclarationReading()
    try connection.readRows(
      """
      \(fragment: columns) WHERE d.employee = \(employee)
      AND d.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY d.work_date, d.id, s.from_minute
      """
    ) { row in try reading.add(row) }
    return reading.found.map(\.declaration)
  }

  /// The same of several people; those without declarations are not in the answer.
  package static func declarations(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [OvertimeDeclaration]] {
    var reading = DeclarationReading()
    var rest = Set(employees).sorted()[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(mostPeople))
      try connection.readRows(
        """
        \(fragment: columns) WHERE d.employee IN (\(list: part))
        AND d.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
        ORDER BY d.employee, d.work_date, d.id, s.from_minute
        """
      ) { row in try reading.add(row) }
      rest = rest.dropFirst(part.count)
    }
    return Dictionary(grouping: reading.found, by: \.employee).mapValues { $0.map(\.declaration) }
  }

  /// How many people one query asks for; engines take no longer lists than some ten thousand.
  private static let mostPeople = 1000

  private static let columns: SQLText = """
    SELECT d.employee, d.id, d.work_date, d.minutes, d.is_special, d.reason, d.recorded_at, d.recorded_by,
    s.from_minute, s.to_minute
    FROM overtime_declaration d LEFT JOIN overtime_stretch s ON s.declaration = d.id
    """

  package static func insert(
    _ declaration: OvertimeDeclaration,
    of employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_declaration
      (id, employee, work_date, minutes, is_special, reason, recorded_at, recorded_by)
      VALUES (\(declaration.id), \(employee), \(declaration.date), \(declaration.length), \(declaration.isSpecial), \
      \(declaration.reason), \(declaration.recordedAt), \(declaration.recordedBy))
      """
    )
    for stretch in declaration.stretches {
      try connection.execute(
        """
        INSERT INTO overtime_stretch (declaration, from_minute, to_minute)
        VALUES (\(declaration.id), \(stretch.lowerBound), \(stretch.upperBound))
        """
      )
    }
  }
}

/// Puts declarations together from rows, of which each bears one stretch or none.
private struct DeclarationReading {
  private(set) var found: [(employee: RecordID<Employee>, declaration: OvertimeDeclaration)] = []

  mutating func add(_ row: SQLRow) throws {
    let id: RecordID<OvertimeDeclaration> = try row.value(1)
    let stretch = try stretch(row)
    if let last = found.last, last.declaration.id == id, let stretch {
      let joined = last.declaration.stretches + [stretch]
      found[found.count - 1].declaration = try declaration(id, row, joined)
    } else {
      found.append((try row.value(0), try declaration(id, row, stretch.map { [$0] } ?? [])))
    }
  }

  private func stretch(_ row: SQLRow) throws -> Range<ClockTime>? {
    guard let from: ClockTime = try row.optional(8) else { return nil }
    return from..<(try row.value(9))
  }

  private func declaration(
    _ id: RecordID<OvertimeDeclaration>,
    _ row: SQLRow,
    _ stretches: [Range<ClockTime>]
  ) throws -> OvertimeDeclaration {
    let length: Minutes = try row.value(3)
    return OvertimeDeclaration(
      id: id,
      date: try row.value(2),
      amount: stretches.isEmpty
        ? .length(length) : .stretches(try WorkedStretches(stretches), overtime: length),
      isSpecial: try row.value(4),
      reason: try row.value(5),
      recordedAt: try row.value(6),
      recordedBy: try row.optional(7)
    )
  }
}
