internal import CivilTime
public import Store

/// Reads and writes entries, and remembers which of them wait for a seal.
public enum JournalRecords: Sendable {
  /// Appends an entry in the transaction of the change that it tells of.
  public static func append(_ entry: JournalEntry, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO journal_entry (id, at, actor, kind, employee, unit, payload)
      VALUES (\(entry.id), \(entry.at), \(entry.actor.number), \(entry.kind.name), \(entry.employee), \
      \(entry.unit), \(entry.payload.text))
      """
    )
    try connection.execute("INSERT INTO journal_waiting (entry) VALUES (\(entry.id))")
  }

  /// The newest entries about an employee, newest first.
  public static func latest<Employee>(
    about employee: RecordID<Employee>,
    limit: Int,
    on connection: any SQLConnection
  ) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT id, at, actor, kind, employee, unit, payload FROM journal_entry
      WHERE employee = \(employee) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(entry)
  }

  /// The newest entries of all, newest first; for the auditor.
  public static func latest(
    before id: RecordID<JournalEntry>?,
    limit: Int,
    on connection: any SQLConnection
  ) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT id, at, actor, kind, employee, unit, payload FROM journal_entry
      WHERE id < \(id ?? RecordID(Int64.max)) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(entry)
  }

  static func entry(_ row: SQLRow) throws -> JournalEntry {
    JournalEntry(
      id: try row.value(0),
      at: try row.value(1),
      actor: JournalActor(number: try row.value(2)),
      kind: JournalKind(name: try row.value(3)),
      employee: try row.optional(4, as: RecordID<Never>.self),
      unit: try row.optional(5, as: RecordID<Never>.self),
      payload: JournalPayload(storedText: try row.value(6))
    )
  }
}
