internal import ArgumentParser
internal import CivilTime
internal import Demo
internal import Journal
internal import People
internal import Site
internal import Store

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fills an empty database with a made-up ministry."
  )

  @OptionGroup var options: DatabaseOptions

  @Option(name: .long, help: "How many people, 60 to 300,000.")
  var staff = 5000

  @Option(name: .long, help: "How many of the last months have working days, 3 to 15.")
  var months = 15

  @Option(name: .long, help: "The seed: the same seed makes the same ministry.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "The day on which the ministry stands (YYYY-MM-DD); today by default.")
  var today: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A plan whose year is then in full swing, such as plans/soumu.yaml.",
      discussion: "Published figures are loaded from the file references.csv beside it."
    )
  )
  var plan: String?

  func validate() throws {
    guard (60...300_000).contains(staff) else { throw ValidationError("--staff takes 60 to 300000.") }
    guard DemoMinistry.monthRange.contains(months) else { throw ValidationError("--months takes 3 to 15.") }
    if let today, CivilDate(iso: today) == nil { throw ValidationError("--today takes YYYY-MM-DD.") }
  }

  func run() async throws {
    try await options.withOffice { office in
      let isEmpty = try await office.database.read { connection in
        try EmployerRecords.all(on: connection).isEmpty
      }
      guard isEmpty else {
        throw Failure.failure(
          "This database already holds an employer. The demo goes into an empty database only.",
          .cannotCreate
        )
      }
      let material = try plan.map { try DemoPlanYear.Material(besidePlan: $0) }
      let day = today.flatMap { CivilDate(iso: $0) } ?? office.clock.today()
      let ministry = DemoMinistry(staff: staff, months: months, seed: seed, today: day)
      let summary = try await ministry.write(to: office.database) { Console.print($0) }
      let seed = seed
      try await office.database.write { connection in try Installation.markAsDemo(seed: seed, on: connection)
      }
      if let material {
        let year = DemoPlanYear(staff: staff, seed: seed, today: day)
        try await year.fill(office.database, with: material)
      }
      _ = try await JournalSealing.seal(office.database, clock: office.clock, ids: office.ids)
      Console.print(
        "Made \(summary.units) units, \(summary.staff) people in service, \(summary.months) months, "
          + "\(summary.punches) clock records."
      )
      Console.print(
        "Sign-ins (password \(DemoSignIns.password)): \(DemoSignIns.all.map(\.login).joined(separator: ", "))"
      )
    }
  }
}
