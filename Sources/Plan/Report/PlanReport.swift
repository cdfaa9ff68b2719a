public import CivilTime
public import Indicators
public import Store

/// 年次フォローアップの作成: computes the follow-up of a fiscal year from the plan in use and the records.
public struct PlanReport: Sendable {
  private let database: any SQLDatabase
  private let computation: FigureComputation
  private let current: CurrentPlan

  /// Reports from a database with the indicators of all capabilities.
  public init(database: any SQLDatabase, indicators: [Indicator]) {
    self.init(
      database: database,
      computation: FigureComputation(indicators: indicators),
      current: CurrentPlan()
    )
  }

  init(database: any SQLDatabase, computation: FigureComputation, current: CurrentPlan) {
    self.database = database
    self.computation = computation
    self.current = current
  }

  /// The follow-up of a year as far as the day before `today`, read in one snapshot.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  public func followUp(year: FiscalYear, today: CivilDate) async throws -> FollowUp {
    try await read { version, connection in
      let ids = Set(version.plan.originals.flatMap { version.plan.content(of: $0.id)?.indicators ?? [] })
      return FollowUp(
        version: version,
        year: year,
        asOf: FigureComputation.asOf(year, today: today),
        madeOn: today,
        figures: try computation.figures(ids, in: year, today: today, on: connection)
      )
    }
  }

  /// One measure alone, which costs no more than its own figures; nil when the plan has none of this id.
  func measure(_ id: MeasureID, year: FiscalYear, today: CivilDate) async throws -> MeasureFollowUp? {
    try await read { version, connection in
      guard let row = version.plan.measure(id), let original = version.plan.original(of: id),
        let content = original.ownContent
      else { return nil }
      let figures = try computation.figures(Set(content.indicators), in: year, today: today, on: connection)
      return MeasureFollowUp(
        version: version,
        row: row,
        original: original.id,
        content: content,
        year: year,
        asOf: FigureComputation.asOf(year, today: today),
        state: MeasureState(content, figures: figures)
      )
    }
  }

  private func read<Value: Sendable>(
    _ body: @escaping @Sendable (PlanVersion, any SQLConnection) throws -> Value
  ) async throws -> Value {
    let current = current
    return try await database.read { connection in
      guard let version = try current.version(on: connection) else { throw PlanReadingError.noPlan }
      return try body(version, connection)
    }
  }
}

/// What is known of one row of the plan in a fiscal year.
struct MeasureFollowUp: Hashable, Sendable {
  let version: PlanVersion
  /// The row that was asked for, alias or original.
  let row: Measure
  /// The row that carries the progress.
  let original: MeasureID
  let content: MeasureContent
  let year: FiscalYear
  let asOf: CivilDate?
  let state: MeasureState
}

extension MeasureState {
  /// The state of a measure among the figures that were computed.
  init(_ content: MeasureContent, figures: [String: IndicatorFigure]) {
    let own = content.indicators.compactMap { figures[$0] }
    self = own.isEmpty ? .notReported : .computed(own)
  }
}
