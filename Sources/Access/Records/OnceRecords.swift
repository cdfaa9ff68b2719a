public import CivilTime
public import Store

/// Remembers what a form or an API call did, so that sending it twice does it once.
public enum OnceRecords: Sendable {
  /// What was answered when this key was sent before; nil when it is new.
  public static func outcome(
    of once: String,
    account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws -> String? {
    try connection.value("SELECT outcome FROM once_key WHERE account = \(account) AND once = \(once)")
  }

  /// Remembers the answer in the transaction of the change.
  public static func remember(
    _ outcome: String,
    of once: String,
    account: RecordID<Account>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO once_key (account, once, outcome, created_at)
      VALUES (\(account), \(once), \(outcome), \(now))
      """
    )
  }

  /// Forgets keys older than a week.
  public static func forgetOld(at now: Instant, on connection: any SQLConnection) throws {
    let week: Int64 = 7 * 24 * 3600 * 1000
    try connection.execute("DELETE FROM once_key WHERE created_at < \(now.adding(milliseconds: -week))")
  }
}
