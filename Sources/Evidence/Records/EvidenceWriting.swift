internal import Attachments
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// What names a new report, made outside the transaction that may run twice.
struct EvidenceStamp: Sendable {
  let id: RecordID<EvidenceEntry>
  let entry: RecordID<JournalEntry>
  let at: Instant
  let actor: JournalActor
  let account: Int64
}

/// Writes reports, corrections and withdrawals; never changes one.
enum EvidenceWriting {
  static func insert(
    _ report: EvidenceReport,
    bureau: Int64,
    corrects: RecordID<EvidenceEntry>? = nil,
    keeping: [RecordID<Attachment>] = [],
    _ stamp: EvidenceStamp,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO evidence (id, plan_code, measure, kind, employer, unit, bureau, about_employee, fiscal_year,
      held_on, quantity, quantity_of, text, link, corrects, entry, recorded_at, recorded_by)
      VALUES (\(stamp.id), \(report.plan), \(report.measure), \(report.kind), \(report.employer), \(report.unit),
      \(bureau), \(report.aboutEmployee), \(report.year.startYear), \(report.heldOn), \(report.quantity),
      \(report.quantityOf), \(report.text), \(report.link?.text), \(corrects), \(stamp.entry), \(stamp.at),
      \(stamp.account))
      """
    )
    let owner = AttachmentOwner(employee: report.aboutEmployee, uploadedBy: stamp.account)
    let new = try AttachmentService.store(report.files, for: owner, at: stamp.at, on: connection)
    for file in keeping + new {
      try connection.execute(
        "INSERT INTO evidence_attachment (evidence, attachment) VALUES (\(stamp.id), \(file))"
      )
    }
  }

  static func withdraw(
    _ id: RecordID<EvidenceEntry>,
    reason: String,
    by account: Int64,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO evidence_withdrawal (evidence, at, by_account, reason)
      VALUES (\(id), \(now), \(account), \(reason))
      """
    )
  }
}
