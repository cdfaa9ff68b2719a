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
    return Outcome(status: status, output: await program.output.all(), errors: await program.errors.all())
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

/// A process of the program.
final class Program: Sendable {
  let output: PipeText
  let errors: PipeText
  private let number: Int32
  private let ends: AsyncStream<Int32>

  init(_ arguments: [String]) throws {
    guard let path = Binary.path else { throw Binary.Missing() }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ["TZ": "UTC"]
    let (outputPipe, errorPipe) = (Pipe(), Pipe())
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    output = PipeText(outputPipe.fileHandleForReading)
    errors = PipeText(errorPipe.fileHandleForReading)
    let (ends, continuation) = AsyncStream<Int32>.makeStream()
    self.ends = ends
    process.terminationHandler = { process in
      continuation.yield(process.terminationStatus)
      continuation.finish()
    }
    try process.run()
    number = process.processIdentifier
  }

  /// The exit status, or the number of the signal that ended it.
  func end() async -> Int32 {
    await ends.first { _ in true } ?? -1
  }

  /// Ends it as a loss of power would: nothing of it runs any more.
  func killAtOnce() {
    kill(number, SIGKILL)
  }
}

/// The text that a process writes, read without blocking.
final class PipeText: Sendable {
  // Kept: the process lets go of it when it ends, and the rest of the text would be lost with it.
  private let handle: FileHandle
  private let parts: AsyncStream<String>
  private let read = Mutex("")

  init(_ handle: FileHandle) {
    let (parts, continuation) = AsyncStream<String>.makeStream()
    self.parts = parts
    self.handle = handle
    handle.readabilityHandler = { handle in
      let data = handle.availableData
      if data.isEmpty {
        handle.readabilityHandler = nil
        continuation.finish()
      } else {
        continuation.yield(String(decoding: data, as: UTF8.self))
      }
    }
  }

  /// Everything up to the end.
  func all() async -> String {
    for await part in parts { read.withLock { $0 += part } }
    return read.withLock { $0 }
  }

  /// The first line; nil when the process ends before it.
  func firstLine() async -> String? {
    for await part in parts {
      let line = read.withLock { text -> String? in
        text += part
        guard let end = text.firstIndex(of: "\n") else { return nil }
        return String(text[..<end])
      }
      if let line { return line }
    }
    return nil
  }
}

/// The program serving a database on a free port.
struct Server {
  struct DidNotStart: Error { let message: String }

  let program: Program
  let client: HTTPClient

  static func start(on file: String) async throws -> Server {
    let program = try Program(["serve", "--port", "0", "--database", "sqlite:\(file)"])
    guard let line = await program.output.firstLine(), let port = line.split(separator: ":").last,
      let number = Int(port)
    else { throw DidNotStart(message: await program.errors.all()) }
    return Server(program: program, client: HTTPClient(port: number))
  }

  func killAtOnce() async {
    program.killAtOnce()
    _ = await program.end()
  }
}
