internal import Attachments
internal import CivilTime
internal import Store

/// Reads and writes which files belong to which items.
enum PaperRecords {
  /// In the order in which they were handed in.
  static func all(of meeting: RecordID<Meeting>, on connection: any SQLConnection) throws -> [Paper] {
    let links = try connection.rows(
      """
      SELECT p.item, p.attachment FROM agenda_paper p JOIN agenda_item i ON i.id = p.item
      WHERE i.meeting = \(meeting) ORDER BY p.attachment
      """
    ).map { row in
      (item: try row.value(0, as: RecordID<AgendaItem>.self), file: try row.value(1, as: FileID.self))
    }
    let files = try AttachmentRecords.metadata(links.map(\.file), on: connection)
    let byID = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return links.compactMap { link in byID[link.file].map { Paper(item: link.item, file: $0) } }
  }

  static func append(
    _ files: [RecordID<Attachment>],
    to item: RecordID<AgendaItem>,
    on connection: any SQLConnection
  ) throws {
    for file in files {
      try connection.execute("INSERT INTO agenda_paper (item, attachment) VALUES (\(item), \(file))")
    }
  }

  /// Takes a file off; it is kept, but nobody reads it any more.
  static func remove(_ file: RecordID<Attachment>, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM agenda_paper WHERE attachment = \(file)")
  }

  /// What was taken off after the meeting, in the order in which it was.
  static func removals(
    of meeting: RecordID<Meeting>,
    on connection: any SQLConnection
  ) throws -> [RemovedPaper] {
    let rows = try connection.rows(
      """
      SELECT r.attachment, r.reason, r.at, COALESCE(a.name, '') FROM paper_removal r
      JOIN agenda_item i ON i.id = r.item LEFT JOIN account a ON a.id = r.by_account
      WHERE i.meeting = \(meeting) ORDER BY r.at, r.attachment
      """
    )
    let files = try AttachmentRecords.metadata(rows.map { try $0.value(0, as: FileID.self) }, on: connection)
    let names = Dictionary(files.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return try rows.map { row in
      RemovedPaper(
        name: names[try row.value(0)] ?? "",
        reason: try row.value(1),
        at: try row.value(2),
        by: try row.value(3)
      )
    }
  }

  /// Keeps why a paper was taken off a meeting that was held.
  static func keepRemoval(
    of paper: Paper,
    reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO paper_removal (attachment, item, reason, at, by_account)
      VALUES (\(paper.file.id), \(paper.item), \(reason), \(now), \(account))
      """
    )
  }

  private typealias FileID = RecordID<Attachment>
}
