import Foundation
import TestSupport
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
    return Outcome(
      status: status,
      output: await program.output.whole(),
      errors: await program.errors.whole()
    )
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

extension Program {
  /// Starts the program as it is shipped.
  init(_ arguments: [String]) throws {
    guard let path = Binary.path else { throw Binary.Missing() }
    try self.init(path, arguments)
  }
}

/// The program serving a database on a free port.
struct Server {
  struct DidNotStart: Error { let message: String }

  let program: Program
  let client: HTTPClient

  static func start(on file: String) async throws -> Server {
    let program = try Program(["serve", "--port", "0", "--database", "sqlite:\(file)"])
    guard let line = await program.firstLine(), let port = line.split(separator: ":").last,
      let number = Int(port)
    else {
      program.killAtOnce()
      throw DidNotStart(message: await program.errors.whole())
    }
    return Server(program: program, client: HTTPClient(port: number))
  }

  func killAtOnce() async {
    program.killAtOnce()
    _ = await program.end()
  }
}
