internal import CivilTime
internal import Plan
internal import Store

/// Reads and writes reports, their steps and what was frozen.
enum ReportRecords {
  /// Where the report of a year stands.
  static func standing(
    of plan: String,
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> ReportStanding {
    let found: RecordID<ReportRow>? = try connection.value(
      "SELECT id FROM report WHERE plan_code = \(plan) AND fiscal_year = \(year.startYear)"
    )
    guard let report = found else { return .nothing }
    let steps = try connection.rows(
      """
      SELECT s.position, s.stage, s.on_day, s.at, COALESCE(a.name, ''), s.note, s.snapshot
      FROM report_step s LEFT JOIN account a ON a.id = s.by_account
      WHERE s.report = \(report) ORDER BY s.position
      """
    ).map(step)
    return ReportStanding(report: report, steps: steps)
  }

  private static func step(_ row: SQLRow) throws -> ReportStep {
    ReportStep(
      position: try row.value(0),
      stage: try row.value(1),
      day: try row.value(2),
      at: try row.value(3),
      by: try row.value(4),
      note: try row.optional(5),
      snapshot: try row.optional(6)
    )
  }

  static func open(
    _ report: RecordID<ReportRow>,
    plan: String,
    year: FiscalYear,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO report (id, plan_code, fiscal_year, opened_at)
      VALUES (\(report), \(plan), \(year.startYear), \(now))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when somebody else has taken the position.
  static func append(
    _ step: ReportStep,
    to report: RecordID<ReportRow>,
    account: Int64,
    entry: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO report_step (report, position, stage, on_day, at, by_account, note, snapshot, entry)
      VALUES (\(report), \(step.position), \(step.stage), \(step.day), \(step.at), \(account), \(step.note), \
      \(step.snapshot), \(entry))
      """
    )
  }

  static func insert(
    _ snapshot: ReportSnapshot,
    of report: RecordID<ReportRow>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO report_snapshot (id, report, version, taken_at, digest, body)
      VALUES (\(snapshot.id), \(report), \(snapshot.version), \(snapshot.takenAt), \(snapshot.digest), \
      \(snapshot.body))
      """
    )
  }

  /// A frozen report of this year's report; nil for one of another report.
  static func snapshot(
    _ id: RecordID<ReportSnapshot>,
    of report: RecordID<ReportRow>,
    on connection: any SQLConnection
  ) throws -> ReportSnapshot? {
    try connection.row(
      """
      SELECT id, version, taken_at, digest, body FROM report_snapshot
      WHERE id = \(id) AND report = \(report)
      """
    ).map { row in
      ReportSnapshot(
        id: try row.value(0),
        version: try row.value(1),
        takenAt: try row.value(2),
        digest: try row.value(3),
        body: try row.value(4)
      )
    }
  }
}
