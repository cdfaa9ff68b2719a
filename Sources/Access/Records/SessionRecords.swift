package import CivilTime
package import Store

/// Reads and writes sessions; only digests of their secrets are stored.
package enum SessionRecords: Sendable {
  /// Opens a session of an account.
  package static func insert(
    _ secret: BearerSecret,
    account: RecordID<Account>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO session (digest, account, created_at, last_seen_at)
      VALUES (\(secret.digest), \(account), \(now), \(now))
      """
    )
  }

  static func touch(_ secret: BearerSecret, at now: Instant, on connection: any SQLConnection) throws {
    try connection.execute(
      "UPDATE session SET last_seen_at = \(now) WHERE digest = \(secret.digest) AND last_seen_at < \(now)"
    )
  }

  static func delete(_ secret: BearerSecret, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM session WHERE digest = \(secret.digest)")
  }

  static func deleteAll(of account: RecordID<Account>, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM session WHERE account = \(account)")
  }

  static func deleteExpired(at now: Instant, on connection: any SQLConnection) throws -> Int {
    let oldest = now.adding(milliseconds: -SessionLimits.absolute)
    let idle = now.adding(milliseconds: -SessionLimits.idle)
    return try connection.execute(
      "DELETE FROM session WHERE created_at < \(oldest) OR last_seen_at < \(idle)"
    )
  }
}

/// How long a session lives, in milliseconds.
enum SessionLimits {
  /// Half an hour without a request.
  static let idle: Int64 = 30 * 60 * 1000
  /// A working day.
  static let absolute: Int64 = 12 * 60 * 60 * 1000
  /// How stale the time of the last request may stand in the database.
  static let touchAfter: Int64 = 60 * 1000
}
