public import CivilTime
public import Store

/// Forgets what has expired: sessions, failures, keys of forms.
public enum AccessHousekeeping: Sendable {
  /// Runs once; safe on several nodes at once.
  public static func run(_ database: any SQLDatabase, clock: any WallClock) async throws {
    let now = clock.now()
    try await database.write { connection in
      _ = try SessionRecords.deleteExpired(at: now, on: connection)
      try FailedSignInRecords.deleteOld(at: now, on: connection)
      try OnceRecords.forgetOld(at: now, on: connection)
    }
  }
}
