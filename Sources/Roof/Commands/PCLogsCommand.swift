internal import ArgumentParser
internal import FoundationEssentials
internal import PresenceLogs
internal import Store

/// `import pc-logs FILE --mapping NAME`: by which mapping a log is read, and where its faults are written.
struct PCLogsOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "pc-logs: the mapping, such as pc-events, pc-days, windows-events or one set up by HR."
  )
  var mapping: String?

  @Option(name: .long, help: "pc-logs: where to write the first faults as CSV.")
  var faults: String?

  @Flag(
    name: .long,
    help:
      "pc-logs: read a file that was imported before once more, when people or names have been registered since."
  )
  var again = false

  /// Imports a log; it tells of every batch, and goes on where an import of the same file was broken off.
  func importFile(_ file: String, _ office: Office, isDryRun: Bool) async throws {
    guard let mapping else { throw ValidationError("Say how the file is read: --mapping NAME.") }
    if isDryRun { throw ValidationError("pc-logs has no dry run: sending a file twice changes nothing.") }
    let work = PCLogImport(database: office.database, clock: office.clock, ids: office.ids)
    do {
      let report = try await work.run(file, mapping: mapping, again: again) { progress in
        Console.error("\(progress.rows)行まで取り込みました。")
      }
      try tell(report)
    } catch let refusal as PCLogRefusal {
      throw Failure.failure(refusal.japanese, .dataError)
    }
  }

  private func tell(_ report: PCLogReport) throws {
    let progress = report.progress
    let counts = """
      \(progress.rows)行、出来事\(progress.events)件、対象外\(progress.passedOver)行、職員が不明\(progress.unknownPeople)行、\
      日時が不明\(progress.unreadable)行、時計の疑い\(progress.doubtful)件
      """
    switch report.outcome {
    case .finished: Console.print("取り込みました。\(counts)")
    case .resumed(let row): Console.print("\(row)行目の次から続けて、取り込みました。\(counts)")
    case .alreadyImported:
      let hint = progress.unknownPeople > 0 ? "職員や名前を登録した後に取り込み直すときは --again を付けてください。" : ""
      Console.print("このファイルは取り込み済みです。変更はありません。\(hint)\(counts)")
    }
    guard let faults else { return }
    try Data(LogFaultFile.bytes(report.faults)).write(to: URL(filePath: faults))
  }
}
