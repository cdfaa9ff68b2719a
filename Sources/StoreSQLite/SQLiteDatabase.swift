internal import Dispatch
internal import GRDB
public import Store

/// One SQLite file in WAL mode: many readers at once, and one writer that gathers concurrent writes into one
/// commit.
public final class SQLiteDatabase: SQLDatabase {
  private let readers: Lanes<SQLiteSession>
  /// Nil where the file is open for reading alone.
  private let writer: GroupCommit?
  private let path: String

  /// Always ``SQLDialect/sqlite``.
  public var dialect: SQLDialect { .sqlite }

  private init(path: String, writer: SQLiteSession?, readers: sending [SQLiteSession]) {
    self.path = path
    self.writer = writer.map { GroupCommit(session: $0) }
    self.readers = Lanes(readers, label: "hataraki.sqlite.reader")
  }

  /// Opens a database file, and creates it where it is missing.
  ///
  /// - Parameter readers: How many reads run at once; the others wait in line.
  /// - Throws: ``StoreError/cannotOpen(_:)`` when the file is no database or the folder cannot be written to.
  public static func open(path: String, readers: Int = 5) throws(StoreError) -> SQLiteDatabase {
    let writer = try SQLiteSession.open(path: path, mode: .write)
    var sessions: [SQLiteSession] = []
    for _ in 0..<max(1, readers) {
      sessions.append(try SQLiteSession.open(path: path, mode: .read))
    }
    return SQLiteDatabase(path: path, writer: writer, readers: sessions)
  }

  /// Opens a database file for reading alone: nothing in it changes, not even its journal mode.
  ///
  /// - Throws: ``StoreError/cannotOpen(_:)`` when the file is missing or no database.
  public static func openForReading(path: String) throws(StoreError) -> SQLiteDatabase {
    SQLiteDatabase(path: path, writer: nil, readers: [try SQLiteSession.open(path: path, mode: .read)])
  }

  /// Runs reads in one snapshot; a read that has begun is not disturbed by writers, and does not disturb them.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await readers.run { try $0.transaction(.deferred, body) }
  }

  /// Runs a read of a row or two on the calling thread if a connection is free, and like any other read if not.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  public func glance<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    if let value = try readers.runHere({ try $0.transaction(.deferred, body) }) { return value }
    return try await read(body)
  }

  /// Runs one transaction; what other tasks write at the same moment shares its commit, not its fate.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  @discardableResult
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    guard let writer else { throw StoreError.engine(code: "8", message: "the database is open for reading") }
    return try await writer.run(body)
  }

  /// Lets the work that waits finish, empties the write-ahead log and closes the file.
  public func close() async {
    await readers.close { $0.close() }
    await writer?.close()
  }

  /// Writes a copy of the database as it is now, while reads and writes go on.
  ///
  /// The file appears only when it is complete and on disk; an older one of that name is replaced.
  ///
  /// - Throws: ``StoreError/diskFull``, ``StoreError/cannotOpen(_:)``, ``StoreError/closed``.
  public func backup(to target: String) async throws {
    try await readers.run { _ in () }
    let source = path
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try SQLiteBackup.copy(from: source, to: target) })
      }
    }
  }

  /// Checks that a file is a whole SQLite database.
  ///
  /// - Throws: ``StoreError/cannotOpen(_:)`` with the first finding when it is not.
  public static func verify(path: String) throws(StoreError) {
    try SQLiteBackup.verify(path: path)
  }
}
