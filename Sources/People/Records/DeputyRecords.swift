public import CivilTime
public import Store

/// 代理の記録 – reads and writes named deputies.
public enum DeputyRecords: Sendable {
  /// The deputies of a unit who are in force on a day, or will be later; the earliest first.
  public static func deputies(
    of unit: RecordID<OrganizationUnit>,
    from date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Deputy] {
    try connection.rows(
      """
      SELECT d.id, d.unit, d.employee, d.valid_from, d.valid_to FROM deputy d
      WHERE d.unit = \(unit) AND (d.valid_to IS NULL OR d.valid_to >= \(date)) ORDER BY d.valid_from, d.id
      """
    ).map { row in
      Deputy(
        id: try row.value(0),
        unit: try row.value(1),
        employee: try row.value(2),
        from: try row.value(3),
        to: try row.optional(4)
      )
    }
  }

  /// Writes a deputy.
  public static func insert(_ deputy: Deputy, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO deputy (id, unit, employee, valid_from, valid_to)
      VALUES (\(deputy.id), \(deputy.unit), \(deputy.employee), \(deputy.from), \(deputy.to))
      """
    )
  }

  /// Lets a deputy who is in force on `lastDay` end with that day.
  public static func end(
    _ deputy: RecordID<Deputy>,
    lastDay: CivilDate,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      "UPDATE deputy SET valid_to = \(lastDay) WHERE id = \(deputy) AND valid_from <= \(lastDay)"
    )
  }
}
