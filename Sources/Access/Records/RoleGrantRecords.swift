public import CivilTime
internal import People
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

  /// Ends grants of a role with a day.
  ///
  /// Those that would begin later go. Answers how many were ended.
  ///
  /// - Parameters:
  ///   - employer: only the one for this employer; nil for any.
  ///   - unit: only the one for this unit; nil for any.
  static func end(
    _ role: Role,
    employer: RecordID<Employer>?,
    unit: RecordID<OrganizationUnit>?,
    of account: RecordID<Account>,
    lastDay: CivilDate,
    on connection: any SQLConnection
  ) throws -> Int {
    var conditions: [SQLText] = ["account = \(account)", "role = \(role)"]
    if let employer { conditions.append("employer = \(employer)") }
    if let unit { conditions.append("unit = \(unit)") }
    let meant = SQLText.joined(conditions, separator: " AND ")
    let gone = try connection.execute(
      "DELETE FROM role_grant WHERE \(fragment: meant) AND valid_from > \(lastDay)"
    )
    return try gone
      + connection.execute(
        """
        UPDATE role_grant SET valid_to = \(lastDay) WHERE \(fragment: meant)
        AND (valid_to IS NULL OR valid_to > \(lastDay))
        """
      )
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
