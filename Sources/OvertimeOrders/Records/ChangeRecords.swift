internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Reads and appends what others propose for a claim, and the owner's answers.
enum ChangeRecords {
  static func changes(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [ClaimChange] {
    try connection.rows(
      """
      SELECT \(fragment: columns) \(fragment: tables) WHERE c.employee IN (\(list: employees))
      AND c.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound) ORDER BY c.work_date, c.id
      """
    ) { try change($0) }
  }

  static func change(_ id: RecordID<ClaimChange>, on connection: any SQLConnection) throws -> ClaimChange? {
    try connection.row("SELECT \(fragment: columns) \(fragment: tables) WHERE c.id = \(id)").map {
      try change($0)
    }
  }

  /// A change with whose claim it concerns, for those who watch over changes.
  struct Watched: Sendable {
    let change: ClaimChange
    let name: String
    let proposer: RecordID<Employee>
  }

  /// The changes proposed in a span of time that would lower a claim, the newest first.
  static func downward(
    from first: Instant,
    to end: Instant,
    in scope: PersonScope,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> [Watched] {
    try connection.rows(
      """
      SELECT \(fragment: columns), o.family_name, o.given_name, c.proposer
      \(fragment: tables) JOIN employee o ON o.id = c.employee
      WHERE c.proposed_at >= \(first) AND c.proposed_at < \(end) AND c.minutes < c.claimed_minutes
      AND \(fragment: scope.condition(employeeColumn: "c.employee", on: today))
      ORDER BY c.id DESC
      """
    ) { row in
      Watched(
        change: try change(row),
        name: try row.value(15, as: String.self) + " " + row.value(16, as: String.self),
        proposer: try row.value(17)
      )
    }
  }

  static func insert(
    _ change: ClaimChange,
    by actor: (account: Int64, employee: RecordID<Employee>),
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_change
      (id, employee, work_date, declaration, claimed_minutes, minutes, stretches, reason, capacity, proposed_at,
      proposed_by, proposer)
      VALUES (\(change.id), \(change.employee), \(change.date), \(change.declaration), \(change.claimed), \
      \(change.amount.length), \(change.amount.storedStretches), \(change.reason), \(change.capacity), \
      \(change.proposedAt), \(actor.account), \(actor.employee))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` where the owner answered before.
  static func answer(
    _ change: RecordID<ClaimChange>,
    _ answer: ChangeAnswer,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_change_answer (change, answer, words, at, by_account)
      VALUES (\(change), \(answer.kind), \(answer.words), \(answer.at), \(account))
      """
    )
  }

  private static let columns: SQLText = """
    c.id, c.employee, c.work_date, c.declaration, c.claimed_minutes, c.minutes, c.stretches, c.reason, c.capacity,
    c.proposed_at, p.family_name, p.given_name, a.answer, a.words, a.at
    """

  private static let tables: SQLText = """
    FROM overtime_change c JOIN employee p ON p.id = c.proposer
    LEFT JOIN overtime_change_answer a ON a.change = c.id
    """

  private static func change(_ row: SQLRow) throws -> ClaimChange {
    let answer: ChangeAnswer.Kind? = try row.optional(12)
    return ClaimChange(
      id: try row.value(0),
      employee: try row.value(1),
      date: try row.value(2),
      declaration: try row.optional(3),
      claimed: try row.value(4),
      amount: try AmountColumns.amount(row, at: 5),
      reason: try row.value(7),
      capacity: try row.value(8),
      proposedAt: try row.value(9),
      proposerName: try row.value(10, as: String.self) + " " + row.value(11, as: String.self),
      answer: try answer.map { ChangeAnswer(kind: $0, words: try row.optional(13), at: try row.value(14)) }
    )
  }
}
