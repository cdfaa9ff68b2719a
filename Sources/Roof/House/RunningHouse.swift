public import Access
public import CivilTime
internal import Demo
internal import Duties
internal import Entrance
internal import Indicators
internal import Journal
public import Logging
internal import MonthClosing
internal import Plan
internal import ServiceLifecycle
public import Site
internal import SiteServer
internal import UnixSignals
internal import WorkingTime
public import Store

/// The whole application on a database: pages, API, and the jobs of every minute.
public struct RunningHouse: Sendable {
  /// Answers requests.
  public let responder: SiteResponder
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  let passwords: PasswordWorker
  private let isDemo: Bool
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
    do {
      isDemo = try await database.read { connection in try Installation.isDemo(on: connection) }
      ids = try await RecordIDSource.leased(on: database, clock: clock)
      passwords = try PasswordWorker(cost: passwordCost ?? (isDemo ? .light : .standard))
    } catch {
      await database.close()
      throw error
    }
    let entrance = EntranceCapability.capability(
      passwords: passwords,
      demo: isDemo ? DemoEntrance.card : nil,
      waiting: House.homeEntries
    )
    responder = SiteResponder(
      capabilities: House.capabilities(entrance: entrance),
      services: SiteServices(
        database: database,
        clock: clock,
        ids: ids,
        isDemo: isDemo,
        hoursFollower: ClaimRecount.follower
      ),
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
          .init(service: server.service), .init(service: EveryMinute(works: minuteWork, logger: logger)),
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
    // Otherwise the number is free again after a day.
    try? await ids.endLease(on: database)
    await database.close()
  }

  private var minuteWork: [MinuteWork] {
    let (database, clock, ids, logger) = (database, clock, ids, logger)
    // Made once: it keeps the plan that it has read.
    let upkeep = FigureUpkeep(database: database, clock: clock, ids: ids, indicators: House.indicators)
    // A demo shows months under way, whatever day it is.
    let closing =
      isDemo
      ? []
      : [
        MinuteWork("closing overdue months") {
          _ = try await ClosingSweep(database: database, ids: ids).runDue(at: clock.now())
        }
      ]
    let works = [
      MinuteWork("renewing the number of this node") {
        try await ids.renewLease(on: database)
      },
      MinuteWork("sealing the journal") {
        _ = try await JournalSealing.seal(database, clock: clock, ids: ids)
      },
      MinuteWork("forgetting what has ended") {
        try await AccessHousekeeping.run(database, clock: clock)
      },
      MinuteWork("opening duties") {
        _ = try await DutySweep(database: database, clock: clock, ids: ids, sources: House.events).run()
      },
      MinuteWork("computing figures") {
        for failed in try await upkeep.runDue().failed {
          logger.warning(
            "A figure failed.",
            metadata: ["indicator": "\(failed.indicator)", "error": "\(failed.reason)"]
          )
        }
      },
    ]
    return works + closing
  }
}

/// Something that is done every minute, and what it is called in the log.
private struct MinuteWork: Sendable {
  let name: String
  let run: @Sendable () async throws -> Void

  init(_ name: String, _ run: @escaping @Sendable () async throws -> Void) {
    self.name = name
    self.run = run
  }
}

/// Runs some works every minute until the server stops; a failure is logged and tried again a minute later.
private struct EveryMinute: Service {
  let works: [MinuteWork]
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        for work in works where !Task.isCancelled { await attempt(work) }
        try? await Task.sleep(for: .seconds(60))
      }
    }
  }

  private func attempt(_ work: MinuteWork) async {
    do {
      try await work.run()
    } catch {
      logger.warning(
        "A work of this minute failed.",
        metadata: ["work": "\(work.name)", "error": "\(error)"]
      )
    }
  }
}
