public import CivilTime
public import Store

/// 占有: makes sure that of several processes on one database only one does a piece of work.
///
/// A lease ends by itself, so that a process that died holds nobody up for long.
public enum Lease: Sendable {
  /// Takes a lease, or takes one's own again; false when another process holds it.
  ///
  /// - Throws: ``StoreError`` from the engine.
  public static func take(
    _ name: String,
    holder: String,
    milliseconds: Int64,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Bool {
    let until = now.adding(milliseconds: milliseconds)
    let changed = try connection.execute(
      """
      INSERT INTO figure_lease (name, holder, held_until) VALUES (\(name), \(holder), \(until))
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
      WHERE figure_lease.held_until < \(now) OR figure_lease.holder = excluded.holder
      """
    )
    return changed > 0
  }

  /// Gives a lease back; one that has passed to another stays theirs.
  ///
  /// - Throws: ``StoreError`` from the engine.
  public static func release(_ name: String, holder: String, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM figure_lease WHERE name = \(name) AND holder = \(holder)")
  }
}
