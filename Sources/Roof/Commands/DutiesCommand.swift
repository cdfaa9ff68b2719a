internal import ArgumentParser
internal import CivilTime
internal import Duties

struct DutiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "Opens and lists the duties that the plan asks for.",
    subcommands: [Sweep.self, DutiesListCommand.self]
  )

  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens what is due and hands over what has moved; the server does it every minute."
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let sweep = DutySweep(
          database: office.database,
          clock: office.clock,
          ids: office.ids,
          sources: House.events
        )
        let swept = try await sweep.run(force: true)
        Console.print("Opened \(swept.opened), handed over \(swept.handedOver), excused \(swept.excused).")
      }
    }
  }
}
