public import CivilTime
internal import FollowUps
public import Indicators
internal import Journal
internal import Plan
public import Store

/// 公表 – makes the files for the government's site and the public folder of a year.
public struct Publishing: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  private let definitions: [Indicator.Definition]
  private let reading: PublicationReading

  /// Publishes from a database with the indicators of all capabilities.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    indicators: [Indicator]
  ) {
    self.database = database
    self.clock = clock
    self.ids = ids
    definitions = indicators.map(\.definition)
    reading = PublicationReading(definitions: definitions)
  }

  /// The files of the public folder; a draft is marked so on every page.
  ///
  /// - Throws: ``PublicationError/notPublished(_:)`` unless it is a draft; ``PublicationError/limits(_:)``;
  ///   `PlanReadingError`; ``StoreError``.
  public func folder(year: FiscalYear, isDraft: Bool) async throws -> [PublicFile] {
    let (material, report) = try await read(year, isDraft: isDraft)
    guard isDraft || material.stage?.isPublished ?? false else {
      throw PublicationError.notPublished(material.stage)
    }
    let opening = PublicPage.opening(depth: 0, isIndex: false, isDraft: isDraft)
    let forms = PublicationPack.Report(
      html: report.page(opening: opening),
      figures: try report.bytes(.csv)
    )
    let files = try PublicationPack.files(material, report: forms)
    try await note(year, "folder", actor: .commandLine)
    return files
  }

  /// Everything that may be published for a year, before it is.
  func material(year: FiscalYear) async throws -> PublicationMaterial {
    try await read(year, isDraft: true).material
  }

  /// Reads everything in one transaction, so that no two files tell of different moments.
  private func read(
    _ year: FiscalYear,
    isDraft: Bool
  ) async throws -> (material: PublicationMaterial, report: StandingReport) {
    let (definitions, reading, today) = (definitions, reading, clock.today())
    return try await database.read { connection in
      let report = try StandingReport(of: year, definitions: definitions, today: today, on: connection)
      let words = report.stage.map { "（\($0.japanese)）" } ?? "（記録から作成）"
      let line = PublicationMaterial.HistoryLine(
        day: report.content.madeOn,
        text: "\(year.japanese)の実施状況を作成\(isDraft ? "（案）" : words)"
      )
      let material = PublicationMaterial(
        content: report.content,
        stage: report.stage,
        isDraft: isDraft,
        employers: try reading.employers(of: report.content, today: today, on: connection),
        history: [line]
      )
      return (material, report)
    }
  }

  /// One of the two files for the government's site; it may be taken before the report is published.
  func file(_ file: PublicData, year: FiscalYear, actor: JournalActor) async throws -> [UInt8] {
    let material = try await material(year: year)
    let table =
      file == .implementation ? ImplementationLayout.table(material) : DisclosureLayout.table(material)
    try await note(year, file.rawValue, actor: actor)
    return try table.csv()
  }

  private func note(_ year: FiscalYear, _ what: String, actor: JournalActor) async throws {
    let payload: [(StaticString, String)] = [("year", "\(year.startYear)"), ("what", what)]
    let entry = JournalEntry(
      id: ids.next(),
      at: clock.now(),
      actor: actor,
      kind: PublicationKinds.exported,
      payload: JournalPayload(payload)
    )
    try await database.write { connection in try JournalRecords.append(entry, on: connection) }
  }
}
