internal import CivilTime
internal import Store

/// Reads and appends versions of the plan.
enum PlanVersionRecords {
  /// A version without its text.
  struct Entry: Hashable {
    let id: RecordID<PlanVersion>
    let code: String
    let edition: Int
    let digest: PlanDigest
    let loadedAt: Instant
    /// The first fiscal year of the edition; nil for a first edition, which holds for all years before too.
    let firstYear: FiscalYear?
    /// Why it replaced the edition before; nil for a first edition.
    let reason: String?
  }

  private static let columns: SQLText = """
    SELECT v.id, v.code, v.edition, v.digest, v.loaded_at, s.first_year, s.reason
    FROM plan_version v LEFT JOIN plan_span s ON s.version = v.id
    """

  /// The version that was loaded last, which is the one in use.
  static func latest(on connection: any SQLConnection) throws -> Entry? {
    try connection.row("\(fragment: columns) ORDER BY v.id DESC LIMIT 1").map(entry)
  }

  /// All versions of the plan that was loaded last, the oldest first.
  static func all(on connection: any SQLConnection) throws -> [Entry] {
    let entries = try connection.rows("\(fragment: columns) ORDER BY v.id").map(entry)
    return entries.filter { entry in entry.code == entries.last?.code }
  }

  /// All editions of a plan, the oldest first.
  static func editions(of code: String, on connection: any SQLConnection) throws -> [Entry] {
    try connection.rows("\(fragment: columns) WHERE v.code = \(code) ORDER BY v.edition").map(entry)
  }

  /// The text of a version as it was loaded.
  static func text(of id: RecordID<PlanVersion>, on connection: any SQLConnection) throws -> String? {
    try connection.value("SELECT text FROM plan_version WHERE id = \(id)")
  }

  /// Appends a version, with the span and the mapping of a revision.
  static func insert(_ version: PlanVersion, text: String, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO plan_version (id, code, edition, text, digest, loaded_at)
      VALUES (\(version.id), \(version.plan.code), \(version.plan.edition), \(text), \
      \(version.digest.bytes), \(version.loadedAt))
      """
    )
    guard let revision = version.plan.revision else { return }
    try connection.execute(
      """
      INSERT INTO plan_span (version, first_year, reason)
      VALUES (\(version.id), \(revision.firstYear.startYear), \(revision.reason))
      """
    )
    try connection.insert(
      into: "plan_mapping",
      columns: ["version", "old_measure", "new_measure", "ended", "note"],
      rows: revision.mapping.flatMap { entry in rows(entry, of: version.id) }
    )
  }

  private static func rows(_ entry: MeasureMapping, of version: RecordID<PlanVersion>) -> [[SQLValue]] {
    let start = [version.sqlValue, entry.from.text.sqlValue]
    return switch entry.fate {
    case .continued(let ids): ids.map { id in start + [id.text.sqlValue, false.sqlValue, "".sqlValue] }
    case .ended(let reason): [start + ["".sqlValue, true.sqlValue, reason.sqlValue]]
    }
  }

  private static func entry(_ row: SQLRow) throws -> Entry {
    let firstYear: Int? = try row.optional(5)
    return Entry(
      id: try row.value(0),
      code: try row.value(1),
      edition: try row.value(2),
      digest: PlanDigest(bytes: try row.value(3)),
      loadedAt: try row.value(4),
      firstYear: firstYear.map { FiscalYear(startYear: $0) },
      reason: try row.optional(6)
    )
  }
}
