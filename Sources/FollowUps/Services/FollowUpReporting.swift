public import CivilTime
public import Indicators
package import Plan
public import Store

/// 確かめの結果 – whether a frozen report is whole, and where the records say something else by now.
public struct ReportVerification: Sendable, Hashable {
  /// The number of the snapshot.
  public let snapshot: RecordID<ReportSnapshot>
  /// The stage at which the report stands.
  public let stage: ReportStage
  /// The SHA-256 of the snapshot, as 64 hexadecimal digits.
  public let digest: String
  /// Where records and words of today differ from it; figures imported or corrected since show up here.
  public let differences: [ReportDifference]
}

/// 年次フォローアップの提供 – gives the report of a year in all forms, and proves what was published.
public struct FollowUpReporting: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let upkeep: FigureUpkeep
  private let reading: ReportReading

  /// Reports from a database with the indicators of all capabilities.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    indicators: [Indicator]
  ) {
    self.database = database
    self.clock = clock
    upkeep = FigureUpkeep(database: database, clock: clock, ids: ids, indicators: indicators)
    reading = ReportReading(assembly: FollowUpAssembly(definitions: indicators.map(\.definition)))
  }

  /// The report as the bytes of a file.
  ///
  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError`` from the engine.
  public func file(
    _ format: ReportFormat,
    year: FiscalYear,
    from source: ReportSource
  ) async throws -> [UInt8] {
    try format.bytes(of: try await report(year, source))
  }

  /// What is reported of a year.
  ///
  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError`` from the engine.
  package func content(year: FiscalYear, from source: ReportSource) async throws -> FollowUpContent {
    try await report(year, source).content
  }

  /// How far the report of a year has come; nil while nobody has written or moved it.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  package func stage(year: FiscalYear) async throws -> ReportStage? {
    let standing = try await report(year, .live).standing
    return standing.report == nil ? nil : standing.stage
  }

  /// Computes the figures of a year anew and compares them with what was frozen last.
  ///
  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError`` from the engine.
  public func verify(year: FiscalYear) async throws -> ReportVerification {
    _ = try await upkeep.run(year)
    let reading = reading
    let today = clock.today()
    return try await database.read { connection in
      let frozen = try reading.report(of: year, from: .newest, today: today, on: connection)
      guard let snapshot = frozen.snapshot else { throw FollowUpError.noSnapshot }
      let now = try reading.report(of: year, from: .live, today: today, on: connection)
      return ReportVerification(
        snapshot: snapshot.id,
        stage: frozen.standing.stage,
        digest: snapshot.digestText,
        differences: ReportComparison.differences(frozen.content, now.content)
      )
    }
  }

  private func report(_ year: FiscalYear, _ source: ReportSource) async throws -> ReadReport {
    let reading = reading
    let today = clock.today()
    return try await database.read { connection in
      try reading.report(of: year, from: source, today: today, on: connection)
    }
  }
}
