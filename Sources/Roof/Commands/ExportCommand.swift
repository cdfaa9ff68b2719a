internal import ArgumentParser
internal import CivilTime
internal import People
internal import Store

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes CSV to standard output; it imports again unchanged."
  )

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case roster
  }

  @Argument(help: "What to export.")
  var kind: Kind

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    try await options.withReadingOffice(needing: PeopleMigrations.all) { office in
      let today = office.clock.today()
      let bytes = try await office.database.read { connection in
        try RosterExport.csv(in: .everyone, asOf: today, on: connection)
      }
      Console.write(bytes, to: 1)
    }
  }
}
