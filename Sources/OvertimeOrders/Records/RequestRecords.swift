internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Reads and appends declarations made beforehand, and what came of them.
///
/// Whoever reads has shown that the people are within reach.
enum RequestRecords {
  /// The requests for some days, by day and in the order in which they were sent.
  static func requests(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [OvertimeRequest] {
    try connection.rows(
      """
      \(fragment: columns) WHERE r.employee IN (\(list: employees))
      AND r.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound) ORDER BY r.work_date, r.id
      """,
      request
    )
  }

  /// Those that wait for a decision.
  static func undecided(
    of employees: some Collection<RecordID<Employee>>,
    since first: CivilDate,
    on connection: any SQLConnection
  ) throws -> [OvertimeRequest] {
    try connection.rows(
      """
      \(fragment: columns) WHERE r.employee IN (\(list: employees)) AND r.work_date >= \(first)
      AND d.request IS NULL ORDER BY r.work_date, r.id
      """,
      request
    )
  }

  static func request(
    _ id: RecordID<OvertimeRequest>,
    on connection: any SQLConnection
  ) throws -> OvertimeRequest? {
    try connection.row("\(fragment: columns) WHERE r.id = \(id)").map(request)
  }

  static func insert(
    _ request: OvertimeRequest,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_request
      (id, employee, work_date, minutes, stretches, work, reason, is_special, sent_at, sent_by)
      VALUES (\(request.id), \(request.employee), \(request.date), \(request.amount.length), \
      \(request.amount.storedStretches), \(request.work), \(request.reason), \(request.isSpecial), \
      \(request.sentAt), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` where somebody decided before.
  static func decide(
    _ request: RecordID<OvertimeRequest>,
    _ outcome: OrderOutcome,
    _ amount: OvertimeDeclaration.Amount?,
    reason: String?,
    as capacity: DecisionCapacity,
    at now: Instant,
    by actor: (account: Int64, employee: RecordID<Employee>),
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_decision
      (request, outcome, minutes, stretches, reason, capacity, decided_at, decided_by, decider)
      VALUES (\(request), \(outcome), \(amount?.length), \(amount?.storedStretches), \(reason), \(capacity), \
      \(now), \(actor.account), \(actor.employee))
      """
    )
  }

  private static let columns: SQLText = """
    SELECT r.id, r.employee, r.work_date, r.minutes, r.stretches, r.work, r.reason, r.is_special, r.sent_at,
    d.outcome, d.minutes, d.stretches, d.reason, d.capacity, d.decided_at, e.family_name, e.given_name
    FROM overtime_request r LEFT JOIN overtime_decision d ON d.request = r.id
    LEFT JOIN employee e ON e.id = d.decider
    """

  private static func request(_ row: SQLRow) throws -> OvertimeRequest {
    OvertimeRequest(
      id: try row.value(0),
      employee: try row.value(1),
      date: try row.value(2),
      amount: try AmountColumns.amount(row, at: 3),
      work: try row.value(5),
      reason: try row.value(6),
      isSpecial: try row.value(7),
      sentAt: try row.value(8),
      decision: try decision(row)
    )
  }

  private static func decision(_ row: SQLRow) throws -> OvertimeDecision? {
    guard let outcome: OrderOutcome = try row.optional(9) else { return nil }
    let isOrder: Minutes? = try row.optional(10)
    return OvertimeDecision(
      outcome: outcome,
      amount: try isOrder.map { _ in try AmountColumns.amount(row, at: 10) },
      reason: try row.optional(12),
      capacity: try row.value(13),
      at: try row.value(14),
      deciderName: try row.value(15, as: String.self) + " " + row.value(16, as: String.self)
    )
  }
}

/// Reads an amount from its two columns.
enum AmountColumns {
  static func amount(_ row: SQLRow, at position: Int) throws -> OvertimeDeclaration.Amount {
    let stretches: String? = try row.optional(position + 1)
    guard let amount = OvertimeDeclaration.Amount(stored: try row.value(position), stretches) else {
      throw StoreError.unexpectedColumn("stretches")
    }
    return amount
  }
}
