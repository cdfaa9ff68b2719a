internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends patterns and what people chose of them.
enum PatternRecords {
  /// A pattern with whether it can still be chosen.
  struct Offer: Sendable {
    let pattern: WorkPattern
    let isOpen: Bool
  }

  /// The patterns of some employers, those that can be chosen first, then by name.
  static func offers(
    of employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection
  ) throws -> [Offer] {
    try connection.rows(
      """
      SELECT \(fragment: columns), x.pattern FROM work_pattern p
      LEFT JOIN work_pattern_end x ON x.pattern = p.id
      WHERE p.employer IN (\(list: employers.sorted()))
      ORDER BY x.pattern IS NOT NULL, p.kind, p.name, p.id
      """
    ).map { row in
      let ended: Int64? = try row.optional(9)
      return Offer(pattern: try pattern(row, at: 0), isOpen: ended == nil)
    }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the employer has a pattern of the name.
  static func append(
    _ pattern: WorkPattern,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    let hours = WorkPattern.weekdays.map { pattern.days[$0].map(StoredHours.init) }
    try connection.execute(
      """
      INSERT INTO work_pattern
      (id, employer, kind, name, monday, tuesday, wednesday, thursday, friday, at, by_account)
      VALUES (\(pattern.id), \(pattern.employer), \(pattern.kind), \(pattern.name), \(hours[0]), \(hours[1]), \
      \(hours[2]), \(hours[3]), \(hours[4]), \(now), \(account))
      """
    )
  }

  /// Lets nobody choose it any more; who has chosen it keeps it.
  ///
  /// - Throws: ``StoreError/unique(constraint:)`` when it was ended before.
  static func end(
    _ pattern: RecordID<WorkPattern>,
    reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO work_pattern_end (pattern, reason, at, by_account)
      VALUES (\(pattern), \(reason), \(now), \(account))
      """
    )
  }

  /// The choices that bear on some days, the newest record first.
  static func forEachChoice(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection,
    _ body: (RecordID<Employee>, PatternChoice) throws -> Void
  ) throws {
    try connection.readRows(
      """
      SELECT c.employee, c.id, c.valid_from, c.valid_to, c.reason, c.at, \(fragment: columns)
      FROM pattern_choice c LEFT JOIN work_pattern p ON p.id = c.pattern
      WHERE c.employee IN (\(list: employees)) AND c.valid_from <= \(days.upperBound)
      AND (c.valid_to IS NULL OR c.valid_to >= \(days.lowerBound)) ORDER BY c.id DESC
      """
    ) { row in
      let isPattern = try row.optional(6, as: Int64.self) != nil
      let choice = PatternChoice(
        id: try row.value(1),
        pattern: isPattern ? try pattern(row, at: 6) : nil,
        from: try row.value(2),
        to: try row.optional(3),
        reason: try row.value(4),
        recordedAt: try row.value(5)
      )
      try body(try row.value(0), choice)
    }
  }

  static func append(
    _ choice: PatternChoice,
    of employee: RecordID<Employee>,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO pattern_choice (id, employee, pattern, valid_from, valid_to, reason, at, by_account)
      VALUES (\(choice.id), \(employee), \(choice.pattern?.id), \(choice.from), \(choice.to), \
      \(choice.reason), \(choice.recordedAt), \(account))
      """
    )
  }

  static let columns: SQLText = """
    p.id, p.employer, p.kind, p.name, p.monday, p.tuesday, p.wednesday, p.thursday, p.friday
    """

  static func pattern(_ row: SQLRow, at place: Int) throws -> WorkPattern {
    var days: [Weekday: DayHours] = [:]
    for (index, weekday) in WorkPattern.weekdays.enumerated() {
      days[weekday] = try row.optional(place + 4 + index, as: StoredHours.self)?.hours
    }
    return WorkPattern(
      id: try row.value(place),
      employer: try row.value(place + 1),
      kind: try row.value(place + 2),
      name: try row.value(place + 3),
      days: days
    )
  }
}
