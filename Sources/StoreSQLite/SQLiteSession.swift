internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Store

/// One connection to the file.
///
/// GRDB opens and configures it; statements run on its handle directly, by the one
/// queue that owns the session, which spares a hop and two copies for each value.
@safe final class SQLiteSession {
  enum Mode {
    case read
    case write
  }

  let handle: OpaquePointer
  let statements: StatementCache
  /// The first failure since the last savepoint: as on PostgreSQL, nothing runs after it until that is undone.
  var failure: StoreError?
  private let owner: DatabaseQueue

  private init(owner: DatabaseQueue, handle: OpaquePointer) {
    self.owner = owner
    unsafe self.handle = handle
    statements = unsafe StatementCache(handle: handle)
  }

  /// Opens the file; a writer creates it where it is missing.
  static func open(path: String, mode: Mode) throws(StoreError) -> SQLiteSession {
    do {
      let owner = try DatabaseQueue(path: path, configuration: configuration(for: mode))
      guard let handle = unsafe owner.inDatabase({ unsafe $0.sqliteConnection }) else {
        throw StoreError.closed
      }
      // GRDB watches what its own calls touch and commit; these are not its calls.
      unsafe sqlite3_set_authorizer(handle, nil, nil)
      unsafe sqlite3_commit_hook(handle, nil, nil)
      unsafe sqlite3_rollback_hook(handle, nil, nil)
      let session = unsafe SQLiteSession(owner: owner, handle: handle)
      try session.configure(mode)
      return session
    } catch let error as DatabaseError {
      throw .cannotOpen("\(path): \(error.message ?? "SQLite error \(error.resultCode.rawValue)")")
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotOpen("\(path): \(error)")
    }
  }

  private static func configuration(for mode: Mode) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    switch mode {
    case .read: configuration.readonly = true
    case .write: configuration.journalMode = .wal
    }
    return configuration
  }

  private func configure(_ mode: Mode) throws(StoreError) {
    try pragma("PRAGMA cache_size = -8000")
    guard mode == .write else { return }
    // GRDB sets NORMAL with WAL, which may lose the last commits when the power fails.
    try pragma("PRAGMA synchronous = FULL")
    // 32 MiB: the same pages change again and again in the morning, and are copied into the file once.
    try pragma("PRAGMA wal_autocheckpoint = 8000")
    // Otherwise REPLACE deletes rows without asking their triggers.
    try pragma("PRAGMA recursive_triggers = ON")
    try pragma("PRAGMA journal_size_limit = 67108864")
  }

  private func pragma(_ text: SQLText) throws(StoreError) {
    _ = try rows(text)
  }

  /// Whether a transaction is open; SQLite ends one by itself when the disk is full or the file unreadable.
  var isInTransaction: Bool {
    unsafe sqlite3_get_autocommit(handle) == 0
  }

  /// Gives up the statements and the file.
  func close() {
    statements.removeAll()
    // Closing fails only while statements are open, and none is.
    try? owner.close()
  }
}
