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
  func office() async throws -> Office {
    let clock = SystemClock()
    return Office(
      database: try await OpenDatabase.migrated(address()),
      clock: clock,
      ids: RecordIDSource(clock: clock, node: ProcessNumber.current)
    )
  }

  /// Runs a command's work on the database and closes it, also after an error.
  func withOffice(_ work: (Office) async throws -> Void) async throws {
    try await Failure.explaining {
      let office = try await office()
      do {
        try await work(office)
      } catch {
        await office.database.close()
        throw error
      }
      await office.database.close()
    }
  }
}

/// What a command works with.
struct Office {
  let database: any SQLDatabase
  let clock: any WallClock
  let ids: RecordIDSource
}
