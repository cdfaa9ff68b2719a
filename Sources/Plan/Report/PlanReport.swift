public import CivilTime
public import Indicators
public import Store

/// 年次フォローアップの作成: draws the follow-up of a fiscal year from the plan in use and the stored figures.
public struct PlanReport: Sendable {
  private let database: any SQLDatabase
  private let reading: FigureReading
  private let current: CurrentPlan

  /// Reports from a database in which the figures of these indicators are stored.
  public init(database: any SQLDatabase, indicators: [Indicator]) {
    self.init(
      database: database,
      reading: FigureReading(definitions: indicators.map(\.definition)),
      current: CurrentPlan()
    )
  }

  init(database: any SQLDatabase, reading: FigureReading, current: CurrentPlan) {
    self.database = database
    self.reading = reading
    self.current = current
  }

  /// The follow-up of a year as it is known, read in one snapshot; nothing is computed.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  public func followUp(year: FiscalYear, today: CivilDate) async throws -> FollowUp {
    try await read { version, connection in
      let ids = Set(version.plan.originals.flatMap { version.plan.content(of: $0.id)?.indicators ?? [] })
      return FollowUp(
        version: version,
        year: year,
        madeOn: today,
        figures: try reading(for: version).figures(ids, in: year, today: today, on: connection)
      )
    }
  }

  /// One measure alone, which costs no more than its own figures; nil when the plan has none of this id.
  func measure(_ id: MeasureID, year: FiscalYear, today: CivilDate) async throws -> MeasureFollowUp? {
    try await read { version, connection in
      guard let row = version.plan.measure(id), let original = version.plan.original(of: id),
        let content = original.ownContent
      else { return nil }
      let ids = Set(content.indicators)
      let figures = try reading(for: version).figures(ids, in: year, today: today, on: connection)
      return MeasureFollowUp(
        version: version,
        row: row,
        original: original.id,
        content: content,
        year: year,
        state: MeasureState(content, figures: figures)
      )
    }
  }

  private func reading(for version: PlanVersion) -> FigureReading {
    reading.adding(PlanIndicators.made(by: version.plan).map(\.definition))
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
  let state: MeasureState

  /// The last day that any of its figures takes in; nil when nothing has been counted.
  var asOf: CivilDate? { state.figures.compactMap(\.run?.asOf).max() }
}

extension MeasureState {
  /// The state of a measure among the figures that were computed.
  init(_ content: MeasureContent, figures: [String: IndicatorFigure]) {
    let own = content.indicators.compactMap { figures[$0] }
    self = own.isEmpty ? .notReported : .computed(own)
  }
}
