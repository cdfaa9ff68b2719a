internal import ArgumentParser
internal import CivilTime
internal import DisclosureRules
internal import FollowUps
internal import FoundationEssentials
internal import Plan
internal import Publication
internal import Store

/// Writes the public folder of a year.
struct PlanPublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes the public folder of a year: pages, open data, and the files for the government's site."
  )

  @Option(name: .long, help: "The fiscal year, by the year in which it begins.")
  var fiscalYear: Int

  @Option(name: .long, help: "The folder; an older one of ours is replaced.")
  var to: String

  @Flag(name: .long, help: "Write it before the report is published; every page then says 案.")
  var draft = false

  @OptionGroup var options: DatabaseOptions

  func validate() throws { try FiscalYearOption.check(fiscalYear) }

  func run() async throws {
    try await options.withOffice { office in
      let publishing = Publishing(
        database: office.database,
        clock: office.clock,
        ids: office.ids,
        indicators: House.indicators
      )
      do {
        let files = try await publishing.folder(year: FiscalYear(startYear: fiscalYear), isDraft: draft)
        try PublicFolder.write(files, to: to)
        Console.print("Wrote \(files.count) files to \(to).")
      } catch let error as PublicationError {
        throw Failure.failure("\(error)", .unavailable)
      } catch let error as FollowUpError {
        throw Failure.failure("\(error)", .unavailable)
      } catch PlanReadingError.noPlan {
        throw Failure.failure("No plan is loaded. First: hataraki plan load plans/soumu.yaml", .unavailable)
      } catch let fault as PublicFolder.Fault {
        throw Failure.failure("\(fault)", .cannotCreate)
      }
    }
  }
}

/// Computes the pay gap of an employer; the pay of persons is read and forgotten.
struct PlanPayGapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay-gap",
    abstract: "Computes the pay gap from a CSV file of pay; only the results are kept."
  )

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case persons, hours
  }

  enum Bands: String, ExpressibleByArgument, CaseIterable {
    case state, local
  }

  @Argument(help: "One person a row: sex, group, band, year of hire, annual pay in yen, share of full time.")
  var file: String

  @Option(name: .long, help: "The employer's code.")
  var employer: String

  @Option(name: .long, help: "The fiscal year, by the year in which it begins.")
  var fiscalYear: Int

  @Option(name: .long, help: "How part-timers are counted: persons or hours.")
  var method = Method.persons

  @Option(name: .long, help: "The bands of rank: state or local.")
  var bands = Bands.state

  @Option(name: .long, help: "A text to stand beside the figures (説明欄), up to 1000 characters.")
  var explanation = ""

  @Flag(name: .long, help: "Check only; write nothing.")
  var dryRun = false

  @OptionGroup var options: DatabaseOptions

  func validate() throws { try FiscalYearOption.check(fiscalYear) }

  func run() async throws {
    let bytes = try PlanCommand.bytes(of: file)
    try await options.withOffice { office in
      let service = PayGapService(database: office.database, clock: office.clock, ids: office.ids)
      do {
        let report = try await service.compute(
          bytes,
          employer: employer,
          year: FiscalYear(startYear: fiscalYear),
          method: method == .persons ? .persons : .hours,
          scheme: bands == .state ? .state : .local,
          explanation: explanation,
          isDryRun: dryRun
        )
        try PayGapWords.tell(report)
      } catch let error as PublicationError {
        throw Failure.failure("\(error)", .dataError)
      }
    }
  }
}

/// Fiscal years of the command line.
enum FiscalYearOption {
  static func check(_ year: Int) throws {
    guard (2000...2200).contains(year) else {
      throw ValidationError("--fiscal-year takes a year such as 2026.")
    }
  }
}

/// What a command says of a file with the pay gap.
enum PayGapWords {
  static func tell(_ report: PayGapReport) throws {
    for fault in report.faults {
      Console.error("\(fault.line)行目 \(fault.column ?? "")：\(fault.reason) \(fault.remedy)")
    }
    for warning in report.warnings { Console.error(warning) }
    switch report.outcome {
    case .refused:
      Console.print("誤りが\(report.faults.count)件あります。何も取り込んでいません。")
      throw ExitCode(Failure.Code.dataError.rawValue)
    case .checked: Console.print("取り込めます。\(report.rows)行です。")
    case .applied: Console.print("取り込みました。\(report.rows)行です。")
    case .alreadyImported: Console.print("このファイルは取り込み済みです。変更はありません。")
    }
  }
}
