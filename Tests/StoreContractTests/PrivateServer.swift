import Foundation
import Synchronization
import TestSupport

/// A PostgreSQL server of one test's own, which it may stop and start.
struct PrivateServer {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("script/postgres-for-tests").path

  /// Whether PostgreSQL's programs are there, as they are where the tests have a server.
  static var isAvailable: Bool {
    Engine.postgresURL != nil && FileManager.default.isExecutableFile(atPath: script)
  }

  private let folder: String

  /// Gives a body a server that is not started yet, and removes it afterwards.
  static func with(_ body: (PrivateServer) async throws -> Void) async throws {
    let name = "hataraki-pg-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    let server = PrivateServer(
      folder: FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    )
    do {
      try await body(server)
    } catch {
      try? await server.remove()
      throw error
    }
    try await server.remove()
  }

  /// Starts the server; answers its address.
  func start() async throws -> String {
    try await run("start")
  }

  /// Stops the server as a crash would.
  func stop() async throws {
    _ = try await run("stop")
  }

  private func remove() async throws {
    try await stop()
    try FileManager.default.removeItem(atPath: folder)
  }

  private func run(_ command: String) async throws -> String {
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    let program = try Program(Self.script, [command, folder], environment: environment)
    let status = await program.end()
    let text = await program.output.whole()
    guard status == 0 else { throw Refusal(reason: "\(command) failed: \(await program.errors.whole())") }
    return String(text.prefix { $0 != "\n" })
  }
}

/// Counts how often something ran.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
