internal import Duties
internal import CivilTime
internal import People
internal import Store

/// Names one row of the tally.
struct TallyKey: Sendable, Hashable {
  let year: FiscalYear
  let plan: String
  let measure: String
  let employer: RecordID<Employer>
  /// The unit at the top; 0 where there is none, because a key is never NULL.
  let bureau: Int64
}

/// Keeps the tally in the transaction of each change.
enum TallyRecords {
  /// Counts one more report.
  static func count(
    _ report: EvidenceReport,
    key: TallyKey,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO evidence_tally
      (fiscal_year, plan_code, measure, employer, bureau, cases, quantity, quantity_of, last_held_on)
      VALUES (\(key.year.startYear), \(key.plan), \(key.measure), \(key.employer), \(key.bureau), 1,
      \(report.quantity), \(report.quantityOf), \(report.heldOn))
      ON CONFLICT (fiscal_year, plan_code, measure, employer, bureau) DO UPDATE SET
      cases = evidence_tally.cases + 1,
      quantity = COALESCE(evidence_tally.quantity + excluded.quantity, evidence_tally.quantity, excluded.quantity),
      quantity_of = COALESCE(evidence_tally.quantity_of + excluded.quantity_of, evidence_tally.quantity_of,
      excluded.quantity_of),
      last_held_on = CASE WHEN evidence_tally.last_held_on > excluded.last_held_on
      THEN evidence_tally.last_held_on ELSE excluded.last_held_on END
      """
    )
  }

  /// Counts a row anew, after something in it ceased to count: what is gone cannot be subtracted from a maximum.
  static func recount(_ key: TallyKey, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO evidence_tally
      (fiscal_year, plan_code, measure, employer, bureau, cases, quantity, quantity_of, last_held_on)
      SELECT CAST(\(key.year.startYear) AS BIGINT), CAST(\(key.plan) AS TEXT), CAST(\(key.measure) AS TEXT),
      CAST(\(key.employer) AS BIGINT), CAST(\(key.bureau) AS BIGINT), COUNT(*), CAST(SUM(e.quantity) AS BIGINT),
      CAST(SUM(e.quantity_of) AS BIGINT), MAX(e.held_on)
      FROM evidence e WHERE e.fiscal_year = \(key.year.startYear) AND e.measure = \(key.measure)
      AND e.plan_code = \(key.plan) AND e.employer = \(key.employer) AND e.bureau = \(key.bureau)
      AND e.kind <> \(EvidenceKinds.none.id.rawValue)
      AND NOT EXISTS (SELECT 1 FROM evidence n WHERE n.corrects = e.id)
      AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w WHERE w.evidence = e.id)
      ON CONFLICT (fiscal_year, plan_code, measure, employer, bureau) DO UPDATE SET
      cases = excluded.cases, quantity = excluded.quantity, quantity_of = excluded.quantity_of,
      last_held_on = excluded.last_held_on
      """
    )
  }

  static func tallies(
    year: FiscalYear,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [EvidenceTally] {
    try connection.rows(
      """
      SELECT measure, employer, bureau, cases, quantity, quantity_of, last_held_on FROM evidence_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(plan) AND cases > 0
      ORDER BY measure, employer, bureau
      """
    ).map { row in
      let bureau: Int64 = try row.value(2)
      return EvidenceTally(
        year: year,
        plan: plan,
        measure: try row.value(0),
        employer: try row.value(1),
        bureau: bureau == 0 ? nil : RecordID(bureau),
        cases: try row.value(3),
        quantity: try row.optional(4),
        quantityOf: try row.optional(5),
        lastHeldOn: try row.optional(6)
      )
    }
  }
}
