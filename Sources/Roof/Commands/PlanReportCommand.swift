internal import ArgumentParser
internal import CivilTime
internal import FollowUps
internal import Plan
internal import Store

struct PlanReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Prints the follow-up of a fiscal year, or proves a published one."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, csv, json

    var report: ReportFormat {
      switch self {
      case .markdown: .markdown
      case .html: .html
      case .csv: .csv
      case .json: .json
      }
    }
  }

  @Option(name: .long, help: "The fiscal year, by the year in which it begins.")
  var fiscalYear: Int

  @Option(name: .long, help: "markdown, html, csv or json.")
  var format = Format.markdown

  @Option(name: .long, help: "A frozen report instead of the figures of now: its number, or latest.")
  var snapshot: String?

  @Flag(name: .long, help: "Recompute the newest frozen report and tell every difference.")
  var verify = false

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    let source = try source()
    try await options.withOffice { office in
      let year = FiscalYear(startYear: fiscalYear)
      guard (FiscalYear(startYear: 2000)...FiscalYear(containing: office.clock.today())).contains(year) else {
        throw Failure.failure("--fiscal-year takes 2000 to the present fiscal year.", .dataError)
      }
      let reporting = FollowUpReporting(
        database: office.database,
        clock: office.clock,
        ids: office.ids,
        indicators: House.indicators
      )
      do {
        if verify { return try await prove(reporting, year) }
        if source == .live { try await PlanRun(office).computeQuietly(year) }
        Console.write(try await reporting.file(format.report, year: year, from: source), to: 1)
      } catch PlanReadingError.noPlan {
        throw Failure.failure("No plan is loaded. First: hataraki plan load plans/soumu.yaml", .unavailable)
      } catch let error as FollowUpError {
        throw Failure.failure("\(error)", .unavailable)
      }
    }
  }

  private func source() throws -> ReportSource {
    guard let snapshot else { return .live }
    if snapshot == "latest" { return .newest }
    guard let id = RecordID<ReportSnapshot>(text: snapshot) else {
      throw ValidationError("--snapshot takes a number or latest.")
    }
    return .snapshot(id)
  }

  private func prove(_ reporting: FollowUpReporting, _ year: FiscalYear) async throws {
    let proof = try await reporting.verify(year: year)
    Console.print("digest \(proof.digest)")
    for difference in proof.differences { Console.print("\(difference)") }
    guard proof.differences.isEmpty else { throw ExitCode(1) }
    Console.print("The report can be recomputed: every figure is the same.")
  }
}
