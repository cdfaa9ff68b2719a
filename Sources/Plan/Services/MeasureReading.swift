package import CivilTime
internal import Duties
package import Indicators
package import Store

/// 取組の現状の読み取り: reads how every measure of a plan stands, in a handful of small queries.
package struct MeasureReading: Sendable {
  private let figures: FigureReading

  /// Reads with the indicators of all capabilities.
  package init(definitions: [Indicator.Definition]) {
    figures = FigureReading(definitions: definitions)
  }

  /// Every row of the plan, an alias with the state of its original.
  ///
  /// - Throws: ``StoreError`` from the engine.
  package func states(
    of version: PlanVersion,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [MeasureID: MeasureState] {
    let plan = version.plan
    let known = try Known(plan: plan, year: year, today: today, figures: figures, on: connection)
    var states: [MeasureID: MeasureState] = [:]
    for measure in plan.originals {
      guard let content = measure.ownContent else { continue }
      states[measure.id] = known.state(of: measure.id, content)
    }
    for measure in plan.measures {
      guard let original = measure.aliasOf else { continue }
      states[measure.id] = states[original]
    }
    return states
  }
}

/// What the tables say of all measures in a year.
private struct Known {
  let year: FiscalYear
  let today: CivilDate
  let owed: [String: StandingRecords.Owed]
  let reported: [String: MeasureEvidence]
  let newestDays: [String: CivilDate]
  let stopped: [String: MeasureDecision]
  let figures: [String: IndicatorFigure]

  /// How many years back a report can keep a measure in place: 36 months at most.
  private static let yearsInPlace = 3

  init(
    plan: ActionPlan,
    year: FiscalYear,
    today: CivilDate,
    figures: FigureReading,
    on connection: any SQLConnection
  ) throws {
    self.year = year
    self.today = today
    owed = try StandingRecords.owed(in: year, plan: plan.code, asOf: today, on: connection)
    reported = try StandingRecords.reported(in: year, plan: plan.code, on: connection)
    let years = year.advanced(by: -Self.yearsInPlace)...year
    newestDays = try StandingRecords.newestDays(in: years, plan: plan.code, on: connection)
    stopped = try DecisionRecords.stopped(in: year, plan: plan.code, on: connection)
    let made = DutyIndicators.indicators(for: plan).map(\.definition)
    let asked = plan.originals.flatMap { measure in measure.ownContent?.indicators ?? [] } + made.map(\.id)
    self.figures = try figures.adding(made).figures(Set(asked), in: year, today: today, on: connection)
  }

  func state(of id: MeasureID, _ content: MeasureContent) -> MeasureState {
    let owed = owed[id.text]
    let evidence = evidence(of: id, owed)
    let own = content.indicators.compactMap { figures[$0] }
    let units = units(of: id, content)
    var facts = MeasureStatusRule.Facts(rule: content.coverage)
    let coverage = owed?.coverage.counting(content.headCount)
    facts.coverage = coverage
    facts.nextDueOn = owed?.nextDueOn
    facts.hasAllDuties = content.duties.allSatisfy { duty in hasBegun(duty.occasion) }
    facts.evidence = evidence
    facts.newestDay = newestDays[id.text]
    facts.units = units
    facts.hasFigures = own.contains { figure in figure.run != nil }
    facts.hasOldFigures = own.contains(where: isOld)
    facts.isStopped = stopped[id.text] != nil
    return MeasureState(
      status: MeasureStatusRule.status(facts, in: year, today: today),
      // Duties of few people are not told, not even as a whole; the state is known from all of them.
      coverage: coverage.flatMap { coverage in coverage.isOfFew ? nil : coverage },
      evidence: evidence,
      units: units,
      figures: own,
      isStale: MeasureStatusRule.isStale(lastActivity: evidence?.lastHeldOn, in: year, today: today),
      decision: stopped[id.text]
    )
  }

  /// Reports by hand, and the day of the newest duty that was settled otherwise.
  private func evidence(of id: MeasureID, _ owed: StandingRecords.Owed?) -> MeasureEvidence? {
    let reported = reported[id.text]
    // What was only excused is no news of the measure.
    guard let owed, owed.coverage.fulfilled > 0, let fulfilled = owed.lastFulfilledOn else { return reported }
    let newest = reported?.lastHeldOn.map { held in max(held, fulfilled) } ?? fulfilled
    return MeasureEvidence(
      cases: reported?.cases ?? 0,
      quantity: reported?.quantity,
      quantityOf: reported?.quantityOf,
      lastHeldOn: newest
    )
  }

  private func units(of id: MeasureID, _ content: MeasureContent) -> Ratio? {
    guard content.coverage == .unitsWithAny else { return nil }
    guard let figure = figures[DutyIndicators.unitsWithout(id)], figure.run != nil else { return nil }
    guard case .shown(let tally) = figure.total else { return nil }
    return Ratio(tally.ratio.denominator - tally.ratio.numerator, of: tally.ratio.denominator)
  }

  /// Whether the last period of the cycle has begun; events can come until the year is over.
  private func hasBegun(_ occasion: Occasion) -> Bool {
    switch occasion {
    case .every(let cycle):
      CycleCalendar.periods(of: cycle, in: year).allSatisfy { period in period.days.lowerBound <= today }
    case .on: today > year.lastDay
    }
  }

  private func isOld(_ figure: IndicatorFigure) -> Bool {
    guard let run = figure.run, run.isStale else { return false }
    return OfficeZone.date(of: run.computedAt).distance(to: today) > 7
  }
}
