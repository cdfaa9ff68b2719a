public import CivilTime
public import Store

/// 上司の関係 – who is superior of whom on a day.
///
/// It is a relation, not a role given to an account.
public enum SuperiorRecords: Sendable {
  /// The units that somebody heads on a day: by a post that heads it, also acting or concurrent, or as deputy.
  ///
  /// The units below are not among them.
  public static func unitsHeaded(
    by employee: RecordID<Employee>,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<OrganizationUnit>> {
    let rows = try connection.rows(
      """
      SELECT h.unit
      FROM (\(fragment: headships(on: date, of: "a.employee = \(employee)", "d.employee = \(employee)"))) h
      ORDER BY h.unit
      """
    )
    return Set(try rows.map { try $0.value(0) })
  }

  /// The superiors of somebody on a day, in the order of their readings.
  ///
  /// These are the heads and deputies of the unit of the main post; for who heads it, those of the unit above.
  /// Where a unit has nobody, the one above it answers. It tells whom to ask, so it takes no scope: show no
  /// more of a superior than the name.
  public static func superiors(
    of employee: RecordID<Employee>,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Employee] {
    guard let unit = try AssignmentRecords.primaryUnit(of: employee, asOf: date, on: connection)
    else { return [] }
    let tree = try UnitRecords.branches(to: [unit], asOf: date, on: connection)
    let chain = [unit] + tree.ancestors(of: unit).map(\.id)
    let heads = try heads(of: Set(chain), asOf: date, on: connection)
    for unit in chain {
      let found = heads[unit] ?? []
      if found.isEmpty || found.contains(where: { $0.employee.id == employee && $0.isHead }) { continue }
      let others = found.map(\.employee).filter { $0.id != employee }
      if !others.isEmpty { return distinct(others) }
    }
    return []
  }

  private struct Head {
    let employee: Employee
    /// False for a deputy: a deputy's own superior is still the head.
    let isHead: Bool
  }

  private static func heads(
    of units: Set<RecordID<OrganizationUnit>>,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: [Head]] {
    var heads: [RecordID<OrganizationUnit>: [Head]] = [:]
    let list = PaddedList.of(units)
    let leading = headships(on: date, of: "p.unit IN (\(list: list))", "d.unit IN (\(list: list))")
    let rows = try connection.rows(
      """
      SELECT h.unit, h.head, \(fragment: EmployeeRecords.columns)
      FROM (\(fragment: leading)) h JOIN employee e ON e.id = h.employee
      ORDER BY e.family_kana \(fragment: connection.byCodePoint), e.given_kana \(fragment: connection.byCodePoint), e.id,
      h.unit, h.head
      """
    )
    for row in rows {
      let head = Head(employee: try EmployeeRecords.employee(row, at: 2), isHead: try row.value(1))
      heads[try row.value(0), default: []].append(head)
    }
    return heads
  }

  /// Unit, employee and whether as head, of those who lead a unit on a day and are in service.
  ///
  /// The condition stands inside both halves, so that each finds its index.
  private static func headships(
    on date: CivilDate,
    of assignmentCondition: SQLText,
    _ deputyCondition: SQLText
  ) -> SQLText {
    """
    SELECT p.unit AS unit, a.employee AS employee, TRUE AS head
    FROM assignment a JOIN post p ON p.id = a.post JOIN employee s ON s.id = a.employee
    WHERE p.head AND \(fragment: assignmentCondition) AND \(fragment: InForce.condition("a", on: date))
    AND \(fragment: InForce.service("s", on: date))
    UNION ALL
    SELECT d.unit, d.employee, FALSE FROM deputy d JOIN employee s ON s.id = d.employee
    WHERE \(fragment: deputyCondition) AND \(fragment: InForce.condition("d", on: date))
    AND \(fragment: InForce.service("s", on: date))
    """
  }

  private static func distinct(_ employees: [Employee]) -> [Employee] {
    var seen: Set<RecordID<Employee>> = []
    return employees.filter { seen.insert($0.id).inserted }
  }
}
