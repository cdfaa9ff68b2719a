internal import ArgumentParser
internal import CivilTime
internal import Glibc
internal import Store

/// Where the database is: an option, or the environment.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .long, help: "sqlite:PATH or postgres://… (also HATARAKI_DATABASE).")
  var database: String?

  func address() throws -> String {
    if let database { return database }
    if let value = unsafe getenv("HATARAKI_DATABASE") { return unsafe String(cString: value) }
    throw ValidationError("Say where the database is: --database sqlite:PATH, or HATARAKI_DATABASE.")
  }

  /// What a command works with: the migrated database, the machine's clock, fresh identifiers.
  private func office() async throws -> Office {
    let clock = SystemClock()
    let database = try await OpenDatabase.migrated(address())
    do {
      let ids = try await RecordIDSource.leased(on: database, clock: clock)
      return Office(database: database, clock: clock, ids: ids)
    } catch {
      await database.close()
      throw error
    }
  }

  /// Runs a command's work on the database and closes it, also after an error.
  func withOffice(_ work: (Office) async throws -> Void) async throws {
    try await Failure.explaining {
      let office = try await office()
      do {
        try await work(office)
      } catch {
        await office.close()
        throw error
      }
      await office.close()
    }
  }

  /// Runs a command that only reads: the database is neither migrated nor otherwise changed.
  ///
  /// - Parameter needed: the steps of the schema without which the command could not read.
  func withReadingOffice(
    needing needed: [Migration],
    _ work: (ReadingOffice) async throws -> Void
  ) async throws {
    try await Failure.explaining {
      let database: any SQLDatabase
      do {
        database = try await OpenDatabase.reading(address(), needing: needed)
      } catch let error as OlderSchema {
        throw Failure.failure(
          "The schema of the database is older than this command needs (\(error.missing) is missing). "
            + "Take a backup, then: hataraki migrate",
          .unavailable
        )
      }
      do {
        try await work(ReadingOffice(database: database, clock: SystemClock()))
      } catch {
        await database.close()
        throw error
      }
      await database.close()
    }
  }
}

/// What a command works with.
struct Office {
  let database: any SQLDatabase
  let clock: any WallClock
  let ids: RecordIDSource

  /// Gives the number of the process back and closes the database.
  fileprivate func close() async {
    // A number that is not given back becomes free a day later.
    try? await ids.endLease(on: database)
    await database.close()
  }
}

/// What a command works with that only reads.
struct ReadingOffice {
  let database: any SQLDatabase
  let clock: any WallClock
}
