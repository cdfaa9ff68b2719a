internal import Store

/// How one write of a group ended.
enum WriteOutcome {
  case committed
  case failed(any Error)
}

/// A write that waits for its transaction and then for the commit.
protocol PendingWrite: Sendable {
  /// Runs the body and keeps what it answers.
  func attempt(on session: SQLiteSession) throws

  /// Answers whoever asked for the write; called once.
  func finish(_ outcome: WriteOutcome)
}

/// A body, who waits for it, and its value between the body and the commit.
// Proof of Sendable: after `init` it is used on the writer's queue alone; `finish` of a refused write, which never
// reaches that queue, touches no variable.
final class Write<Value: Sendable>: PendingWrite, @unchecked Sendable {
  private let body: @Sendable (any SQLConnection) throws -> Value
  private let continuation: CheckedContinuation<Value, any Error>
  private var value: Value?

  init(
    body: @escaping @Sendable (any SQLConnection) throws -> Value,
    continuation: CheckedContinuation<Value, any Error>
  ) {
    self.body = body
    self.continuation = continuation
  }

  func attempt(on session: SQLiteSession) throws {
    value = try body(session)
  }

  func finish(_ outcome: WriteOutcome) {
    switch outcome {
    case .failed(let error):
      continuation.resume(throwing: error)
    case .committed:
      guard let value else { return continuation.resume(throwing: StoreError.closed) }
      continuation.resume(returning: value)
    }
  }
}

extension SQLiteSession {
  /// Runs a group in one transaction with a savepoint each; answers the outcomes in order.
  func commit(_ group: [any PendingWrite]) -> [WriteOutcome] {
    if group.count == 1 { return [commitAlone(group[0])] }
    do {
      return try transaction(.immediate) { _ in
        try group.map { write in
          try attemptInGroup(write)
        }
      }
    } catch let error as StoreError where error == .busy {
      return group.map { _ in .failed(error) }
    } catch {
      // One of them spoilt the whole transaction (a full disk, a deferred rule): each gets one of its own.
      return group.map(commitAlone)
    }
  }

  private func attemptInGroup(_ write: any PendingWrite) throws -> WriteOutcome {
    do {
      try savepoint { try write.attempt(on: self) }
      return .committed
    } catch {
      guard isInTransaction, failure == nil else { throw error }
      return .failed(error)
    }
  }

  private func commitAlone(_ write: any PendingWrite) -> WriteOutcome {
    do {
      try transaction(.immediate) { _ in try write.attempt(on: self) }
      return .committed
    } catch {
      return .failed(error)
    }
  }
}
