internal import CivilTime
internal import Store

/// Reads and appends versions of the plan.
enum PlanVersionRecords {
  /// A version without its text.
  struct Entry {
    let id: RecordID<PlanVersion>
    let code: String
    let edition: Int
    let digest: PlanDigest
    let loadedAt: Instant
  }

  /// The version that was loaded last, which is the one in use.
  static func latest(on connection: any SQLConnection) throws -> Entry? {
    try connection.row(
      "SELECT id, code, edition, digest, loaded_at FROM plan_version ORDER BY id DESC LIMIT 1"
    ).map(entry)
  }

  /// All editions of a plan, the oldest first.
  static func editions(of code: String, on connection: any SQLConnection) throws -> [Entry] {
    try connection.rows(
      "SELECT id, code, edition, digest, loaded_at FROM plan_version WHERE code = \(code) ORDER BY edition"
    ).map(entry)
  }

  /// The text of a version as it was loaded.
  static func text(of id: RecordID<PlanVersion>, on connection: any SQLConnection) throws -> String? {
    try connection.value("SELECT text FROM plan_version WHERE id = \(id)")
  }

  static func insert(_ version: PlanVersion, text: String, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO plan_version (id, code, edition, text, digest, loaded_at)
      VALUES (\(version.id), \(version.plan.code), \(version.plan.edition), \(text), \
      \(version.digest.bytes), \(version.loadedAt))
      """
    )
  }

  private static func entry(_ row: SQLRow) throws -> Entry {
    Entry(
      id: try row.value(0),
      code: try row.value(1),
      edition: try row.value(2),
      digest: PlanDigest(bytes: try row.value(3)),
      loadedAt: try row.value(4)
    )
  }
}
