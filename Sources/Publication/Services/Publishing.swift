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
  private let reporting: FollowUpReporting
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
    reporting = FollowUpReporting(database: database, clock: clock, ids: ids, indicators: indicators)
    reading = PublicationReading(definitions: indicators.map(\.definition))
  }

  /// The files of the public folder; a draft is marked so on every page.
  ///
  /// - Throws: ``PublicationError/notPublished(_:)`` unless it is a draft; ``PublicationError/limits(_:)``;
  ///   `PlanReadingError`; ``StoreError``.
  public func folder(year: FiscalYear, isDraft: Bool) async throws -> [PublicFile] {
    let stage = try await reporting.stage(year: year)
    guard isDraft || stage?.isPublished ?? false else { throw PublicationError.notPublished(stage) }
    let material = try await material(year: year, isDraft: isDraft)
    let report = PublicationPack.Report(
      html: try await reporting.file(.html, year: year, from: .standing),
      figures: try await reporting.file(.csv, year: year, from: .standing)
    )
    let files = try PublicationPack.files(material, report: report)
    try await note(year, "folder", actor: .commandLine)
    return files
  }

  /// Everything that is published for a year.
  func material(year: FiscalYear, isDraft: Bool) async throws -> PublicationMaterial {
    let content = try await reporting.content(year: year, from: .standing)
    let stage = try await reporting.stage(year: year)
    let reading = reading
    let today = clock.today()
    let employers = try await database.read { connection in
      try reading.employers(of: content, today: today, on: connection)
    }
    let words = stage.map { "（\($0.japanese)）" } ?? "（記録から作成）"
    let line = PublicationMaterial.HistoryLine(
      day: content.madeOn,
      text: "\(year.japanese)の実施状況を作成\(isDraft ? "（案）" : words)"
    )
    return PublicationMaterial(content: content, isDraft: isDraft, employers: employers, history: [line])
  }

  /// How far the report of a year has come; nil while nobody has begun it.
  func stage(year: FiscalYear) async throws -> ReportStage? { try await reporting.stage(year: year) }

  /// One of the two files for the government's site; it may be taken before the report is published.
  func file(_ file: PublicData, year: FiscalYear, actor: JournalActor) async throws -> [UInt8] {
    let material = try await material(year: year, isDraft: true)
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
