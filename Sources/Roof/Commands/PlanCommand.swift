internal import ArgumentParser
internal import CivilTime
internal import FoundationEssentials
internal import Journal
internal import Markup
internal import Plan
internal import Store

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Checks and loads a plan, and prints its follow-up.",
    subcommands: [Check.self, Load.self, Report.self]
  )

  static func text(of file: String) throws -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw Failure.failure("The file \(file) cannot be read.", .noInput)
    }
    return Array(data)
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tells every fault of a plan file by line.")

    @Argument(help: "The plan, in YAML.")
    var file: String

    func run() async throws {
      switch PlanFile.read(utf8: try PlanCommand.text(of: file), knownIndicators: House.indicatorNames) {
      case .success(let plan):
        Console.write(PlanCheck.summary(plan, file: file), to: 1)
      case .failure(let faults):
        Console.write(PlanCheck.report(faults, file: file), to: 2)
        throw ExitCode(Failure.Code.dataError.rawValue)
      }
    }
  }

  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Loads a plan as a new edition.")

    @Argument(help: "The plan, in YAML.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      let bytes = try PlanCommand.text(of: file)
      try await options.withOffice { office in
        let service = PlanLoading(database: office.database, clock: office.clock, ids: office.ids)
        do {
          switch try await service.load(utf8: bytes, by: .commandLine) {
          case .loaded(let version):
            Console.print("Loaded edition \(version.plan.edition) of \(version.plan.code).")
          case .unchanged: Console.print("This plan was loaded before; nothing was changed.")
          }
        } catch PlanLoadingError.faults(let faults) {
          Console.write(PlanCheck.report(faults, file: file), to: 2)
          throw ExitCode(Failure.Code.dataError.rawValue)
        } catch let error as PlanLoadingError {
          throw Failure.failure("\(error)", .dataError)
        }
      }
    }
  }

  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the follow-up of a fiscal year.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case markdown, html
    }

    @Option(name: .long, help: "The fiscal year, by the year in which it begins.")
    var fiscalYear: Int

    @Option(name: .long, help: "markdown or html.")
    var format = Format.markdown

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let report = PlanReport(database: office.database, indicators: House.indicators)
        let year = FiscalYear(startYear: fiscalYear)
        let today = office.clock.today()
        guard (FiscalYear(startYear: 2000)...FiscalYear(containing: today)).contains(year) else {
          throw Failure.failure("--fiscal-year takes 2000 to the present fiscal year.", .dataError)
        }
        let followUp: FollowUp
        do {
          followUp = try await report.followUp(year: year, today: today)
        } catch PlanReadingError.noPlan {
          throw Failure.failure("No plan is loaded. First: hataraki plan load plans/soumu.yaml", .unavailable)
        }
        switch format {
        case .markdown: Console.write(FollowUpMarkdown.text(followUp), to: 1)
        case .html: Console.write(FollowUpHTML.document(followUp).bytes, to: 1)
        }
      }
    }
  }
}
