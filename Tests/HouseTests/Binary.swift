import Foundation
import Glibc
import Synchronization
import Testing

/// Tests that start the program, one after another, so that few processes run at once.
@Suite(.serialized, .enabled(if: Binary.path != nil, "there is no program to run; set HATARAKI_BINARY"))
enum ProgramTests {}

/// The program as it is shipped.
enum Binary {
  struct Missing: Error {}

  /// How a command ended.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// HATARAKI_BINARY, or what a release build left in this package; nil when there is neither.
  static let path: String? = {
    let built = OpenHouse.packageRoot.appending(path: ".build/release/hataraki").path
    let path = ProcessInfo.processInfo.environment["HATARAKI_BINARY"] ?? built
    if FileManager.default.isExecutableFile(atPath: path) { return path }
    print("The program: skipped (\(path) is missing; set HATARAKI_BINARY)")
    return nil
  }()

  /// Runs a command to its end.
  static func run(_ arguments: [String]) async throws -> Outcome {
    let program = try Program(arguments)
    let status = await program.end()
    return Outcome(status: status, output: program.output.text, errors: program.errors.text)
  }

  /// Gives a body the path of a demo of sixty people, and removes it afterwards.
  static func withDemo(_ body: (_ file: String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hataraki-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "demo.sqlite").path
    let made = try await run(["demo", "--staff", "60", "--database", "sqlite:\(file)"])
    guard made.status == 0 else { throw Missing() }
    try await body(file)
  }
}

/// A process of the program; what it writes goes to files, which no full pipe can hold up.
struct Program {
  struct CannotStart: Error { let number: Int32 }

  let output: TextFile
  let errors: TextFile
  private let number: pid_t
  private let ending: Task<Int32, Never>

  init(_ arguments: [String]) throws {
    guard let path = Binary.path else { throw Binary.Missing() }
    output = TextFile()
    errors = TextFile()
    let number = try Self.spawn([path] + arguments, output: output.path, errors: errors.path)
    self.number = number
    ending = Task.detached {
      await withCheckedContinuation { continuation in
        // Waiting blocks, and a blocked task would hold up the others.
        DispatchQueue.global().async { continuation.resume(returning: Self.wait(for: number)) }
      }
    }
  }

  /// The exit status, or the number of the signal that ended it.
  func end() async -> Int32 {
    await ending.value
  }

  /// The first line that it writes; nil when it ends before one is whole.
  func firstLine() async throws -> String? {
    let ended = Mutex(false)
    let watch = Task {
      _ = await end()
      ended.withLock { $0 = true }
    }
    defer { watch.cancel() }
    while true {
      // Asked before reading: what a process wrote before its end is then seen.
      let isOver = ended.withLock { $0 }
      let text = output.text
      if let end = text.firstIndex(of: "\n") { return String(text[..<end]) }
      if isOver { return nil }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Ends it as a loss of power would: nothing of it runs any more.
  func killAtOnce() {
    kill(number, SIGKILL)
  }

  private static func spawn(_ words: [String], output: String, errors: String) throws -> pid_t {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var arguments = unsafe pointers(words)
    var environment = unsafe pointers(["TZ=UTC"])
    defer { unsafe (arguments + environment).forEach { word in unsafe free(word) } }
    var number: pid_t = 0
    let failure = unsafe posix_spawn(&number, words[0], &files, nil, &arguments, &environment)
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

/// A temporary file that a process writes to; removed with the last who knows it.
final class TextFile: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "hataraki-\(UUID().uuidString).txt").path

  deinit {
    unsafe unlink(path)
  }

  /// What stands in it now; empty as long as it is missing.
  var text: String {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// The program serving a database on a free port.
struct Server {
  struct DidNotStart: Error { let message: String }

  let program: Program
  let client: HTTPClient

  static func start(on file: String) async throws -> Server {
    let program = try Program(["serve", "--port", "0", "--database", "sqlite:\(file)"])
    guard let line = try await program.firstLine(), let port = line.split(separator: ":").last,
      let number = Int(port)
    else { throw DidNotStart(message: program.errors.text) }
    return Server(program: program, client: HTTPClient(port: number))
  }

  func killAtOnce() async {
    program.killAtOnce()
    _ = await program.end()
  }
}
