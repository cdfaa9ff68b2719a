internal import Dispatch
internal import Store
internal import Synchronization

/// The one writer of a file.
///
/// Writes that arrive while it is busy are gathered into the next transaction, with a
/// savepoint each; all are answered after its commit has returned.
final class GroupCommit: Sendable {
  private static let largestGroup = 256

  private struct State {
    var waiting = FirstInFirstOut<any PendingWrite>()
    var isBusy = false
    var isClosed = false
  }

  // Proof of Sendable: the session is used in blocks of the serial queue alone.
  private struct Confined: @unchecked Sendable {
    let session: SQLiteSession
  }

  private let queue = DispatchQueue(label: "hataraki.sqlite.writer")
  private let state = Mutex(State())
  private let confined: Confined

  init(session: SQLiteSession) {
    confined = Confined(session: session)
  }

  /// Runs a body in the next group; returns after the commit.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      submit(Write(body: body, continuation: continuation))
    }
  }

  /// Lets the writes that wait finish and closes the connection.
  func close() async {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        drain()
        if isFirst {
          // The log is only shortened here; it is replayed at the next opening when this fails.
          _ = try? confined.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
          confined.session.close()
        }
        continuation.resume()
      }
    }
  }

  private func submit(_ write: any PendingWrite) {
    let (isTaken, isFirst) = state.withLock { state in
      guard !state.isClosed else { return (false, false) }
      state.waiting.append(write)
      defer { state.isBusy = true }
      return (true, !state.isBusy)
    }
    if !isTaken { write.finish(.failed(StoreError.closed)) }
    if isFirst { queue.async { self.drain() } }
  }

  private func drain() {
    while true {
      let group = nextGroup()
      if group.isEmpty { return }
      let outcomes = confined.session.commit(group)
      for (write, outcome) in zip(group, outcomes) { write.finish(outcome) }
    }
  }

  private func nextGroup() -> [any PendingWrite] {
    state.withLock { state in
      var group: [any PendingWrite] = []
      while group.count < Self.largestGroup, let write = state.waiting.popFirst() {
        group.append(write)
      }
      state.isBusy = !group.isEmpty
      return group
    }
  }
}
