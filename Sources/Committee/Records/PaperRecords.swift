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

  private typealias FileID = RecordID<Attachment>
}
