internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// 組織の数値: what the figures of the plan come to in a unit, as far as they may be shown.
///
/// Figures are kept and guarded for the units at the top alone (docs/decisions/0005-unit-figures.md): a unit below
/// one of them sees that one's.
struct UnitFigures: Sendable {
  /// The unit whose figures these are; nil where it is not in force.
  let bureau: OrganizationUnit?
  let lines: [Line]

  /// One figure with what it belongs to.
  struct Line: Sendable {
    let definition: Indicator.Definition
    let standing: FigureStanding
    let figure: Figure
    let measures: [MeasureID]
    let targets: [TargetID]
  }
}

/// Reads the figures of a unit; nothing is computed.
struct UnitFigureReading: Sendable {
  private let reading: FigureReading

  init(definitions: [Indicator.Definition]) {
    reading = FigureReading(definitions: definitions)
  }

  /// The figures of measures and targets, in the plan's order.
  ///
  /// - Throws: ``StoreError`` from the engine.
  func figures(
    of unit: RecordID<OrganizationUnit>,
    in overview: PlanOverview,
    tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> UnitFigures {
    let plan = overview.plan
    let bureau = tree.bureau(of: unit).flatMap { tree.unit($0) }
    let ids = Self.ids(of: plan)
    let figures = try reading.adding(PlanIndicators.made(by: plan).map(\.definition)).figures(
      Set(ids),
      in: overview.year,
      today: overview.today,
      on: connection
    )
    let lines = ids.compactMap { id -> UnitFigures.Line? in
      guard let figure = figures[id] else { return nil }
      return UnitFigures.Line(
        definition: figure.definition,
        standing: figure.standing,
        figure: Self.figure(of: bureau, figure),
        measures: plan.originals.filter { $0.ownContent?.indicators.contains(id) ?? false }.map(\.id),
        targets: plan.targets.filter { $0.source.indicators.contains(id) }.map(\.id)
      )
    }
    return UnitFigures(bureau: bureau, lines: lines)
  }

  /// The figures that measures and targets name, each once.
  private static func ids(of plan: ActionPlan) -> [String] {
    let named =
      plan.originals.flatMap { $0.ownContent?.indicators ?? [] } + plan.targets.flatMap(\.source.indicators)
    var seen: Set<String> = []
    return named.filter { seen.insert($0).inserted }
  }

  /// What is not among those that may be shown is withheld, also where nobody was counted.
  private static func figure(of bureau: OrganizationUnit?, _ figure: IndicatorFigure) -> Figure {
    guard let bureau else { return .withheld }
    let shown = figure.employers.lazy.flatMap(\.units).first { $0.unit.id == bureau.id }
    return shown.map { .shown($0.tally) } ?? .withheld
  }
}
