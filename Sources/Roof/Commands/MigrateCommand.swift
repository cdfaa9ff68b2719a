internal import ArgumentParser
internal import Store

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Brings the schema of a database up to date."
  )

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    try await Failure.explaining {
      let database = try await OpenDatabase.open(options.address())
      let applied: [String]
      do {
        applied = try await Migrator(House.migrations).migrate(database, clock: SystemClock())
      } catch {
        await database.close()
        throw error
      }
      await database.close()
      Console.print(
        applied.isEmpty ? "The schema is up to date." : "Applied: \(applied.joined(separator: ", "))."
      )
    }
  }
}
