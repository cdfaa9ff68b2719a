package import Store

/// Passes queries on and remembers them.
package final class WatchedConnection: SQLConnection {
  private let connection: any SQLConnection
  /// What was asked for, in order.
  package private(set) var queries: [SQLText] = []

  /// Watches a connection.
  package init(_ connection: any SQLConnection) {
    self.connection = connection
  }

  package var dialect: SQLDialect { connection.dialect }

  package func rows(_ sql: SQLText) throws(StoreError) -> [SQLRow] {
    queries.append(sql)
    return try connection.rows(sql)
  }

  package func forEachRow(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    queries.append(sql)
    try connection.forEachRow(sql, body)
  }

  package func execute(_ sql: SQLText) throws(StoreError) -> Int { try connection.execute(sql) }

  package func insert(
    into table: StaticString,
    columns: [StaticString],
    rows: [[SQLValue]]
  ) throws(StoreError) {
    try connection.insert(into: table, columns: columns, rows: rows)
  }

  package func savepoint<Value>(_ body: () throws -> Value) throws -> Value { try connection.savepoint(body) }
}
