internal import GRDBSQLite
internal import Store

extension SQLiteSession: SQLConnection {
  var dialect: SQLDialect { .sqlite }

  func rows(_ sql: SQLText) throws(StoreError) -> [SQLRow] {
    try run(sql) { (statement) throws(StoreError) in
      var rows: [SQLRow] = []
      guard try statement.step() else { return rows }
      let columns = statement.columns()
      repeat {
        rows.append(SQLRow(columns: columns, values: statement.values(count: columns.count)))
      } while try statement.step()
      return rows
    }
  }

  func readRows(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    try forEachRow(sql, body)
  }

  func forEachRow(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    let statement = try begin(sql)
    defer { statement.end() }
    guard try step(statement) else { return }
    let columns = statement.columns()
    var row = SQLRow(columns: columns, values: statement.values(count: columns.count))
    try body(row)
    while try step(statement) {
      row.replaceValues { statement.value(at: Int32($0)) }
      try body(row)
    }
  }

  @discardableResult
  func execute(_ sql: SQLText) throws(StoreError) -> Int {
    try run(sql) { (statement) throws(StoreError) in
      let before = unsafe sqlite3_total_changes64(self.handle)
      while try statement.step() {}
      // The count of the last change stays when a statement changes nothing.
      guard unsafe sqlite3_total_changes64(self.handle) != before else { return 0 }
      return unsafe Int(sqlite3_changes64(self.handle))
    }
  }

  func insert(
    into table: StaticString,
    columns: [StaticString],
    rows: [[SQLValue]]
  ) throws(StoreError) {
    guard !rows.isEmpty else { return }
    let names = columns.map(\.description).joined(separator: ", ")
    let places = (1...max(1, columns.count)).map { "$\($0)" }.joined(separator: ", ")
    try poisoning { () throws(StoreError) in
      let statement = try statements.statement(
        for: "INSERT INTO \(table) (\(names)) VALUES (\(places))"
      )
      defer { statement.end() }
      for row in rows {
        try statement.begin(row)
        while try statement.step() {}
        statement.rewind()
      }
    }
  }

  func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
    try control(.savepoint)
    do {
      let value = try body()
      if let failure { throw failure }
      try control(.release)
      return value
    } catch {
      // When SQLite has ended the whole transaction there is nothing left to go back to.
      if isInTransaction {
        failure = nil
        try control(.rollbackToSavepoint)
        try control(.release)
      } else if failure == nil {
        failure = .engine(code: "4", message: "the transaction was rolled back")
      }
      throw error
    }
  }

  /// Runs a statement to its end; a failure stays until the savepoint or transaction around it is undone.
  private func run<Value>(
    _ sql: SQLText,
    _ body: (SQLiteStatement) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try poisoning { () throws(StoreError) in
      let statement = try statements.statement(for: sql.text)
      defer { statement.end() }
      try statement.begin(sql.bindings)
      return try body(statement)
    }
  }

  private func begin(_ sql: SQLText) throws(StoreError) -> SQLiteStatement {
    try poisoning { () throws(StoreError) in
      let statement = try statements.statement(for: sql.text)
      do throws(StoreError) {
        try statement.begin(sql.bindings)
      } catch {
        statement.end()
        throw error
      }
      return statement
    }
  }

  private func step(_ statement: SQLiteStatement) throws(StoreError) -> Bool {
    try poisoning { () throws(StoreError) in try statement.step() }
  }

  private func poisoning<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    if let failure { throw failure }
    do throws(StoreError) {
      return try body()
    } catch {
      failure = error
      throw error
    }
  }
}
