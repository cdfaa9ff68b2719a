internal import ArgumentParser
internal import FoundationEssentials
internal import Indicators
internal import Journal
internal import People
internal import Plan
internal import Publication
internal import Store
internal import WorkingTime

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Imports a CSV file in one transaction: roster, punches, overtime, designations, figures or the pay gap; "
      + "pc-logs in batches that go on where they stopped.",
    discussion: """
      A file with faults is refused whole; every fault is told with its line, column and remedy. Of pc-logs the faulty \
      rows alone are left out.
      """
  )

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case roster, punches, overtime, designations, figures
    case payGap = "pay-gap"
    case pcLogs = "pc-logs"
  }

  @Argument(help: "What the file holds.")
  var kind: Kind

  @Argument(help: "The CSV file: UTF-8 or CP932, headings in Japanese or English.")
  var file: String

  @Flag(name: .long, help: "Check only; write nothing.")
  var dryRun = false

  @OptionGroup var logs: PCLogsOptions

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    try await options.withOffice { office in
      switch kind {
      case .roster: try await importRoster(office)
      case .punches: try await importRecords(.punches, office)
      case .overtime: try await importRecords(.overtime, office)
      case .designations: try await importRecords(.designations, office)
      case .figures: try await importFigures(office)
      case .payGap: try await importPayGap(office)
      case .pcLogs: try await logs.importFile(file, office, isDryRun: dryRun)
      }
    }
  }

  private func importRoster(_ office: Office) async throws {
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw Failure.failure("The file \(file) cannot be read.", .noInput)
    }
    let service = RosterImport(database: office.database, clock: office.clock, ids: office.ids)
    let bytes = Array(data)
    let report = dryRun ? try await service.check(bytes) : try await service.apply(bytes, by: .commandLine)
    for fault in report.faults + report.warnings {
      Console.error("\(fault.row)行目 \(fault.column ?? "")：\(fault.reason) \(fault.remedy)")
    }
    Console.print(report.message)
    if report.outcome == .refused { throw ExitCode(Failure.Code.dataError.rawValue) }
  }

  private func importRecords(_ kind: WorkingTimeFile, _ office: Office) async throws {
    let report = try await kind.importFile(
      file,
      into: office.database,
      clock: office.clock,
      ids: office.ids,
      isDryRun: dryRun
    )
    for fault in report.faults {
      Console.error("\(fault.line)行目 \(fault.column ?? "")：\(fault.reason) \(fault.remedy)")
    }
    switch report.outcome {
    case .refused:
      Console.print("誤りが\(report.faults.count)件あります。何も取り込んでいません。")
      throw ExitCode(Failure.Code.dataError.rawValue)
    case .checked:
      Console.print("取り込めます。\(report.rows)行のうち新しい記録は\(report.added)件、取り込み済みは\(report.known)件です。")
    case .applied:
      Console.print("取り込みました。\(report.rows)行のうち新しい記録は\(report.added)件、取り込み済みは\(report.known)件です。")
    case .alreadyImported:
      Console.print("このファイルは取り込み済みです。変更はありません。")
    }
  }

  private func importFigures(_ office: Office) async throws {
    let files = FigureFiles(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: House.indicators,
      others: PublicationKeys.all
    )
    let report = try await files.importFigures(PlanCommand.bytes(of: file), isDryRun: dryRun)
    for fault in report.faults + report.warnings {
      Console.error("\(fault.line)行目 \(fault.column ?? "")：\(fault.reason) \(fault.remedy)")
    }
    switch report.outcome {
    case .refused:
      Console.print("誤りが\(report.faults.count)件あります。何も取り込んでいません。")
      throw ExitCode(Failure.Code.dataError.rawValue)
    case .checked: Console.print("取り込めます。\(report.rows)行です。")
    case .applied: Console.print("取り込みました。\(report.rows)件です。")
    case .alreadyImported: Console.print("このファイルは取り込み済みです。変更はありません。")
    }
  }

  private func importPayGap(_ office: Office) async throws {
    let service = PayGapService(database: office.database, clock: office.clock, ids: office.ids)
    try PayGapWords.tell(try await service.takeOver(PlanCommand.bytes(of: file), isDryRun: dryRun))
  }
}
