internal import CivilTime
internal import People
internal import Store

/// Finds out who somebody is today: account, posts held, units headed, roles granted.
enum ActorRecords {
  struct LiveSession: Sendable {
    let account: RecordID<Account>
    let lastSeenAt: Instant
    let revision: PeopleRevision
  }

  /// The session behind a secret, unless it has been idle or has lived too long.
  static func session(
    _ secret: BearerSecret,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> LiveSession? {
    let idle = now.adding(milliseconds: -SessionLimits.idle)
    let oldest = now.adding(milliseconds: -SessionLimits.absolute)
    return try connection.row(
      """
      SELECT s.account, s.last_seen_at, r.number FROM session s CROSS JOIN people_revision r
      WHERE s.digest = \(secret.digest) AND s.last_seen_at > \(idle) AND s.created_at > \(oldest)
      """
    ).map { row in
      LiveSession(account: try row.value(0), lastSeenAt: try row.value(1), revision: try row.value(2))
    }
  }

  /// The actor of an account; nil when it is locked or its employee is not in service today.
  static func actor(
    _ account: RecordID<Account>,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> Actor? {
    guard
      let row = try connection.row(
        """
        SELECT a.employee, a.name, e.family_name, e.given_name, e.hired_on, e.left_on
        FROM account a LEFT JOIN employee e ON e.id = a.employee
        WHERE a.id = \(account) AND a.locked_at IS NULL
        """
      )
    else { return nil }
    let grants = try RoleGrantRecords.grants(of: account, on: today, connection: connection)
    guard let employee = try row.optional(0, as: RecordID<Employee>.self) else {
      return Actor(
        account: account,
        employee: nil,
        name: try row.value(1),
        unit: nil,
        roles: Set(grants.map(\.role))
      )
    }
    let hiredOn: CivilDate = try row.value(4)
    let leftOn: CivilDate? = try row.optional(5)
    guard hiredOn <= today, leftOn.map({ today <= $0 }) ?? true else { return nil }
    let name = try row.value(2, as: String.self) + " " + row.value(3, as: String.self)
    let posts = try heldPosts(by: employee, on: today, connection: connection)
    let headed = try SuperiorRecords.unitsHeaded(by: employee, asOf: today, on: connection)
    return actor(account, employee, name: name, posts: posts, headed: headed, grants: grants)
  }

  /// Whether the account is not locked and its employee, if it has one, in service.
  static func mayWork(
    _ account: RecordID<Account>,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> Bool {
    try actor(account, on: today, connection: connection) != nil
  }

  private struct HeldPost {
    let unit: RecordID<OrganizationUnit>
    let unitName: String
    let isManagerial: Bool
    let isExecutive: Bool
    let isPrimary: Bool
  }

  private static func actor(
    _ account: RecordID<Account>,
    _ employee: RecordID<Employee>,
    name: String,
    posts: [HeldPost],
    headed: Set<RecordID<OrganizationUnit>>,
    grants: [RoleGrant]
  ) -> Actor {
    var roles = Set(grants.map(\.role)).union([.staff])
    if !headed.isEmpty { roles.insert(.superior) }
    if posts.contains(where: \.isManagerial) { roles.insert(.manager) }
    if posts.contains(where: \.isExecutive) { roles.insert(.executive) }
    let primary = posts.first(where: \.isPrimary) ?? posts.first
    return Actor(
      account: account,
      employee: employee,
      name: name,
      unit: primary.map { ($0.unit, $0.unitName) },
      roles: roles,
      headedUnits: headed,
      keptUnits: Set(grants.filter { $0.role == .timeKeeper }.compactMap(\.unit)),
      personnelEmployers: Set(grants.filter { $0.role == .hr }.compactMap(\.employer))
    )
  }

  private static func heldPosts(
    by employee: RecordID<Employee>,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> [HeldPost] {
    try connection.rows(
      """
      SELECT p.unit, up.name, p.managerial, p.executive, a.kind
      FROM assignment a JOIN post p ON p.id = a.post
      LEFT JOIN unit_period up ON up.unit = p.unit AND up.valid_from <= \(today)
      AND (up.valid_to IS NULL OR up.valid_to >= \(today))
      WHERE a.employee = \(employee) AND a.valid_from <= \(today)
      AND (a.valid_to IS NULL OR a.valid_to >= \(today)) ORDER BY a.valid_from, a.id
      """
    ).map { row in
      HeldPost(
        unit: try row.value(0),
        unitName: try row.optional(1) ?? "",
        isManagerial: try row.value(2),
        isExecutive: try row.value(3),
        isPrimary: try row.value(4, as: AssignmentKind.self) == .primary
      )
    }
  }

  struct Unregistered: Sendable {
    let employee: RecordID<Employee>
    let login: String
    let name: String
  }

  /// People in service without an account.
  ///
  /// The login is the employee number; where several employers use the same number, the employer's code
  /// stands before it; where that is taken too, -2, -3 and so on stand behind it.
  static func employeesWithoutAccount(
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> [Unregistered] {
    let taken = try connection.rows("SELECT login FROM account ORDER BY id").map { row in
      try row.value(0, as: String.self)
    }
    var logins = Set(taken)
    return try connection.rows(
      """
      SELECT e.id, e.number, o.code, e.family_name, e.given_name
      FROM employee e JOIN employer o ON o.id = e.employer
      LEFT JOIN account a ON a.employee = e.id
      WHERE a.id IS NULL AND e.hired_on <= \(today) AND (e.left_on IS NULL OR e.left_on >= \(today))
      ORDER BY o.id, e.number, e.id
      """
    ).map { row in
      let number: String = try row.value(1)
      let prefixed = try row.value(2, as: String.self) + "-" + number
      var login = number
      var count = 1
      while !logins.insert(login).inserted {
        login = count == 1 ? prefixed : "\(prefixed)-\(count)"
        count += 1
      }
      let name = try row.value(3, as: String.self) + " " + row.value(4, as: String.self)
      return Unregistered(employee: try row.value(0), login: login, name: name)
    }
  }
}
