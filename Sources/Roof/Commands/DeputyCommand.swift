internal import Access
internal import ArgumentParser
internal import CivilTime
internal import DelimitedText
internal import Store

struct DeputyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deputy",
    abstract: "Names and lists deputies, who act as superior of a unit for a period.",
    subcommands: [Name.self, List.self]
  )

  struct Name: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Names a deputy of a unit.")

    @Option(name: .long, help: "The unit's code, as in the roster.")
    var unit: String

    @Option(name: .long, help: "The employee's number.")
    var employee: String

    @Option(name: .long, help: "The employer's code; needed where there are several.")
    var employer: String?

    @Option(name: .long, help: "The first day (YYYY-MM-DD).")
    var from: String

    @Option(name: .long, help: "The last day (YYYY-MM-DD).")
    var until: String

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      _ = try DayOption.day(from, named: "--from")
      _ = try DayOption.day(until, named: "--until")
    }

    func run() async throws {
      guard let first = try DayOption.day(from, named: "--from"),
        let last = try DayOption.day(until, named: "--until")
      else { return }
      try await options.withOffice { office in
        let known = try await EmployerOption.employer(code: employer, orOnlyOneIn: office.database)
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        try await service.nameDeputy(
          unitCode: unit,
          number: employee,
          employer: known,
          from: first,
          until: last
        )
        Console.print("Named \(employee) deputy of \(unit) from \(first.iso) until \(last.iso).")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints CSV with the deputies of today and later."
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withReadingOffice(needing: AccessMigrations.all) { office in
        let service = AccountAdministration(
          database: office.database,
          clock: office.clock,
          ids: RecordIDSource(clock: office.clock)
        )
        var writer = DelimitedWriter.plain()
        writer.write(["employer", "unit", "employee", "from", "until"])
        for deputy in try await service.deputies() {
          let until = deputy.to?.iso ?? ""
          writer.write([deputy.employer, deputy.unit, deputy.employee, deputy.from.iso, until])
        }
        Console.write(writer.bytes, to: 1)
      }
    }
  }
}
