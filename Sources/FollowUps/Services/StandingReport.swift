package import CivilTime
package import Indicators
package import Markup
package import Plan
package import Store

/// 段階の報告 – a year's report as its stage has it, for whoever reads more in the same transaction.
package struct StandingReport: Sendable {
  private let report: ReadReport

  /// Reads the report: frozen once it has left the draft, as the records are before that.
  ///
  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError`` from the engine.
  package init(
    of year: FiscalYear,
    definitions: [Indicator.Definition],
    today: CivilDate,
    on connection: any SQLConnection
  ) throws {
    let reading = ReportReading(assembly: FollowUpAssembly(definitions: definitions))
    report = try reading.report(of: year, from: .standing, today: today, on: connection)
  }

  /// What is reported.
  package var content: FollowUpContent { report.content }

  /// How far it has come; nil while nobody has written or moved it.
  package var stage: ReportStage? { report.standing.report == nil ? nil : report.standing.stage }

  /// The report as a page that stands for itself, with something before its title.
  package func page(opening: HTML) -> [UInt8] {
    FollowUpHTML.document(report.document, opening: opening).bytes
  }

  /// The report as the bytes of a file.
  package func bytes(_ format: ReportFormat) throws -> [UInt8] { try format.bytes(of: report) }
}
