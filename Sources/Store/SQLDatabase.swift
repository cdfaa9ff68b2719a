/// A database of either engine.
///
/// Bodies are synchronous, so that nothing can wait inside a transaction. A write body may run more than once
/// (after a serialization failure): identifiers and times come from outside it.
public protocol SQLDatabase: Sendable {
  /// Which engine this is.
  var dialect: SQLDialect { get }

  /// Runs reads in one consistent snapshot; writing inside it is refused.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// Runs a short read, of rows found by key and no more than a page shows; where it can, on the calling thread.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  func glance<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// Runs one transaction. When this returns, the change is on disk; when it throws, nothing was changed.
  ///
  /// - Throws: whatever the body throws; ``StoreError`` from the engine.
  @discardableResult
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// Closes all connections; later calls throw ``StoreError/closed``.
  func close() async
}

extension SQLDatabase {
  /// Runs a read like any other.
  public func glance<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await read(body)
  }
}

/// The engine behind a database.
public enum SQLDialect: String, Sendable, Hashable, CaseIterable {
  /// SQLite 3, one file.
  case sqlite
  /// PostgreSQL 15 or later, one schema.
  case postgres
}

/// One connection inside one transaction; it must not leave the body it was given to.
public protocol SQLConnection {
  /// Which engine this is.
  var dialect: SQLDialect { get }

  /// All rows of a query.
  func rows(_ sql: SQLText) throws(StoreError) -> [SQLRow]

  /// Calls back with each row of a short result.
  func readRows(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws

  /// Calls back with each row, holding one at a time in memory on SQLite and a batch on PostgreSQL.
  func forEachRow(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws

  /// Runs a statement; answers how many rows it changed.
  @discardableResult
  func execute(_ sql: SQLText) throws(StoreError) -> Int

  /// Inserts many rows by the fastest way of the engine. `table` and `columns` are literals of ours.
  func insert(into table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws(StoreError)

  /// Runs a nested part that is undone on its own when it throws.
  func savepoint<Value>(_ body: () throws -> Value) throws -> Value
}

extension SQLConnection {
  /// The first row of a query, or nil.
  public func row(_ sql: SQLText) throws(StoreError) -> SQLRow? {
    try rows(sql).first
  }

  /// All rows of a query, each read as it comes.
  @inlinable
  @inline(__always)
  public func rows<Value>(_ sql: SQLText, _ read: (SQLRow) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try readRows(sql) { row in values.append(try read(row)) }
    return values
  }

  /// Calls back with each row of ``rows(_:)``.
  public func readRows(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    for row in try rows(sql) { try body(row) }
  }

  /// The first column of the first row; nil when there is no row or the value is NULL.
  public func value<Value: SQLReadable>(_ sql: SQLText, as type: Value.Type = Value.self) throws -> Value? {
    guard let row = try row(sql) else { return nil }
    return try row.optional(0)
  }
}
