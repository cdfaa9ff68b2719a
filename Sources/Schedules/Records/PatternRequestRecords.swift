internal import CivilTime
internal import People
internal import Store

/// Reads and appends requests for a pattern and the decisions on them.
enum PatternRequestRecords {
  /// The newest requests of somebody, the newest first.
  static func requests(
    of employee: RecordID<Employee>,
    limit: Int,
    on connection: any SQLConnection
  ) throws -> [PatternRequest] {
    try connection.rows(
      "\(fragment: columns) WHERE r.employee = \(employee) ORDER BY r.id DESC LIMIT \(limit)"
    ).map(request)
  }

  static func request(
    _ id: RecordID<PatternRequest>,
    on connection: any SQLConnection
  ) throws -> PatternRequest? {
    try connection.row("\(fragment: columns) WHERE r.id = \(id)").map(request)
  }

  static func append(_ request: PatternRequest, account: Int64, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO pattern_request (id, employee, pattern, valid_from, valid_to, reason, at, by_account)
      VALUES (\(request.id), \(request.employee), \(request.pattern?.id), \(request.from), \(request.to), \
      \(request.reason), \(request.at), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when it was decided before.
  static func decide(
    _ id: RecordID<PatternRequest>,
    _ outcome: RequestOutcome,
    _ reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO pattern_decision (request, outcome, reason, at, by_account)
      VALUES (\(id), \(outcome), \(reason), \(now), \(account))
      """
    )
  }

  private static let columns: SQLText = """
    SELECT r.id, r.employee, r.valid_from, r.valid_to, r.reason, r.at, d.outcome, d.reason, d.at, a.name,
    \(fragment: PatternRecords.columns)
    FROM pattern_request r LEFT JOIN work_pattern p ON p.id = r.pattern
    LEFT JOIN pattern_decision d ON d.request = r.id LEFT JOIN account a ON a.id = d.by_account
    """

  private static func request(_ row: SQLRow) throws -> PatternRequest {
    let isPattern = try row.optional(10, as: Int64.self) != nil
    return PatternRequest(
      id: try row.value(0),
      employee: try row.value(1),
      pattern: isPattern ? try PatternRecords.pattern(row, at: 10) : nil,
      from: try row.value(2),
      to: try row.optional(3),
      reason: try row.value(4),
      at: try row.value(5),
      decision: try RequestDecision(row, at: 6)
    )
  }
}

extension RequestDecision {
  /// Outcome, reason, time and name from a place on; nil where nothing was decided.
  init?(_ row: SQLRow, at place: Int) throws {
    guard let outcome = try row.optional(place, as: RequestOutcome.self) else { return nil }
    self.init(
      outcome: outcome,
      reason: try row.value(place + 1),
      at: try row.value(place + 2),
      by: try row.optional(place + 3) ?? ""
    )
  }
}
