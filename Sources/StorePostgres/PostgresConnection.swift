internal import CLibPQ
internal import Store

extension PostgresSession: SQLConnection {
  private static let cursorBatch = 500

  var dialect: SQLDialect { .postgres }

  func rows(_ sql: SQLText) throws(StoreError) -> [SQLRow] {
    try run(sql).rows()
  }

  func forEachRow(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    cursorCount += 1
    let name = "c\(cursorCount)"
    try declare(name, for: sql)
    while true {
      let batch = try checked(command("FETCH \(Self.cursorBatch) FROM \(name)")).rows()
      for row in batch { try body(row) }
      if batch.count < Self.cursorBatch { break }
    }
    // A cursor that is left open by an error ends with its transaction.
    try checked(command("CLOSE \(name)"))
  }

  @discardableResult
  func execute(_ sql: SQLText) throws(StoreError) -> Int {
    try run(sql).changedRows
  }

  func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
    try simple("SAVEPOINT part")
    do {
      let value = try body()
      if let failure { throw failure.error }
      try simple("RELEASE part")
      return value
    } catch {
      try undoPart()
      throw error
    }
  }

  /// Goes back to the savepoint, unless the transaction as a whole has to begin anew.
  private func undoPart() throws(StoreError) {
    switch failure {
    case .conflict, .stalePlan, .lost:
      return
    case .refused, nil:
      failure = nil
      try simple("ROLLBACK TO part")
      try simple("RELEASE part")
    }
  }

  private func simple(_ text: String) throws(StoreError) {
    if let failure { throw failure.error }
    try checked(command(text))
  }

  /// Runs a statement with its values, prepared when it is one that comes again.
  private func run(_ sql: SQLText) throws(StoreError) -> PostgresResult {
    if let failure { throw failure.error }
    let parameters = try encoded(sql.bindings)
    if isRepeatable(sql.text) {
      let name = try prepare(sql.text)
      let result = unsafe parameters.withPointers { count, values in
        unsafe PostgresResult(PQexecPrepared(connection, name, count, values, nil, nil, 0))
      }
      return try checked(result)
    }
    return try runOnce(sql.text, parameters)
  }

  private func declare(_ name: String, for sql: SQLText) throws(StoreError) {
    if let failure { throw failure.error }
    try runOnce("DECLARE \(name) NO SCROLL CURSOR FOR \(sql.text)", encoded(sql.bindings))
  }

  @discardableResult
  private func runOnce(
    _ text: String,
    _ parameters: PostgresParameters
  ) throws(StoreError) -> PostgresResult {
    let result = unsafe parameters.withPointers { count, values in
      unsafe PostgresResult(PQexecParams(connection, text, count, nil, values, nil, nil, 0))
    }
    return try checked(result)
  }

  private func encoded(_ values: [SQLValue]) throws(StoreError) -> PostgresParameters {
    do throws(StoreError) {
      return try PostgresParameters(values)
    } catch {
      failure = .refused(error)
      throw error
    }
  }

  private func prepare(_ text: String) throws(StoreError) -> String {
    if let name = statements.name(for: text) { return name }
    let (name, evicted) = statements.add(text)
    if let evicted { try checked(command("DEALLOCATE \(evicted)")) }
    let result = unsafe PostgresResult(PQprepare(connection, name, text, 0, nil))
    if !result.isGood { statements.remove(text) }
    try checked(result)
    return name
  }

  // Definitions run once; a prepared one would only take the place of a query.
  private func isRepeatable(_ text: String) -> Bool {
    let word = text.utf8.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { word.elementsEqual($0.utf8) }
  }

  /// Passes a good answer on; a failure stays until the savepoint or transaction around it is undone.
  @discardableResult
  func checked(_ result: PostgresResult) throws(StoreError) -> PostgresResult {
    if result.isGood { return result }
    let failure: PostgresFailure = isConnected ? PostgresFailure(result) : .lost
    self.failure = failure
    throw failure.error
  }
}
