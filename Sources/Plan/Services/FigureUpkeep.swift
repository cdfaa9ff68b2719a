public import CivilTime
public import Indicators
public import Store

/// 数値の更新: keeps the figures of all indicators fresh, those that the plan in use makes included.
public struct FigureUpkeep: Sendable {
  private let refresh: FigureRefresh
  private let clock: any WallClock

  /// Keeps figures of the indicators of all capabilities and of the plan in use.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    indicators: [Indicator]
  ) {
    let current = CurrentPlan()
    self.clock = clock
    refresh = FigureRefresh(database: database, clock: clock, ids: ids) {
      let this = FiscalYear(containing: clock.today())
      let plans = try await database.read { connection in
        // Last year may have been under another edition, whose figures are still shown.
        [
          try current.version(on: connection), try current.version(for: this, on: connection),
          try current.version(for: this.advanced(by: -1), on: connection),
        ].compactMap(\.?.plan)
      }
      var ids = Set(indicators.map(\.definition.id))
      return indicators
        + plans.flatMap { PlanIndicators.made(by: $0) }.filter { ids.insert($0.definition.id).inserted }
    }
  }

  /// Computes what is due; for every minute.
  ///
  /// - Throws: ``PlanReadingError/unreadable(code:edition:)``; ``StoreError`` from the engine.
  public func runDue() async throws -> Refreshed { try await refresh.runDue() }

  /// Computes all figures of a fiscal year anew.
  ///
  /// - Throws: ``PlanReadingError/unreadable(code:edition:)``; ``StoreError`` from the engine.
  public func run(_ year: FiscalYear) async throws -> Refreshed { try await refresh.run(year) }
}

/// The indicators that a plan makes by itself, from its duties and evidence.
enum PlanIndicators {
  static func made(by plan: ActionPlan) -> [Indicator] { DutyIndicators.indicators(for: plan) }
}
