internal import CivilTime
internal import People
internal import Store

/// Reads and appends notes about patterns.
///
/// Whoever reads has shown that the people are within reach.
enum PatternNoteRecords {
  /// The notes of some people, in the order in which they were written.
  static func notes(
    of employees: some Collection<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [PatternNote]] {
    var found: [RecordID<Employee>: [PatternNote]] = [:]
    try connection.readRows(
      """
      SELECT n.employee, n.id, n.asked, n.outcome, n.words, n.at, a.name
      FROM pattern_note n JOIN account a ON a.id = n.by_account
      WHERE n.employee IN (\(list: employees)) ORDER BY n.id
      """
    ) { row in
      let note = PatternNote(
        id: try row.value(1),
        asked: try row.value(2),
        outcome: try row.value(3),
        words: try row.value(4),
        at: try row.value(5),
        author: try row.value(6)
      )
      found[try row.value(0), default: []].append(note)
    }
    return found
  }

  static func append(
    _ note: PatternNote,
    about employee: RecordID<Employee>,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO pattern_note (id, employee, asked, outcome, words, at, by_account)
      VALUES (\(note.id), \(employee), \(note.asked), \(note.outcome), \(note.words), \(note.at), \(account))
      """
    )
  }
}
