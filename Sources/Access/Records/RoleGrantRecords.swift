public import CivilTime
public import Store

/// Reads and writes granted roles.
public enum RoleGrantRecords: Sendable {
  /// The grants of an account in force on a day.
  public static func grants(
    of account: RecordID<Account>,
    on date: CivilDate,
    connection: any SQLConnection
  ) throws -> [RoleGrant] {
    try connection.rows(
      """
      SELECT role, employer, unit, valid_from, valid_to FROM role_grant
      WHERE account = \(account) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date))
      ORDER BY id
      """
    ).map { row in
      RoleGrant(
        try row.value(0),
        employer: try row.optional(1),
        unit: try row.optional(2),
        from: try row.value(3),
        to: try row.optional(4)
      )
    }
  }

  /// Adds a grant.
  public static func insert(
    _ grant: RoleGrant,
    id: RecordID<RoleGrant>,
    to account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO role_grant (id, account, role, employer, unit, valid_from, valid_to)
      VALUES (\(id), \(account), \(grant.role), \(grant.employer), \(grant.unit), \(grant.from), \(grant.to))
      """
    )
  }
}
