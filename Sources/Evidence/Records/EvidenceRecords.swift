public import Attachments
public import CivilTime
internal import Duties
internal import Journal
public import People
public import Store

/// 証跡の記録 – reads what was reported by hand.
///
/// Lists never say what is about a person: only that there is something.
public enum EvidenceRecords: Sendable {
  /// What was reported of a measure in a fiscal year, the newest first; with `units`, by those alone.
  public static func of(
    measure: String,
    year: FiscalYear,
    units: Set<RecordID<OrganizationUnit>>? = nil,
    limit: Int = 200,
    on connection: any SQLConnection
  ) throws -> [EvidenceEntry] {
    let ofUnits: SQLText = units.map { "AND e.unit IN (\(list: $0.sorted()))" } ?? ""
    return try rows(
      """
      WHERE e.fiscal_year = \(year.startYear) AND e.measure = \(measure) \(fragment: ofUnits)
      ORDER BY e.id DESC LIMIT \(limit)
      """,
      on: connection
    ).map { $0.entry(isWhole: false) }
  }

  /// What was reported last, the newest first.
  public static func latest(limit: Int, on connection: any SQLConnection) throws -> [EvidenceEntry] {
    try rows("ORDER BY e.id DESC LIMIT \(limit)", on: connection).map { $0.entry(isWhole: false) }
  }

  /// The tallies of a whole plan in one query, by measure, employer and bureau.
  public static func tallies(
    year: FiscalYear,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [EvidenceTally] {
    try TallyRecords.tallies(year: year, plan: plan, on: connection)
  }

  /// The files of some reports; content is not read.
  public static func attachments(
    of ids: [RecordID<EvidenceEntry>],
    on connection: any SQLConnection
  ) throws -> [RecordID<EvidenceEntry>: [Attachment]] {
    guard !ids.isEmpty else { return [:] }
    let links = try connection.rows(
      """
      SELECT evidence, attachment FROM evidence_attachment WHERE evidence IN (\(list: ids))
      ORDER BY evidence, attachment
      """
    ).map { row in
      (evidence: try row.value(0, as: RecordID<EvidenceEntry>.self), file: try row.value(1, as: FileID.self))
    }
    let files = try AttachmentRecords.metadata(Array(Set(links.map(\.file))).sorted(), on: connection)
    let byID = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: links, by: \.evidence).mapValues { $0.compactMap { byID[$0.file] } }
  }

  private typealias FileID = RecordID<Attachment>

  static func stored(
    _ id: RecordID<EvidenceEntry>,
    on connection: any SQLConnection
  ) throws -> StoredEvidence? {
    try rows("WHERE e.id = \(id)", on: connection).first
  }

  /// The report of a journal entry, such as the one that settled a duty, as it was corrected last.
  static func of(
    entry: RecordID<JournalEntry>,
    on connection: any SQLConnection
  ) throws -> RecordID<EvidenceEntry>? {
    try connection.value(
      """
      WITH RECURSIVE standing (id) AS (
        SELECT id FROM evidence WHERE entry = \(entry)
        UNION ALL SELECT e.id FROM evidence e JOIN standing s ON e.corrects = s.id
      )
      SELECT MAX(id) FROM standing
      """
    )
  }

  /// The reports to which a file belongs.
  static func having(
    _ attachment: RecordID<Attachment>,
    on connection: any SQLConnection
  ) throws -> [StoredEvidence] {
    try rows(
      """
      WHERE e.id IN (SELECT evidence FROM evidence_attachment WHERE attachment = \(attachment)) ORDER BY e.id
      """,
      on: connection
    )
  }

  /// Why a report was taken back; nil while it was not.
  static func withdrawalReason(
    _ id: RecordID<EvidenceEntry>,
    on connection: any SQLConnection
  ) throws -> String? {
    try connection.value("SELECT reason FROM evidence_withdrawal WHERE evidence = \(id)")
  }

  private static func rows(_ condition: SQLText, on connection: any SQLConnection) throws -> [StoredEvidence]
  {
    try connection.rows(
      """
      SELECT \(fragment: StoredEvidence.columns) FROM \(fragment: StoredEvidence.tables) \(fragment: condition)
      """
    ).map { try StoredEvidence($0) }
  }
}
