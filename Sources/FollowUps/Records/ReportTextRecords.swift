internal import CivilTime
internal import Plan
internal import Store

/// Reads and appends what the secretariat writes.
enum ReportTextRecords {
  /// The newest text of every field.
  static func newest(
    of report: RecordID<ReportRow>?,
    on connection: any SQLConnection
  ) throws -> ReportTexts {
    guard let report else { return ReportTexts([]) }
    let rows = try connection.rows(
      """
      SELECT t.subject, t.field, t.revision, t.text, t.at, t.by_account FROM report_text t
      WHERE t.report = \(report) AND t.revision = (
        SELECT MAX(n.revision) FROM report_text n
        WHERE n.report = t.report AND n.subject = t.subject AND n.field = t.field)
      ORDER BY t.subject, t.field
      """
    )
    return ReportTexts(try rows.compactMap(text))
  }

  /// All texts of a subject, the newest first.
  static func history(
    of subject: ReportSubject,
    in report: RecordID<ReportRow>?,
    on connection: any SQLConnection
  ) throws -> [(text: ReportText, by: String)] {
    guard let report else { return [] }
    return try connection.rows(
      """
      SELECT t.subject, t.field, t.revision, t.text, t.at, t.by_account, COALESCE(a.name, '')
      FROM report_text t LEFT JOIN account a ON a.id = t.by_account
      WHERE t.report = \(report) AND t.subject = \(subject.key)
      ORDER BY t.at DESC, t.field, t.revision DESC
      """
    ).compactMap { row in
      try text(row).map { (text: $0, by: try row.value(6)) }
    }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the revision is taken.
  static func append(
    _ text: ReportText,
    to report: RecordID<ReportRow>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO report_text (report, subject, field, revision, text, at, by_account)
      VALUES (\(report), \(text.subject.key), \(text.field), \(text.revision), \(text.text), \(text.at), \
      \(text.by))
      """
    )
  }

  private static func text(_ row: SQLRow) throws -> ReportText? {
    guard let subject = ReportSubject(key: try row.value(0)) else { return nil }
    return ReportText(
      subject: subject,
      field: try row.value(1),
      revision: try row.value(2),
      text: try row.value(3),
      at: try row.value(4),
      by: try row.value(5)
    )
  }
}
