internal import ArgumentParser
internal import Glibc
internal import Logging
internal import Site
internal import Synchronization

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the site and the API."
  )

  @OptionGroup var options: DatabaseOptions

  @Option(name: .long, help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(name: .long, help: "The port (also HATARAKI_PORT); 0 takes a free one.")
  var port: Int?

  @Flag(name: .long, help: "A proxy in front speaks TLS: cookies are marked Secure.")
  var behindTLS = false

  func run() async throws {
    let environmentPort = unsafe getenv("HATARAKI_PORT").flatMap { unsafe Int(String(cString: $0)) }
    let port = port ?? environmentPort ?? 8080
    let host = host
    let transport: SiteResponder.Transport = behindTLS ? .behindTLS : .plain
    try await Failure.explaining {
      let database = try await OpenDatabase.migrated(options.address())
      let house = try await RunningHouse(
        database: database,
        clock: SystemClock(),
        transport: transport,
        logger: Log.make()
      )
      try await Self.serve(house, host: host, port: port)
    }
  }

  private static func serve(_ house: RunningHouse, host: String, port: Int) async throws {
    let isRunning = Occurrence()
    do {
      try await house.serve(host: host, port: port) { port in
        isRunning.raise()
        Console.print("はたらき is ready at http://\(host):\(port)")
      }
    } catch  where !isRunning.isRaised {
      throw Failure.failure(
        "Cannot listen on \(host):\(port): \(error). "
          + "End the program that uses the port, or choose another one with --port (and --host).",
        .unavailable
      )
    }
  }
}

/// Something that has happened.
private final class Occurrence: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool { state.withLock { $0 } }

  func raise() {
    state.withLock { $0 = true }
  }
}

/// The log of the server on standard error: warnings and failures, never personal data.
enum Log {
  static func make() -> Logger {
    var logger = Logger(label: "hataraki") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .warning
    return logger
  }
}
