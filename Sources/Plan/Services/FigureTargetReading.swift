package import CivilTime
package import Indicators
internal import People
package import Store

/// 目標の読み取り: what is known of the targets of a plan, from stored and imported figures; nothing is computed.
package struct TargetReading: Sendable {
  /// The most points of a trend.
  package static let mostTrendPoints = 12
  /// How many years back imported figures are read.
  private static let yearsBack = 11

  private let reading: FigureReading

  /// Reads with the definitions of all indicators, those that plans make by themselves excepted.
  package init(definitions: [Indicator.Definition]) {
    reading = FigureReading(definitions: definitions)
  }

  /// What is known of each target of a plan in a year; the same few queries for one target as for all.
  ///
  /// - Throws: ``StoreError`` from the engine.
  package func standings(
    of plan: ActionPlan,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [TargetID: TargetStanding] {
    let shelf = try TargetShelf(plan: plan, year: year, today: today, reading: reading, on: connection)
    return Dictionary(plan.targets.map { ($0.id, shelf.standing(of: $0)) }) { first, _ in first }
  }

  /// What indicators came to over time for all employers together, the oldest first, as far as it may be shown.
  ///
  /// - Throws: ``StoreError`` from the engine.
  package func history(
    of ids: Set<String>,
    under plan: ActionPlan,
    on connection: any SQLConnection
  ) throws -> [String: [TrendPoint]] {
    try reading.adding(PlanIndicators.made(by: plan).map(\.definition)).history(of: ids, on: connection)
  }

  fileprivate static func years(of plan: ActionPlan, in year: FiscalYear) -> Set<FiscalYear> {
    Set([year] + plan.targets.filter { $0.source != .imported }.map { $0.judgedYear(year) })
  }

  fileprivate static func importedYears(_ year: FiscalYear) -> ClosedRange<FiscalYear> {
    year.advanced(by: -yearsBack)...year
  }
}

/// All figures that the targets of a plan need, as they were read.
private struct TargetShelf {
  let plan: ActionPlan
  let year: FiscalYear
  let employers: [Employer]
  let figures: [FiscalYear: [String: IndicatorFigure]]
  let imported: [String: [ImportedFigure]]
  let history: [String: [TrendPoint]]

  /// Reads everything that targets need in a few queries.
  init(
    plan: ActionPlan,
    year: FiscalYear,
    today: CivilDate,
    reading base: FigureReading,
    on connection: any SQLConnection
  ) throws {
    let reading = base.adding(PlanIndicators.made(by: plan).map(\.definition))
    let ids = Set(plan.targets.flatMap(\.source.indicators))
    var figures: [FiscalYear: [String: IndicatorFigure]] = [:]
    for one in TargetReading.years(of: plan, in: year) {
      figures[one] = try reading.figures(ids, in: one, today: today, detail: .employers, on: connection)
    }
    let keys = Set(plan.targets.map { $0.key(in: plan) })
    let imported = try ImportedFigureRecords.latest(
      keys: keys,
      years: TargetReading.importedYears(year),
      on: connection
    )
    self.plan = plan
    self.year = year
    self.figures = figures
    self.imported = Dictionary(grouping: imported, by: \.key)
    employers = try EmployerRecords.all(on: connection)
    history = try reading.history(of: ids, on: connection)
  }

  func standing(of target: Target) -> TargetStanding {
    let judgedYear = target.judgedYear(year)
    let given = ImportedSplit(
      target: target,
      figures: imported[target.key(in: plan)] ?? [],
      employers: employers
    )
    let counted = target.source.indicators.map { id in figures[judgedYear]?[id] }
    let own = counted.map { figure in figure.flatMap { TargetFigure($0, target, judgedYear) } }
    let isImported = target.source == .imported
    let judged = isImported ? given.newest(judgedYear) : own.first.flatMap { $0 }
    let later = judgedYear < year ? afterDeadline(target, given) : []
    let beside =
      isImported ? given.others(judgedYear) : own.dropFirst().compactMap { $0 } + given.all(judgedYear)
    return TargetStanding(
      target: target.id,
      judged: judged,
      others: beside + later,
      byEmployer: isImported
        ? given.employers(judgedYear)
        : counted.first.flatMap { $0 }.map { employers($0, target, judgedYear) } ?? [],
      distance: TargetDistance.of(target, judged?.amount),
      trend: isImported ? given.trend : trend(of: target)
    )
  }

  /// Figures of the year that is looked at, when the deadline has passed before.
  private func afterDeadline(_ target: Target, _ given: ImportedSplit) -> [TargetFigure] {
    let counted = target.source.indicators.compactMap { id in figures[year]?[id] }
    return counted.compactMap { TargetFigure($0, target, year) } + given.all(year)
  }

  private func employers(
    _ figure: IndicatorFigure,
    _ target: Target,
    _ year: FiscalYear
  ) -> [TargetFigure] {
    figure.employers.compactMap { employer in
      TargetFigure(figure, target, year, employer: employer.employer, shown: employer.figure)
    }
  }

  private func trend(of target: Target) -> [TargetTrendPoint] {
    guard let id = target.source.indicators.first, let definition = definition(id) else { return [] }
    let points = (history[id] ?? []).filter { $0.year <= year }
    return TargetTrend.points(points, definition, target).suffix(TargetReading.mostTrendPoints)
  }

  private func definition(_ id: String) -> Indicator.Definition? {
    figures.values.lazy.compactMap { $0[id]?.definition }.first
  }
}
