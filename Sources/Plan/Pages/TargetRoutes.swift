internal import CivilTime
internal import Indicators
internal import Site
internal import Store

/// The pages of single targets.
struct TargetRoutes: Sendable {
  private let reading: TargetReading
  private let indicators: [Indicator]
  private let current: CurrentPlan

  init(indicators: [Indicator], current: CurrentPlan) {
    reading = TargetReading(definitions: indicators.map(\.definition))
    self.indicators = indicators
    self.current = current
  }

  var all: [Route] {
    [Route(.get, "/plan/targets/{id}", allow: PlanRoutes.readers, target)]
  }

  @Sendable private func target(_ request: SignedInRequest) async throws -> Reply {
    guard let id = request.parameters["id"].flatMap({ TargetID($0) }) else { throw SiteError.notFound }
    // The month reader takes four ASCII digits only.
    let asked = request.query.first("year").flatMap { YearMonth(iso: $0 + "-04")?.fiscalYear }
    let today = request.today
    let shown = try await request.database.read { connection in
      try followUp(id, asked, today: today, on: connection)
    }
    guard let shown else { throw SiteError.notFound }
    return .page(TargetPage(shown: shown, links: RowLinks(shown.indicators, for: request.actor)).content)
  }

  /// What the page of a target shows; nil when the plan of the year has none of this id.
  func followUp(
    _ id: TargetID,
    _ asked: FiscalYear?,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> TargetFollowUp? {
    let years = try YearRecords.offered(today: today, on: connection)
    let year = asked.flatMap { years.contains($0) ? $0 : nil } ?? today.fiscalYear
    guard let version = try current.version(for: year, on: connection), let target = version.plan.target(id)
    else { return nil }
    let standings = try reading.standings(of: version.plan, in: year, today: today, on: connection)
    guard let standing = standings[id] else { return nil }
    let known = indicators + PlanIndicators.made(by: version.plan)
    let ids = target.source.indicators
    let key = target.key(in: version.plan)
    return TargetFollowUp(
      version: version,
      target: target,
      year: year,
      years: years,
      standing: standing,
      indicators: ids.compactMap { id in known.first { $0.definition.id == id } },
      histories: try reading.history(of: Set(ids), under: version.plan, on: connection),
      imported: try ImportedFigureRecords.history(of: key, on: connection),
      references: try ReferenceRecords.series(target: key, on: connection)
    )
  }
}

/// Everything that the page of a target shows.
struct TargetFollowUp: Sendable {
  let version: PlanVersion
  let target: Target
  let year: FiscalYear
  /// The years that can be looked at, the newest first.
  let years: [FiscalYear]
  let standing: TargetStanding
  /// The indicators of the target, the judged one first.
  let indicators: [Indicator]
  /// What each indicator came to month by month.
  let histories: [String: [TrendPoint]]
  /// What was imported, the newest first.
  let imported: [ImportedFigure]
  let references: [ReferenceSeries]

  /// What the indicators are, the judged one first.
  var definitions: [Indicator.Definition] { indicators.map(\.definition) }

  /// The judged definition year by year, the newest point of each, the oldest first.
  var ownPoints: [TargetTrendPoint] {
    guard let definition = definitions.first else { return standing.trend }
    return yearly(definition)
  }

  /// The newest point of each year of an indicator.
  func yearly(_ definition: Indicator.Definition) -> [TargetTrendPoint] {
    let points = TargetTrend.points(
      (histories[definition.id] ?? []).filter { $0.year <= year },
      definition,
      target
    )
    var newest: [FiscalYear: TargetTrendPoint] = [:]
    for point in points { newest[point.year] = point }
    return newest.values.sorted { $0.year < $1.year }
  }

  /// The points of ``ownPoints`` in runs of one way of counting.
  var ownRuns: [[TargetTrendPoint]] {
    ownPoints.reduce(into: []) { runs, point in
      if let last = runs.last?.last, last.definition == point.definition {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
  }
}
