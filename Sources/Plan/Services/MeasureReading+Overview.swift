internal import CivilTime
internal import Duties
internal import Store

/// 計画の全体: everything that the pages of a year need, read in one snapshot.
struct PlanOverview: Sendable {
  let version: PlanVersion
  let year: FiscalYear
  let today: CivilDate
  /// The years that can be looked at, the newest first.
  let years: [FiscalYear]
  /// Every row, an alias with the state of its original.
  let states: [MeasureID: MeasureState]
  let targets: [TargetID: TargetStanding]
  /// As of which day the duties were gone through; nil when they never were.
  let sweptOn: CivilDate?

  var plan: ActionPlan { version.plan }

  func state(of id: MeasureID) -> MeasureState { states[id] ?? .notReported }

  /// How many originals have each status.
  var counts: [MeasureStatus: Int] {
    plan.originals.reduce(into: [:]) { counts, measure in
      counts[state(of: measure.id).status, default: 0] += 1
    }
  }

  /// How many originals have had no report for long.
  var staleCount: Int { plan.originals.count { measure in state(of: measure.id).isStale } }

  /// When a figure was computed last; nil when none was.
  var figuresComputedAt: Instant? {
    states.values.flatMap(\.figures).compactMap(\.run?.computedAt).max()
  }
}

/// Reads what the pages need.
struct PlanOverviewReading: Sendable {
  let current: CurrentPlan
  let measures: MeasureReading
  let targets: TargetReading

  /// - Parameter asked: the year that is asked for; nil or one that is not offered for this fiscal year.
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  func overview(
    _ asked: FiscalYear?,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PlanOverview {
    let years = try YearRecords.offered(today: today, on: connection)
    let year = asked.flatMap { years.contains($0) ? $0 : nil } ?? today.fiscalYear
    guard let version = try current.version(for: year, on: connection) else { throw PlanReadingError.noPlan }
    return PlanOverview(
      version: version,
      year: year,
      today: today,
      years: years,
      states: try measures.states(of: version, in: year, today: today, on: connection),
      targets: try targets.standings(of: version.plan, in: year, today: today, on: connection),
      sweptOn: try DutyQuery.sweptOn(on: connection)
    )
  }
}

/// Which fiscal years hold anything.
enum YearRecords {
  /// No page offers more years than these.
  private static let most = 10

  /// This fiscal year and those before it back to the first with duties, figures or an edition, the newest first.
  ///
  /// The year before is always among them.
  static func offered(today: CivilDate, on connection: any SQLConnection) throws -> [FiscalYear] {
    let this = today.fiscalYear
    let first: Int? = try connection.value(
      """
      SELECT MIN(year) FROM (SELECT MIN(fiscal_year) AS year FROM duty_tally
      UNION ALL SELECT MIN(fiscal_year) FROM figure_run UNION ALL SELECT MIN(first_year) FROM plan_span) years
      """
    )
    let oldest = max(min(first ?? this.startYear, this.startYear - 1), this.startYear - most + 1)
    return (oldest...this.startYear).reversed().map { FiscalYear(startYear: $0) }
  }
}
