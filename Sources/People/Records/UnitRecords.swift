public import CivilTime
public import Store

/// 組織の記録 – reads and writes units and the periods in which they were called and placed so.
public enum UnitRecords: Sendable {
  /// All units in force on a day; one query.
  public static func tree(asOf date: CivilDate, on connection: any SQLConnection) throws -> UnitTree {
    let units = try connection.rows(
      """
      SELECT \(fragment: columns) FROM unit_period up JOIN unit u ON u.id = up.unit
      WHERE \(fragment: InForce.condition("up", on: date)) ORDER BY up.unit, up.valid_from
      """
    ).map(unit)
    return UnitTree(units: units, date: date)
  }

  /// Some units and all above them, as far as they are in force on a day.
  ///
  /// They stand in the same order as in the whole tree, and it costs one query a level, however large that tree is.
  public static func branches(
    to units: Set<RecordID<OrganizationUnit>>,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> UnitTree {
    var found: [RecordID<OrganizationUnit>: OrganizationUnit] = [:]
    var wanted = units
    while !wanted.isEmpty {
      let level = try connection.rows(
        """
        SELECT \(fragment: columns) FROM unit_period up JOIN unit u ON u.id = up.unit
        WHERE up.unit IN (\(list: PaddedList.of(wanted))) AND \(fragment: InForce.condition("up", on: date))
        """
      ).map(unit)
      for unit in level { found[unit.id] = unit }
      wanted = Set(level.compactMap(\.parent).filter { found[$0] == nil })
    }
    return UnitTree(units: Array(found.values), date: date)
  }

  /// Every period of every unit, in the order of their days.
  public static func history(on connection: any SQLConnection) throws -> [OrganizationUnit] {
    try connection.rows(
      """
      SELECT \(fragment: columns) FROM unit_period up JOIN unit u ON u.id = up.unit
      ORDER BY up.unit, up.valid_from
      """
    ).map(unit)
  }

  /// Writes new units with their first periods; a parent may stand anywhere among them.
  ///
  /// - Throws: ``StoreError/unique(constraint:)`` when a code is taken within the employer.
  public static func insert(_ units: [OrganizationUnit], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "unit",
      columns: ["id", "employer", "code"],
      rows: units.map { [$0.id.sqlValue, $0.employer.sqlValue, $0.code.sqlValue] }
    )
    try insertPeriods(units, on: connection)
  }

  /// Renames or moves a unit from `changed.from` on; the period until then ends the day before.
  ///
  /// - Throws: ``StoreError/unique(constraint:)`` when a period begins on that very day.
  public static func change(to changed: OrganizationUnit, on connection: any SQLConnection) throws {
    try end(changed.id, lastDay: changed.from.adding(days: -1), on: connection)
    try insertPeriods([changed], on: connection)
  }

  /// 廃止: ends the period of a unit that is in force on its last day; nothing is deleted.
  public static func end(
    _ unit: RecordID<OrganizationUnit>,
    lastDay: CivilDate,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      UPDATE unit_period SET valid_to = \(lastDay) WHERE unit = \(unit) AND valid_from <= \(lastDay)
      AND (valid_to IS NULL OR valid_to > \(lastDay))
      """
    )
  }

  /// Lets a period begin on another day, be of another kind or stand in another place, as a correction.
  static func correct(
    periodOf unit: RecordID<OrganizationUnit>,
    beginningOn storedFrom: CivilDate,
    from: CivilDate,
    kind: UnitKind,
    sortOrder: Int,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      UPDATE unit_period SET valid_from = \(from), kind = \(kind), sort_order = \(sortOrder)
      WHERE unit = \(unit) AND valid_from = \(storedFrom)
      """
    )
  }

  private static func insertPeriods(
    _ units: [OrganizationUnit],
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "unit_period",
      columns: ["unit", "valid_from", "valid_to", "parent", "name", "kind", "sort_order"],
      rows: units.map { unit in
        [
          unit.id.sqlValue, unit.from.sqlValue, unit.to?.sqlValue ?? .null,
          unit.parent?.sqlValue ?? .null, unit.name.sqlValue, unit.kind.sqlValue,
          unit.sortOrder.sqlValue,
        ]
      }
    )
  }

  private static let columns: SQLText = """
    up.unit, u.employer, u.code, up.parent, up.name, up.kind, up.sort_order, up.valid_from, up.valid_to
    """

  private static func unit(_ row: SQLRow) throws -> OrganizationUnit {
    OrganizationUnit(
      id: try row.value(0),
      employer: try row.value(1),
      code: try row.value(2),
      parent: try row.optional(3),
      name: try row.value(4),
      kind: try row.value(5),
      sortOrder: try row.value(6),
      from: try row.value(7),
      to: try row.optional(8)
    )
  }
}
