internal import CLibPQ
internal import Foundation
internal import Store

extension PostgresSession {
  /// What a transaction may do.
  enum Kind {
    case read
    case write

    var begin: String {
      switch self {
      case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
      case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE"
      }
    }
  }

  /// How one run of a body ended.
  private enum Outcome<Value> {
    case done(Value)
    case failed(any Error)
    case again(PostgresFailure)
  }

  private static let largestConflictCount = 40
  private static let largestLossCount = 6

  /// Runs a body in a transaction, again as long as that may help.
  func transaction<Value>(_ kind: Kind, _ body: (any SQLConnection) throws -> Value) throws -> Value {
    var conflicts = 0
    var losses = 0
    defer { if conflicts > 0 { unlockRetries() } }
    while true {
      switch attempt(kind, body) {
      case .done(let value): return value
      case .failed(let error): throw error
      case .again(.lost):
        losses += 1
        guard losses < Self.largestLossCount else { throw PostgresFailure.lost.error }
        // The first run finds a connection that died while it was idle; a server that restarts needs a moment.
        if losses > 1 { Thread.sleep(forTimeInterval: 0.05 * Double(1 << losses)) }
      case .again(.conflict):
        conflicts += 1
        guard conflicts < Self.largestConflictCount else { throw StoreError.busy }
        lockRetries()
      case .again(let failure):
        conflicts += 1
        guard conflicts < Self.largestConflictCount else { throw failure.error }
        forgetStatements()
      }
    }
  }

  private func attempt<Value>(
    _ kind: Kind,
    _ body: (any SQLConnection) throws -> Value
  ) -> Outcome<Value> {
    failure = nil
    cursorCount = 0
    do throws(StoreError) {
      try connect()
      try checked(command(kind.begin))
    } catch {
      return .again(.lost)
    }
    do {
      let value = try body(self)
      if let failure { return giveUp(failure, failure.error) }
      return commit(kind, value)
    } catch {
      return giveUp(failure, error)
    }
  }

  private func giveUp<Value>(_ failure: PostgresFailure?, _ error: any Error) -> Outcome<Value> {
    rollBack()
    switch failure {
    case .refused, nil: return .failed(error)
    case .conflict, .stalePlan, .lost: return failure.map(Outcome.again) ?? .failed(error)
    }
  }

  private func commit<Value>(_ kind: Kind, _ value: Value) -> Outcome<Value> {
    let result = command("COMMIT")
    if result.isGood, result.tag == "COMMIT" { return .done(value) }
    let failure: PostgresFailure = isConnected ? PostgresFailure(result) : .lost
    if case .lost = failure {
      disconnect()
      if kind == .write { return .failed(StoreError.connectionLost(outcomeUnknown: true)) }
    }
    return giveUp(failure, failure.error)
  }

  /// Undoes the open transaction; a connection that cannot even do that is given up, which undoes it too.
  private func rollBack() {
    failure = nil
    guard isConnected, command("ROLLBACK").isGood else { return disconnect() }
  }

  private func forgetStatements() {
    statements = StatementNames()
    if !command("DEALLOCATE ALL").isGood { disconnect() }
  }

  // Those who collided queue up before they try again, so that each of them wins in turn. The lock belongs to the
  // session and is taken before the transaction, whose snapshot is then newer than the winner's commit.
  private func lockRetries() {
    _ = command("SELECT pg_advisory_unlock_all(), pg_advisory_lock(\(target.lockNumber))")
  }

  private func unlockRetries() {
    if isConnected { _ = command("SELECT pg_advisory_unlock_all()") }
  }
}
