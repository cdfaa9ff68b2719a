public import CivilTime
public import Store

/// 組織の構成員 – a person in a unit on a day, by one of the posts held there.
public struct Member: Sendable {
  /// The person.
  public let employee: RecordID<Employee>
  /// The name as shown.
  public let name: String
  /// The reading as shown.
  public let kana: String
  /// The unit.
  public let unit: RecordID<OrganizationUnit>
  /// The title of the post.
  public let title: String
  /// The rank of the post.
  public let rankBand: RankBand
  /// Whether the post makes its holder head of the unit.
  public let isHead: Bool
  /// As what the post is held.
  public let assignmentKind: AssignmentKind
}

/// 構成員の記録 – who works in which units.
public enum MemberRecords: Sendable {
  /// The people within the scope who hold posts in the units on a day: by unit (建制順), rank and reading.
  ///
  /// Who holds several of the posts occurs once for each. One query for one unit; several units cost one more
  /// for each level above them, for their order.
  public static func members(
    of units: Set<RecordID<OrganizationUnit>>,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Member] {
    let members = try connection.rows(
      """
      SELECT e.id, e.family_name, e.given_name, e.family_kana, e.given_kana, p.unit, p.title, p.rank_band,
      p.head, a.kind
      FROM post p JOIN assignment a ON a.post = p.id JOIN employee e ON e.id = a.employee
      WHERE p.unit IN (\(list: PaddedList.of(units))) AND \(fragment: InForce.condition("a", on: date))
      AND \(fragment: InForce.service("e", on: date))
      AND \(fragment: scope.condition(employeeColumn: "e.id", on: date))
      ORDER BY e.family_kana \(fragment: connection.byCodePoint), e.given_kana \(fragment: connection.byCodePoint), a.id
      """
    ).map(member)
    guard units.count > 1 else { return members.sorted(by: inOrder { _ in 0 }) }
    let tree = try UnitRecords.branches(to: units, asOf: date, on: connection)
    return members.sorted(by: inOrder { tree.position(of: $0) ?? Int.max })
  }

  /// Compares by unit and rank only: sorting is stable, and the query has put the readings in order.
  private static func inOrder(
    _ position: @escaping (RecordID<OrganizationUnit>) -> Int
  ) -> (Member, Member) -> Bool {
    { left, right in
      (position(left.unit), left.rankBand.order) < (position(right.unit), right.rankBand.order)
    }
  }

  private static func member(_ row: SQLRow) throws -> Member {
    Member(
      employee: try row.value(0),
      name: try row.value(1, as: String.self) + " " + row.value(2, as: String.self),
      kana: try row.value(3, as: String.self) + " " + row.value(4, as: String.self),
      unit: try row.value(5),
      title: try row.value(6),
      rankBand: try row.value(7),
      isHead: try row.value(8),
      assignmentKind: try row.value(9)
    )
  }
}
