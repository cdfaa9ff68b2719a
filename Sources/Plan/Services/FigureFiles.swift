public import CivilTime
public import Indicators
public import Journal
public import Store

/// 数値のファイル: takes files with figures of the plan's targets and of indicators.
public struct FigureFiles: Sendable {
  private let database: any SQLDatabase
  private let indicators: [Indicator]
  private let others: [FigureKeys.Key]
  private let current = CurrentPlan()
  private let files: FigureImport

  /// Takes figures for the targets of the plan in use, for indicators, and under the keys of other capabilities.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    indicators: [Indicator],
    others: [FigureKeys.Key] = []
  ) {
    self.database = database
    self.indicators = indicators
    self.others = others
    files = FigureImport(database: database, clock: clock, ids: ids)
  }

  /// Imports the bytes of a CSV file, or only checks them; a file that was imported before changes nothing.
  ///
  /// - Throws: `DelimitedTextError` for a file that is not CSV; ``PlanReadingError``; ``StoreError`` from the engine.
  public func importFigures(
    _ bytes: [UInt8],
    isDryRun: Bool,
    by actor: JournalActor = .commandLine
  ) async throws -> FigureImportReport {
    let plan = try await database.read { connection in try current.version(on: connection)?.plan }
    let made = plan.map { PlanIndicators.made(by: $0) } ?? []
    let targets = plan.map { plan in plan.targets.map { Self.key($0, plan) } } ?? []
    let computed = (indicators + made).map { Self.key($0.definition) }
    let keys = FigureKeys(targets + computed + others)
    return try await files.run(bytes, keys: keys, isDryRun: isDryRun, by: actor)
  }

  private static func key(_ target: Target, _ plan: ActionPlan) -> FigureKeys.Key {
    FigureKeys.Key(
      target.key(in: plan),
      spellings: [target.id.text],
      reading: target.countsShare ? .share : target.value.unit.isCount ? .count : .average,
      isComputed: target.source != .imported
    )
  }

  private static func key(_ definition: Indicator.Definition) -> FigureKeys.Key {
    let reading: FigureKeys.Reading =
      switch definition.form {
      case .share: .share
      case .count: .count
      case .average: .average
      }
    return FigureKeys.Key(definition.id, reading: reading, isComputed: true)
  }
}
