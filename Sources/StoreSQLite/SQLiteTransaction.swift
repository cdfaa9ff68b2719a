internal import GRDBSQLite
internal import Store

/// The statements that begin and end transactions.
enum TransactionStatement: String {
  case begin = "BEGIN DEFERRED"
  case beginWriting = "BEGIN IMMEDIATE"
  case commit = "COMMIT"
  case rollback = "ROLLBACK"
  case savepoint = "SAVEPOINT part"
  case release = "RELEASE part"
  case rollbackToSavepoint = "ROLLBACK TO part"
}

extension SQLiteSession {
  /// Whether a transaction may write.
  enum Kind {
    case deferred
    case immediate
  }

  /// Runs one statement that begins or ends something.
  func control(_ statement: TransactionStatement) throws(StoreError) {
    if let failure { throw failure }
    let statement = try statements.statement(for: statement.rawValue)
    defer { statement.end() }
    _ = try statement.step()
  }

  /// Runs a body in a transaction of its own.
  func transaction<Value>(_ kind: Kind, _ body: (any SQLConnection) throws -> Value) throws -> Value {
    failure = nil
    try control(kind == .deferred ? .begin : .beginWriting)
    do {
      let value = try body(self)
      if let failure { throw failure }
      try control(.commit)
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Undoes the open transaction, if SQLite has not done so itself.
  func rollBack() {
    failure = nil
    // A rollback cannot fail in a way that leaves changes behind: the next commit would be the only way out.
    if isInTransaction { try? control(.rollback) }
  }
}
