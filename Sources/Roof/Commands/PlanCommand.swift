internal import ArgumentParser
internal import CivilTime
internal import Duties
internal import FoundationEssentials
internal import Journal
internal import Plan
internal import Store

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Checks and loads a plan, computes its figures, prints and publishes its follow-up.",
    subcommands: [
      Check.self, Load.self, Refresh.self, References.self, PlanReportCommand.self,
      PlanPublishCommand.self, PlanPayGapCommand.self,
    ]
  )

  static func bytes(of file: String) throws -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw Failure.failure("The file \(file) cannot be read.", .noInput)
    }
    return Array(data)
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tells every fault of a plan file by line.")

    @Argument(help: "The plan, in YAML.")
    var file: String

    @Option(name: .long, help: "The edition that it replaces: no measure may vanish without being mapped.")
    var replacing: String?

    func run() async throws {
      let old = try replacing.map(replaced)
      let read = PlanFile.read(
        utf8: try PlanCommand.bytes(of: file),
        known: House.vocabulary,
        replacing: old
      )
      switch read {
      case .success(let plan):
        Console.write(PlanCheck.summary(plan, file: file), to: 1)
        guard let old else { return }
        for notice in PlanCheck.notices(plan, replacing: old, file: file) { Console.print(notice) }
      case .failure(let faults):
        Console.write(PlanCheck.report(faults, file: file), to: 2)
        throw ExitCode(Failure.Code.dataError.rawValue)
      }
    }

    private func replaced(_ file: String) throws -> ActionPlan {
      switch PlanFile.read(utf8: try PlanCommand.bytes(of: file)) {
      case .success(let plan): return plan
      case .failure(let faults):
        Console.write(PlanCheck.report(faults, file: file), to: 2)
        throw ExitCode(Failure.Code.dataError.rawValue)
      }
    }
  }

  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Loads a plan as a new edition, and opens the duties that it asks for."
    )

    @Argument(help: "The plan, in YAML.")
    var file: String

    @Option(
      name: .long,
      help: "The first day from which duties are asked for (YYYY-MM-DD); today by default."
    )
    var dutiesFrom: String?

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      if let dutiesFrom, CivilDate(iso: dutiesFrom) == nil {
        throw ValidationError("--duties-from takes YYYY-MM-DD.")
      }
    }

    func run() async throws {
      let bytes = try PlanCommand.bytes(of: file)
      try await options.withOffice { office in
        do {
          try await PlanRun(office).load(bytes, dutiesFrom: dutiesFrom.flatMap { CivilDate(iso: $0) })
        } catch PlanLoadingError.faults(let faults) {
          Console.write(PlanCheck.report(faults, file: file), to: 2)
          throw ExitCode(Failure.Code.dataError.rawValue)
        } catch let error as PlanLoadingError {
          throw Failure.failure("\(error)", .dataError)
        }
      }
    }
  }

  struct Refresh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens the duties that are due and computes the figures; the server does both every minute."
    )

    @Option(name: .long, help: "The fiscal year; this and the last by default.")
    var fiscalYear: Int?

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      if let fiscalYear { try FiscalYearOption.check(fiscalYear) }
    }

    func run() async throws {
      try await options.withOffice { office in
        try await PlanRun(office).refresh(fiscalYear.map { FiscalYear(startYear: $0) })
      }
    }
  }

  struct References: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Loads published figures of governments, to stand beside one's own."
    )

    @Argument(help: "The CSV file, such as plans/references.csv.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      let bytes = try PlanCommand.bytes(of: file)
      try await options.withOffice { office in
        try await PlanRun(office).loadReferences(bytes)
      }
    }
  }
}
