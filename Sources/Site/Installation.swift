public import Store

/// What an installation knows of itself (導入の情報).
public enum Installation: Sendable {
  /// The schema.
  public static let migrations = [
    Migration(
      "site-0001-installation",
      [
        """
        CREATE TABLE installation (
          name TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) {strict}
        """
      ]
    )
  ]

  /// Whether the database holds the made-up ministry.
  public static func isDemo(on connection: any SQLConnection) throws -> Bool {
    try connection.row("SELECT value FROM installation WHERE name = 'demo'") != nil
  }

  /// Says that the database holds the made-up ministry, made from a seed.
  public static func markAsDemo(seed: UInt64, on connection: any SQLConnection) throws {
    let seed = "\(seed)"
    try connection.execute("INSERT INTO installation (name, value) VALUES ('demo', \(seed))")
  }
}
