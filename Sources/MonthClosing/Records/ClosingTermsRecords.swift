package import CivilTime
package import People
package import Store

/// Reads and appends the terms of employers.
package enum ClosingTermsRecords {
  /// What counts for a month: of the newest start up to it, the newest record.
  package static func terms(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> ClosingTerms {
    let row = try connection.row(
      """
      SELECT confirm_day, check_day, approve_day, time_out_day FROM closing_terms
      WHERE employer = \(employer) AND from_month <= \(month) ORDER BY from_month DESC, id DESC LIMIT 1
      """
    )
    return try row.flatMap { row in
      ClosingTerms(
        confirm: try row.value(0),
        check: try row.value(1),
        approve: try row.value(2),
        timeOut: try row.value(3)
      )
    } ?? .usual
  }

  package static func insert(
    _ terms: ClosingTerms,
    id: RecordID<ClosingTerms>,
    of employer: RecordID<Employer>,
    from month: YearMonth,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO closing_terms
      (id, employer, from_month, confirm_day, check_day, approve_day, time_out_day, at, by_account)
      VALUES (\(id), \(employer), \(month), \(terms.confirm), \(terms.check), \(terms.approve), \(terms.timeOut), \
      \(now), \(account))
      """
    )
  }
}
