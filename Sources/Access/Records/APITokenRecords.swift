public import CivilTime
public import Store

/// What a bearer token may do.
public enum APIScope: String, Sendable, Hashable, CaseIterable {
  /// Record clock-ins and clock-outs of the token's account.
  case clockWrite = "clock:write"
  /// Read one's own months.
  case monthRead = "month:read"
  /// Hand in clock records of an employer's staff, as a terminal.
  case punchesWrite = "punches:write"
}

/// A bearer token for programs.
public struct APIToken: Sendable, Hashable {
  /// Whose it is.
  public let account: RecordID<Account>
  /// What it may do.
  public let scopes: Set<APIScope>
}

/// What an operator sees of a token; its secret is known to nobody but its holder.
public struct StoredToken: Sendable, Hashable {
  /// The identifier.
  public let id: RecordID<APIToken>
  /// What it is for.
  public let label: String
  /// What it may do, with spaces between.
  public let scopes: String
  /// When it ends by itself.
  public let expiresAt: Instant
}

/// Reads and writes tokens; only their digests are stored.
public enum APITokenRecords: Sendable {
  /// The token behind a secret, if it is in force.
  static func token(
    _ secret: BearerSecret,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> APIToken? {
    try connection.row(
      """
      SELECT account, scopes FROM api_token
      WHERE digest = \(secret.digest) AND expires_at > \(now) AND revoked_at IS NULL
      """
    ).map { row in
      let words = try row.value(1, as: String.self).utf8.split(separator: UInt8(ascii: " "))
      return APIToken(
        account: try row.value(0),
        scopes: Set(words.compactMap { APIScope(rawValue: String(Substring($0))) })
      )
    }
  }

  /// The tokens of an account that are in force, the oldest first.
  static func inForce(
    of account: RecordID<Account>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> [StoredToken] {
    try connection.rows(
      """
      SELECT id, label, scopes, expires_at FROM api_token
      WHERE account = \(account) AND expires_at > \(now) AND revoked_at IS NULL ORDER BY id
      """
    ).map { row in
      StoredToken(
        id: try row.value(0),
        label: try row.value(1),
        scopes: try row.value(2),
        expiresAt: try row.value(3)
      )
    }
  }

  /// Ends a token.
  static func revoke(_ token: RecordID<APIToken>, at now: Instant, on connection: any SQLConnection) throws {
    try connection.execute(
      "UPDATE api_token SET revoked_at = \(now) WHERE id = \(token) AND revoked_at IS NULL"
    )
  }

  /// Adds a token.
  static func insert(
    _ secret: BearerSecret,
    id: RecordID<APIToken>,
    account: RecordID<Account>,
    label: String,
    scopes: Set<APIScope>,
    at now: Instant,
    expiresAt: Instant,
    on connection: any SQLConnection
  ) throws {
    let words = scopes.map(\.rawValue).sorted().joined(separator: " ")
    try connection.execute(
      """
      INSERT INTO api_token (id, digest, account, label, scopes, created_at, expires_at)
      VALUES (\(id), \(secret.digest), \(account), \(label), \(words), \(now), \(expiresAt))
      """
    )
  }
}
