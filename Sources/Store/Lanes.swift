internal import Dispatch
internal import Synchronization

/// Connections that each work on a queue of their own, with one line of waiting jobs before them.
///
/// First come, first served. The cooperative threads of Swift never wait here.
package final class Lanes<Resource>: Sendable {
  private typealias Job = @Sendable (Resource) -> Void

  // Proof of Sendable: after `init` the resource is used by whoever took the lane out of the idle ones under the lock,
  // and by nobody else until the lane is put back under the same lock.
  private final class Lane: @unchecked Sendable {
    let queue: DispatchQueue
    let resource: Resource

    init(_ resource: Resource, label: String) {
      self.resource = resource
      queue = DispatchQueue(label: label)
    }
  }

  private enum Answer {
    case start(Lane)
    case wait
    case refuse
  }

  private struct State {
    var idle: [Lane]
    var waiting = FirstInFirstOut<Job>()
    var open: Int
    var dispose: Job?
    var closers: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  /// Lanes for connections that are given away to them.
  package init(_ resources: sending [Resource], label: String) {
    let lanes = resources.map { Lane($0, label: label) }
    state = Mutex(State(idle: lanes, open: lanes.count))
  }

  /// Runs a body on the first free connection.
  ///
  /// - Throws: what the body throws; ``StoreError/closed`` after ``close(_:)``.
  package func run<Value: Sendable>(
    _ body: @escaping @Sendable (Resource) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = submit { resource in
        continuation.resume(with: Result { try body(resource) })
      }
      if !isTaken { continuation.resume(throwing: StoreError.closed) }
    }
  }

  /// Runs a body at once on the calling thread, if a connection is free; nil where none is.
  ///
  /// For bodies that end within microseconds: two changes of thread would cost more than they do.
  package func runHere<Value>(_ body: (Resource) throws -> Value) rethrows -> Value? {
    guard let lane = state.withLock({ $0.dispose == nil ? $0.idle.popLast() : nil }) else { return nil }
    defer { putBack(lane) }
    return try body(lane.resource)
  }

  private func putBack(_ lane: Lane) {
    let (job, dispose) = release(lane)
    if let dispose { lane.queue.async { self.retire(lane, with: dispose) } }
    if let job { lane.queue.async { self.work(lane, from: job) } }
  }

  /// The next job for a lane that has done its last one; without any the lane is idle or must be disposed of.
  private func release(_ lane: Lane) -> (job: Job?, dispose: Job?) {
    state.withLock { state in
      if let waiting = state.waiting.popFirst() { return (waiting, nil) }
      if state.dispose == nil { state.idle.append(lane) }
      return (nil, state.dispose)
    }
  }

  /// Lets the jobs that wait finish, disposes of each connection on its own queue, and refuses new jobs.
  package func close(_ dispose: @escaping @Sendable (Resource) -> Void) async {
    await withCheckedContinuation { continuation in
      let (idle, isDone) = state.withLock { state in
        state.dispose = state.dispose ?? dispose
        if state.open > 0 { state.closers.append(continuation) }
        defer { state.idle = [] }
        return (state.idle, state.open == 0)
      }
      if isDone { continuation.resume() }
      for lane in idle { lane.queue.async { self.retire(lane, with: dispose) } }
    }
  }

  private func submit(_ job: @escaping Job) -> Bool {
    let answer: Answer = state.withLock { state in
      guard state.dispose == nil else { return .refuse }
      if let lane = state.idle.popLast() { return .start(lane) }
      state.waiting.append(job)
      return .wait
    }
    switch answer {
    case .refuse: return false
    case .wait: return true
    case .start(let lane):
      lane.queue.async { self.work(lane, from: job) }
      return true
    }
  }

  private func work(_ lane: Lane, from first: @escaping Job) {
    var next: Job? = first
    while let job = next {
      job(lane.resource)
      let (waiting, dispose) = release(lane)
      if let dispose { retire(lane, with: dispose) }
      next = waiting
    }
  }

  private func retire(_ lane: Lane, with dispose: Job) {
    dispose(lane.resource)
    let closers = state.withLock { state in
      state.open -= 1
      guard state.open == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.closers = [] }
      return state.closers
    }
    for closer in closers { closer.resume() }
  }
}
