internal import ArgumentParser
internal import CivilTime
internal import DelimitedText
internal import Duties
internal import People
internal import Store

struct DutiesListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Prints CSV with duties, the earliest due day first."
  )

  enum State: String, ExpressibleByArgument, CaseIterable {
    case open, overdue, fulfilled, excused

    var filter: DutyListFilter.State {
      switch self {
      case .open: .open
      case .overdue: .overdue
      case .fulfilled: .fulfilled
      case .excused: .excused
      }
    }
  }

  @Option(name: .long, help: "The measure's id, as in the plan file.")
  var measure: String?

  @Option(name: .long, help: "A unit's code: duties of its head and people, and of all units below it.")
  var unit: String?

  @Option(name: .long, help: "open, overdue, fulfilled or excused.")
  var state: State?

  @Option(name: .long, help: "Only what is due before this day (YYYY-MM-DD).")
  var dueBefore: String?

  @Option(name: .long, help: "The fiscal year, by the year in which it begins.")
  var fiscalYear: Int?

  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    _ = try day()
    guard fiscalYear.map((2000...2100).contains) ?? true else {
      throw ValidationError("--fiscal-year takes 2000 to 2100.")
    }
  }

  func run() async throws {
    let dueBefore = try day()
    try await options.withReadingOffice(needing: DutiesMigrations.all) { office in
      let today = office.clock.today()
      try await office.database.read { connection in
        let filter = DutyListFilter(
          year: fiscalYear.map { FiscalYear(startYear: $0) },
          measure: measure,
          units: try unit.map { try Self.units($0, today, on: connection) },
          state: state?.filter,
          dueBefore: dueBefore
        )
        var writer = DutyListFile.plain()
        Console.write(writer.takeBytes(), to: 1)
        try DutyQuery.forEachLine(filter, today: today, on: connection) { lines in
          DutyListFile.write(lines, to: &writer)
          Console.write(writer.takeBytes(), to: 1)
        }
      }
    }
  }

  private func day() throws -> CivilDate? {
    try dueBefore.flatMap { try DayOption.day($0, named: "--due-before") }
  }

  /// The units of a code, which several employers may have, with all below them.
  private static func units(
    _ code: String,
    _ today: CivilDate,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<OrganizationUnit>> {
    let tree = try UnitRecords.tree(asOf: today, on: connection)
    let named = tree.ordered.filter { $0.code.utf8.elementsEqual(code.utf8) }
    guard !named.isEmpty else {
      throw Failure.failure("There is no unit \(code) today. Its code stands in the roster.", .dataError)
    }
    return tree.descendants(of: Set(named.map(\.id)))
  }
}
