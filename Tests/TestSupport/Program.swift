import Foundation
import Glibc
import Synchronization

/// A process with what it writes.
///
/// It knows nothing of this process but the environment that it is given, and shares no file with others started here.
package struct Program: Sendable {
  struct CannotStart: Error { let number: Int32 }

  /// What it writes for readers.
  package let output: WrittenText
  /// What it writes of its faults.
  package let errors: WrittenText
  private let number: pid_t
  private let ending: Task<Int32, Never>
  // One at a time, so that no process is started between the making of a pipe and its closing to others.
  private static let starting = Mutex(())

  /// Starts a program, given by its whole path.
  package init(_ path: String, _ arguments: [String], environment: [String] = ["TZ=UTC"]) throws {
    let (number, output, errors) = try Self.starting.withLock { _ in
      let (output, errors) = (try Pipe(), try Pipe())
      // The process alone may hold the ends that are written to: else reading would never come to an end.
      defer {
        output.closeWritten()
        errors.closeWritten()
      }
      let number = try Self.spawn(
        [path] + arguments,
        environment,
        output: output.written,
        errors: errors.written
      )
      return (number, output, errors)
    }
    self.number = number
    self.output = WrittenText(of: output)
    self.errors = WrittenText(of: errors)
    ending = Task.detached {
      await withCheckedContinuation { continuation in
        // Waiting blocks, and a blocked task would hold up the others.
        DispatchQueue.global().async { continuation.resume(returning: Self.wait(for: number)) }
      }
    }
  }

  /// The exit status, or the number of the signal that ended it.
  package func end() async -> Int32 {
    await ending.value
  }

  /// The first line that it writes; nil when it ends before one is whole.
  package func firstLine() async -> String? {
    await withTaskCancellationHandler {
      await output.firstLine()
    } onCancel: {
      killAtOnce()
    }
  }

  /// Ends it as a loss of power would: nothing of it runs any more.
  package func killAtOnce() {
    kill(number, SIGKILL)
  }

  private static func spawn(
    _ words: [String],
    _ environment: [String],
    output: Int32,
    errors: Int32
  ) throws -> pid_t {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&files, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&files, errors, 2)
    var arguments = unsafe pointers(words)
    var variables = unsafe pointers(environment)
    defer { unsafe (arguments + variables).forEach { word in unsafe free(word) } }
    var number: pid_t = 0
    let failure = unsafe posix_spawn(&number, words[0], &files, nil, &arguments, &variables)
    guard failure == 0 else { throw CannotStart(number: failure) }
    return number
  }

  private static func pointers(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe words.map { word in unsafe strdup(word) }
    unsafe pointers.append(nil)
    return unsafe pointers
  }

  private static func wait(for number: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) == -1 {
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : signal
  }
}

/// Two ends of a pipe, neither of which a process inherits that is started later.
private struct Pipe {
  struct CannotOpen: Error { let number: Int32 }

  let read: Int32
  let written: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw CannotOpen(number: errno) }
    (read, written) = (ends[0], ends[1])
    for end in ends where fcntl(end, F_SETFD, FD_CLOEXEC) != 0 { throw CannotOpen(number: errno) }
  }

  func closeWritten() { close(written) }
}

/// What a process writes, read by a thread of its own as it comes, so that no full pipe holds the process up.
package final class WrittenText: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var isWhole = false
    var waiting: [Waiting] = []

    var firstLine: String? {
      bytes.firstIndex(of: UInt8(ascii: "\n")).map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }
  }

  private struct Waiting {
    let isForLine: Bool
    let continuation: CheckedContinuation<Void, Never>
  }

  private let state = Mutex(State())

  fileprivate init(of pipe: Pipe) {
    let end = pipe.read
    Thread.detachNewThread { [self] in
      var part = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = unsafe read(end, &part, part.count)
        if count < 0, errno == EINTR { continue }
        took(part.prefix(max(0, count)))
        if count <= 0 { break }
      }
      close(end)
    }
  }

  /// The first line; nil when the process has ended before one was whole.
  package func firstLine() async -> String? {
    await wait(forLine: true)
    return state.withLock(\.firstLine)
  }

  /// Everything that the process wrote until it ended.
  package func whole() async -> String {
    await wait(forLine: false)
    return state.withLock { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Takes in what has come; nothing says that no more will.
  private func took(_ part: ArraySlice<UInt8>) {
    let served = state.withLock { state in
      state.bytes += part
      state.isWhole = part.isEmpty
      let hasCome = { [state] (one: Waiting) in state.isWhole || one.isForLine && state.firstLine != nil }
      let served = state.waiting.filter(hasCome)
      state.waiting.removeAll(where: hasCome)
      return served
    }
    for one in served { one.continuation.resume() }
  }

  private func wait(forLine isForLine: Bool) async {
    await withCheckedContinuation { continuation in
      let hasCome = state.withLock { state in
        if state.isWhole || isForLine && state.firstLine != nil { return true }
        state.waiting.append(Waiting(isForLine: isForLine, continuation: continuation))
        return false
      }
      if hasCome { continuation.resume() }
    }
  }
}
