public import ArgumentParser

/// The command `hataraki`.
public struct HatarakiCommand: AsyncParsableCommand, Sendable {
  /// Its name and parts.
  public static let configuration = CommandConfiguration(
    commandName: "hataraki",
    abstract: "Runs the work-style-reform plan of a public employer.",
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, DemoCommand.self, MigrateCommand.self, ImportCommand.self, ExportCommand.self,
      AccountCommand.self, TokenCommand.self, DeputyCommand.self, RulesCommand.self, PlanCommand.self,
      DutiesCommand.self, ClosingCommand.self,
      JournalCommand.self,
      BackupCommand.self, RestoreCommand.self,
    ]
  )

  /// The command.
  public init() {}
}
