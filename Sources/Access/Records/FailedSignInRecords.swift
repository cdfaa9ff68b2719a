internal import CivilTime
internal import Store

/// Counts tries to sign in by login and by address.
///
/// Only the digest of a login is stored, because people type passwords into the wrong field.
enum FailedSignInRecords {
  static let window: Int64 = 15 * 60 * 1000
  /// A try that has not been judged by then never will be: its process has ended.
  static let longestJudgement: Int64 = 60 * 1000
  static let mostPerLogin = 5
  /// A whole office may stand behind one address.
  static let mostPerAddress = 100

  /// Whether somebody may try.
  enum Standing {
    case open
    /// Tries for this login are being looked at: one of them may be right.
    case waiting
    /// Too many were wrong.
    case closed
  }

  static func standing(
    login: String,
    address: String,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Standing {
    let since = now.adding(milliseconds: -window)
    let begun = now.adding(milliseconds: -longestJudgement)
    let row = try connection.row(
      """
      SELECT COUNT(*), COUNT(wrong_at) FROM failed_sign_in WHERE login_digest = \(digest(login))
      AND at > \(since) AND (wrong_at IS NOT NULL OR at > \(begun))
      """
    )
    if try row?.value(1) ?? 0 >= mostPerLogin { return .closed }
    if !isShared(address), try wrong(from: address, since: since, on: connection) >= mostPerAddress {
      return .closed
    }
    return try row?.value(0) ?? 0 >= mostPerLogin ? .waiting : .open
  }

  private static func wrong(
    from address: String,
    since: Instant,
    on connection: any SQLConnection
  ) throws -> Int {
    try connection.value(
      """
      SELECT COUNT(*) FROM failed_sign_in WHERE address = \(address) AND at > \(since)
      AND wrong_at IS NOT NULL
      """
    ) ?? 0
  }

  /// Whether everybody comes from this address: this machine's, where a proxy stands in front, or none.
  static func isShared(_ address: String) -> Bool {
    let shared = ["127.", "::ffff:127."]
    return address.utf8.isEmpty || address.utf8.elementsEqual("::1".utf8)
      || shared.contains { address.utf8.starts(with: $0.utf8) }
  }

  /// Counts a try that is yet to be judged.
  static func insert(
    id: RecordID<FailedSignIn>,
    login: String,
    address: String,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO failed_sign_in (id, login_digest, address, at)
      VALUES (\(id), \(digest(login)), \(address), \(now))
      """
    )
  }

  /// Says that a try was wrong.
  static func judge(_ id: RecordID<FailedSignIn>, at now: Instant, on connection: any SQLConnection) throws {
    try connection.execute("UPDATE failed_sign_in SET wrong_at = \(now) WHERE id = \(id)")
  }

  static func clear(login: String, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM failed_sign_in WHERE login_digest = \(digest(login))")
  }

  static func deleteOld(at now: Instant, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM failed_sign_in WHERE at < \(now.adding(milliseconds: -window))")
  }

  private static func digest(_ login: String) -> [UInt8] { SecretBytes.digest(login) }
}

/// One try to sign in that was wrong, or is being looked at.
enum FailedSignIn {}
