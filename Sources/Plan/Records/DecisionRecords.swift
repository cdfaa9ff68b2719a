internal import Access
internal import CivilTime
internal import Journal
internal import Store

/// 取組の決定: whether a measure is stopped for a fiscal year.
enum DecidedStatus: String, SQLStorable, CaseIterable {
  /// It is not pursued in this year.
  case stopped
  /// It goes on after all.
  case resumed
}

/// Reads and appends the decisions of the secretariat about measures.
enum DecisionRecords {
  /// The measures that are stopped in a year, with the reason; the latest decision of a measure counts.
  static func stopped(
    in year: FiscalYear,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [String: MeasureDecision] {
    let rows = try connection.rows(
      """
      SELECT measure, status, reason, at FROM measure_decision
      WHERE plan_code = \(plan) AND fiscal_year = \(year.startYear) ORDER BY id
      """
    )
    var latest: [String: MeasureDecision] = [:]
    for row in rows {
      let status: DecidedStatus = try row.value(1)
      let decision = MeasureDecision(reason: try row.value(2), at: try row.value(3))
      latest[try row.value(0)] = status == .stopped ? decision : nil
    }
    return latest
  }

  static func insert(
    _ decision: NewDecision,
    entry: RecordID<JournalEntry>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO measure_decision (id, plan_code, measure, fiscal_year, status, reason, at, by_account, entry)
      VALUES (\(decision.id), \(decision.plan), \(decision.measure.text), \(decision.year.startYear), \
      \(decision.status), \(decision.reason), \(decision.at), \(decision.by), \(entry))
      """
    )
  }
}

/// A decision about to be stored.
struct NewDecision: Sendable {
  let id: RecordID<MeasureDecision>
  let plan: String
  let measure: MeasureID
  let year: FiscalYear
  let status: DecidedStatus
  let reason: String
  let at: Instant
  let by: RecordID<Account>
}
