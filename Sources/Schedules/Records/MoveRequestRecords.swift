internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends requests to move a day and the decisions on them.
enum MoveRequestRecords {
  /// The newest requests of somebody, the newest first.
  static func requests(
    of employee: RecordID<Employee>,
    limit: Int,
    on connection: any SQLConnection
  ) throws -> [MoveRequest] {
    try connection.rows(
      "\(fragment: columns) WHERE r.employee = \(employee) ORDER BY r.id DESC LIMIT \(limit)"
    ).map(request)
  }

  static func request(_ id: RecordID<MoveRequest>, on connection: any SQLConnection) throws -> MoveRequest? {
    try connection.row("\(fragment: columns) WHERE r.id = \(id)").map(request)
  }

  static func append(_ request: MoveRequest, account: Int64, on connection: any SQLConnection) throws {
    let (part, from): (MoveWish.Part?, ClockTime?) =
      if case .fourHours(let part, let from) = request.wish.kind { (part, from) } else { (nil, nil) }
    try connection.execute(
      """
      INSERT INTO day_shift_request
      (id, employee, kind, worked, freed, four_hours_at, worked_from, reason, at, by_account)
      VALUES (\(request.id), \(request.employee), \(request.wish.kind.shift.word), \(request.wish.worked), \
      \(request.wish.freed), \(part), \(from), \(request.reason), \(request.at), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when it was decided before.
  static func decide(
    _ id: RecordID<MoveRequest>,
    _ outcome: RequestOutcome,
    _ reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO day_shift_decision (request, outcome, reason, at, by_account)
      VALUES (\(id), \(outcome), \(reason), \(now), \(account))
      """
    )
  }

  private static let columns: SQLText = """
    SELECT r.id, r.employee, r.kind, r.worked, r.freed, r.four_hours_at, r.worked_from, r.reason, r.at,
    d.outcome, d.reason, d.at, a.name
    FROM day_shift_request r LEFT JOIN day_shift_decision d ON d.request = r.id
    LEFT JOIN account a ON a.id = d.by_account
    """

  private static func request(_ row: SQLRow) throws -> MoveRequest {
    let kind: MoveWish.Kind =
      switch DayShift(word: try row.value(2)) {
      case .wholeDay?: .wholeDay
      case .fourHours?: .fourHours(try row.value(5), from: try row.value(6))
      case .compensatoryDay?: .compensatoryDay
      case nil: throw StoreError.unexpectedColumn("day_shift_request.kind")
      }
    return MoveRequest(
      id: try row.value(0),
      employee: try row.value(1),
      wish: MoveWish(kind: kind, worked: try row.value(3), freed: try row.value(4)),
      reason: try row.value(7),
      at: try row.value(8),
      decision: try RequestDecision(row, at: 9)
    )
  }
}
