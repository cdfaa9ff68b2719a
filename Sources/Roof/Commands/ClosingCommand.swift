internal import ArgumentParser
internal import CivilTime
internal import MonthClosing
internal import People
internal import Store

struct ClosingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closing",
    abstract: "Closes months whose last day to act has passed.",
    subcommands: [Sweep.self]
  )

  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Closes what is overdue of a month for everybody, marked as closed by time-out; the server does it daily."
    )

    @Option(name: .long, help: "The month (YYYY-MM); the last one by default.")
    var month: String?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      let asked = try month.map { text in
        guard let month = YearMonth(iso: text) else {
          throw ValidationError("\(text) is no month; write it as 2026-10.")
        }
        return month
      }
      try await options.withOffice { office in
        let now = office.clock.now()
        let month = asked ?? OfficeZone.date(of: now).yearMonth.adding(months: -1)
        let sweep = ClosingSweep(database: office.database, ids: office.ids)
        for employer in try await office.database.read({ try EmployerRecords.all(on: $0) }) {
          let done = try await sweep.close(employer.id, month, by: .commandLine, at: now)
          Console.print(
            "\(employer.name) \(month.iso): closed \(done.closed), approved before \(done.approvedBefore), "
              + "not due \(done.notDue)."
          )
        }
      }
    }
  }
}
