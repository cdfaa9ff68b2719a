public import Access
public import CivilTime
internal import Demo
internal import Entrance
internal import Journal
public import Logging
internal import ServiceLifecycle
public import Site
internal import SiteServer
internal import UnixSignals
public import Store

/// The whole application on a database: pages, API, and the jobs of every minute.
public struct RunningHouse: Sendable {
  /// Answers requests.
  public let responder: SiteResponder
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  let passwords: PasswordWorker
  private let logger: Logger

  /// The application on a migrated database, which it closes when it has ended or cannot start.
  ///
  /// - Throws: ``StoreError``; an error of the cryptographic library, when memory is short.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    transport: SiteResponder.Transport,
    passwordCost: PasswordCost? = nil,
    logger: Logger
  ) async throws {
    self.database = database
    self.clock = clock
    self.logger = logger
    // Several processes on one database: the process identifier keeps their numbers apart.
    ids = RecordIDSource(clock: clock, node: ProcessNumber.current)
    let isDemo: Bool
    do {
      isDemo = try await database.read { connection in try Installation.isDemo(on: connection) }
      passwords = try PasswordWorker(cost: passwordCost ?? (isDemo ? .light : .standard))
    } catch {
      await database.close()
      throw error
    }
    let entrance = EntranceCapability.capability(passwords: passwords, demo: isDemo ? DemoEntrance.card : nil)
    responder = SiteResponder(
      capabilities: House.capabilities(entrance: entrance),
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: isDemo),
      transport: transport
    ) { reference, error in
      logger.error("A request failed.", metadata: ["reference": "\(reference)", "error": "\(error)"])
    }
  }

  /// Serves until a signal asks to stop; requests under way are answered first.
  ///
  /// A house serves once: then its database is closed.
  ///
  /// - Throws: what keeps the server from listening, such as a port that is taken.
  public func serve(
    host: String,
    port: Int,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void
  ) async throws {
    let server = HTTPServer(
      responder: responder,
      host: host,
      port: port,
      logger: logger,
      onRunning: onRunning
    )
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: server.service), .init(service: EveryMinute(work: minuteWork, logger: logger)),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger
      )
    )
    do {
      try await group.run()
    } catch {
      await close()
      throw error
    }
    await close()
  }

  private func close() async {
    await passwords.close()
    await database.close()
  }

  private var minuteWork: @Sendable () async throws -> Void {
    let (database, clock, ids) = (database, clock, ids)
    return {
      _ = try await JournalSealing.seal(database, clock: clock, ids: ids)
      try await AccessHousekeeping.run(database, clock: clock)
    }
  }
}

/// Runs something every minute until the server stops; a failure is logged and tried again a minute later.
private struct EveryMinute: Service {
  let work: @Sendable () async throws -> Void
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await work()
        } catch {
          logger.warning("The work of this minute failed.", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(60))
      }
    }
  }
}
