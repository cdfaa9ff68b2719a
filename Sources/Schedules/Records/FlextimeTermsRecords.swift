internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends the flextime terms of employers and units.
enum FlextimeTermsRecords {
  /// Terms with who fixed them, when and why.
  struct Entry: Sendable {
    let fixed: FlextimeTermsEntry
    let reason: String
    let at: Instant
    let by: String
  }

  /// All terms of some employers, the newest record first.
  static func entries(
    of employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection
  ) throws -> [Entry] {
    try connection.rows(
      """
      SELECT t.id, t.employer, t.unit, t.valid_from, t.core, t.standard_break, t.daily_minimum,
      t.reason, t.at, a.name
      FROM flextime_terms t LEFT JOIN account a ON a.id = t.by_account
      WHERE t.employer IN (\(list: employers.sorted())) ORDER BY t.id DESC
      """
    ).map { row in
      Entry(
        fixed: try terms(row),
        reason: try row.value(7),
        at: try row.value(8),
        by: try row.optional(9) ?? ""
      )
    }
  }

  /// The terms for somebody of a unit on a day: those of the nearest unit that has some, then those of the employer;
  /// nil where none are fixed.
  ///
  /// `units` are the unit and those above it, the nearest first.
  static func terms(
    of employer: RecordID<Employer>,
    _ units: [RecordID<OrganizationUnit>],
    on date: CivilDate,
    connection: any SQLConnection
  ) throws -> FlextimeTerms? {
    let fixed = try entries(of: [employer], on: connection).map(\.fixed).filter { $0.from <= date }
    let places: [RecordID<OrganizationUnit>?] = units + [nil]
    for place in places {
      if let found = fixed.first(where: { $0.unit == place }) { return found.terms }
    }
    return nil
  }

  /// The terms under which a period stands, by the unit in which its person works now; nil where none are fixed.
  static func terms(
    for period: FlextimePeriod,
    _ tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> FlextimeTerms? {
    let own: PersonScope = .own(period.employee)
    let person = try EmployeeRecords.employee(period.employee, in: own, asOf: tree.date, on: connection)
    guard let person else { return nil }
    let unit = try AssignmentRecords.primaryUnit(of: person.id, asOf: tree.date, on: connection)
    let units = unit.map { [$0] + tree.ancestors(of: $0).map(\.id) } ?? []
    return try terms(of: person.employer, units, on: period.start, connection: connection)
  }

  static func append(
    _ fixed: FlextimeTermsEntry,
    reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO flextime_terms
      (id, employer, unit, valid_from, core, standard_break, daily_minimum, reason, at, by_account)
      VALUES (\(fixed.id), \(fixed.employer), \(fixed.unit), \(fixed.from), \
      \(fixed.terms.core.flatMap { StoredHours($0) }), \(StoredHours(fixed.terms.standardBreak)), \
      \(fixed.terms.dailyMinimum), \(reason), \(now), \(account))
      """
    )
  }

  private static func terms(_ row: SQLRow) throws -> FlextimeTermsEntry {
    FlextimeTermsEntry(
      id: try row.value(0),
      employer: try row.value(1),
      unit: try row.optional(2),
      from: try row.value(3),
      terms: FlextimeTerms(
        core: try row.optional(4, as: StoredHours.self)?.hours.span,
        standardBreak: try row.value(5, as: StoredHours.self).hours.span,
        dailyMinimum: try row.value(6)
      )
    )
  }
}
