public import CivilTime
public import People
public import Store

/// Reads and writes accounts.
public enum AccountRecords: Sendable {
  /// The account with a login, compared byte by byte.
  public static func account(login: String, on connection: any SQLConnection) throws -> Account? {
    try connection.row(
      "SELECT id, login, employee, password FROM account WHERE login = \(login)"
    ).map(account)
  }

  /// The account of an employee.
  public static func account(
    of employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws -> Account? {
    try connection.row(
      "SELECT id, login, employee, password FROM account WHERE employee = \(employee)"
    ).map(account)
  }

  /// Adds an account without a password.
  public static func insert(
    id: RecordID<Account>,
    login: String,
    name: String,
    employee: RecordID<Employee>?,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO account (id, login, name, employee, created_at)
      VALUES (\(id), \(login), \(name), \(employee), \(now))
      """
    )
  }

  /// Sets a password and ends the set-up code.
  static func setPassword(
    _ hash: PasswordHash,
    of account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      UPDATE account SET password = \(hash.stored), setup_digest = NULL, setup_expires_at = NULL
      WHERE id = \(account)
      """
    )
  }

  /// Stores the digest of a set-up code.
  static func setSetupCode(
    _ digest: [UInt8],
    expiresAt: Instant,
    of account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      UPDATE account SET setup_digest = \(digest), setup_expires_at = \(expiresAt) WHERE id = \(account)
      """
    )
  }

  /// Locks an account or opens it again.
  ///
  /// A lock ends a set-up code. Answers whether that changed anything.
  static func setLocked(
    at instant: Instant?,
    _ account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws -> Bool {
    let wasLocked = try isLocked(account, on: connection)
    guard wasLocked != (instant != nil) else { return false }
    try connection.execute(
      """
      UPDATE account SET locked_at = \(instant), setup_digest = NULL, setup_expires_at = NULL
      WHERE id = \(account)
      """
    )
    return true
  }

  static func isLocked(_ account: RecordID<Account>, on connection: any SQLConnection) throws -> Bool {
    try connection.row("SELECT id FROM account WHERE id = \(account) AND locked_at IS NOT NULL") != nil
  }

  /// The logins of accounts that are open and have no password.
  ///
  /// - Parameter instant: leaves out those whose set-up code is still in force then; nil for none.
  static func loginsWithoutPassword(
    noCodeInForceAt instant: Instant?,
    on connection: any SQLConnection
  ) throws -> [String] {
    let latest = instant ?? Instant(milliseconds: .max)
    return try connection.rows(
      """
      SELECT login FROM account WHERE password IS NULL AND locked_at IS NULL
      AND (setup_expires_at IS NULL OR setup_expires_at <= \(latest)) ORDER BY login, id
      """
    ).map { row in try row.value(0) }
  }

  /// The account whose set-up code is this one and still in force.
  static func account(
    login: String,
    setupDigest: [UInt8],
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Account? {
    try connection.row(
      """
      SELECT id, login, employee, password FROM account
      WHERE login = \(login) AND setup_digest = \(setupDigest) AND setup_expires_at > \(now)
      AND locked_at IS NULL
      """
    ).map(account)
  }

  private static func account(_ row: SQLRow) throws -> Account {
    Account(
      id: try row.value(0),
      login: try row.value(1),
      employee: try row.optional(2),
      password: try row.optional(3, as: String.self).flatMap { PasswordHash(stored: $0) }
    )
  }
}
