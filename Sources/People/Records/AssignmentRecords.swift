public import CivilTime
public import Store

/// 発令の記録 – reads and writes who holds which post.
public enum AssignmentRecords: Sendable {
  /// An assignment together with its post.
  public struct Held: Sendable, Hashable {
    /// The assignment.
    public let assignment: Assignment
    /// The post held.
    public let post: Post

    /// What is known to all on a day: nil for a post that begins later, and no last day that has not come yet, for
    /// either tells of a move before its day.
    public func announced(by date: CivilDate) -> Held? {
      guard assignment.from <= date else { return nil }
      guard let to = assignment.to, to >= date else { return self }
      let open = Assignment(
        id: assignment.id,
        employee: assignment.employee,
        post: assignment.post,
        kind: assignment.kind,
        from: assignment.from
      )
      return Held(assignment: open, post: post)
    }
  }

  /// All assignments of a person within the scope, the newest first; empty for a person outside it.
  public static func assignments(
    of employee: RecordID<Employee>,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Held] {
    try connection.rows(
      """
      SELECT \(fragment: columns), \(fragment: PostRecords.columns)
      FROM assignment a JOIN post p ON p.id = a.post WHERE a.employee = \(employee)
      AND \(fragment: scope.condition(employeeColumn: "a.employee", on: date))
      ORDER BY a.valid_from DESC, a.id DESC
      """
    ).map { row in Held(assignment: try assignment(row), post: try PostRecords.post(row, at: 6)) }
  }

  /// The unit of the main post on a day; nil for those who hold none or are not in service.
  ///
  /// This is the plain fact that rules ask for; what is shown to people goes through a scope.
  public static func primaryUnit(
    of employee: RecordID<Employee>,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> RecordID<OrganizationUnit>? {
    try connection.value(
      """
      SELECT p.unit FROM assignment a JOIN post p ON p.id = a.post JOIN employee e ON e.id = a.employee
      WHERE a.employee = \(employee) AND a.kind = \(AssignmentKind.primary)
      AND \(fragment: InForce.condition("a", on: date)) AND \(fragment: InForce.service("e", on: date))
      ORDER BY a.valid_from DESC, a.id DESC LIMIT 1
      """
    )
  }

  /// Every assignment of an employer's people, for imports and exports.
  static func forEach(
    of employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection,
    _ body: (Assignment) throws -> Void
  ) throws {
    try connection.forEachRow(
      """
      SELECT \(fragment: columns) FROM assignment a JOIN employee e ON e.id = a.employee
      WHERE e.employer IN (\(list: PaddedList.of(employers))) ORDER BY a.id
      """
    ) { try body(try assignment($0)) }
  }

  /// Writes new assignments.
  public static func insert(_ assignments: [Assignment], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "assignment",
      columns: ["id", "employee", "post", "kind", "valid_from", "valid_to"],
      rows: assignments.map { assignment in
        [
          assignment.id.sqlValue, assignment.employee.sqlValue, assignment.post.sqlValue,
          assignment.kind.sqlValue, assignment.from.sqlValue, assignment.to?.sqlValue ?? .null,
        ]
      }
    )
  }

  /// Ends an assignment, or corrects its post.
  static func update(_ assignment: Assignment, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      UPDATE assignment SET post = \(assignment.post), valid_to = \(assignment.to)
      WHERE id = \(assignment.id)
      """
    )
  }

  static let columns: SQLText = "a.id, a.employee, a.post, a.kind, a.valid_from, a.valid_to"

  static func assignment(_ row: SQLRow) throws -> Assignment {
    Assignment(
      id: try row.value(0),
      employee: try row.value(1),
      post: try row.value(2),
      kind: try row.value(3),
      from: try row.value(4),
      to: try row.optional(5)
    )
  }
}
