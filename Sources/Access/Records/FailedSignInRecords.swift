internal import CivilTime
internal import Store

/// Counts failed sign-ins by login and by address.
///
/// Only the digest of a login is stored, because people type passwords into the wrong field.
enum FailedSignInRecords {
  static let window: Int64 = 15 * 60 * 1000
  static let mostPerLogin = 5
  /// A whole office may stand behind one address.
  static let mostPerAddress = 100

  static func isThrottled(
    login: String,
    address: String,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Bool {
    let since = now.adding(milliseconds: -window)
    let forLogin: Int? = try connection.value(
      "SELECT COUNT(*) FROM failed_sign_in WHERE login_digest = \(digest(login)) AND at > \(since)"
    )
    let forAddress: Int? = try connection.value(
      "SELECT COUNT(*) FROM failed_sign_in WHERE address = \(address) AND at > \(since)"
    )
    return (forLogin ?? 0) >= mostPerLogin || (forAddress ?? 0) >= mostPerAddress
  }

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

  static func clear(login: String, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM failed_sign_in WHERE login_digest = \(digest(login))")
  }

  static func deleteOld(at now: Instant, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM failed_sign_in WHERE at < \(now.adding(milliseconds: -window))")
  }

  private static func digest(_ login: String) -> [UInt8] { SecretBytes.digest(login) }
}

/// One failed sign-in.
enum FailedSignIn {}
