public import Store

/// 官職の記録 – reads and writes posts.
public enum PostRecords: Sendable {
  /// Every post of an employer's units.
  static func forEach(
    of employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection,
    _ body: (Post) throws -> Void
  ) throws {
    try connection.forEachRow(
      """
      SELECT \(fragment: columns) FROM post p JOIN unit u ON u.id = p.unit
      WHERE u.employer IN (\(list: PaddedList.of(employers))) ORDER BY p.id
      """
    ) { try body(try post($0, at: 0)) }
  }

  /// Writes new posts.
  public static func insert(_ posts: [Post], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "post",
      columns: ["id", "unit", "title", "rank_band", "managerial", "executive", "head"],
      rows: posts.map { post in
        [
          post.id.sqlValue, post.unit.sqlValue, post.title.sqlValue, post.rankBand.sqlValue,
          post.isManagerial.sqlValue, post.isExecutive.sqlValue, post.isHead.sqlValue,
        ]
      }
    )
  }

  /// The columns of a post `p`, as ``post(_:at:)`` reads them.
  static let columns: SQLText = "p.id, p.unit, p.title, p.rank_band, p.managerial, p.executive, p.head"

  static func post(_ row: SQLRow, at position: Int) throws -> Post {
    Post(
      id: try row.value(position),
      unit: try row.value(position + 1),
      title: try row.value(position + 2),
      rankBand: try row.value(position + 3),
      isManagerial: try row.value(position + 4),
      isExecutive: try row.value(position + 5),
      isHead: try row.value(position + 6)
    )
  }
}
