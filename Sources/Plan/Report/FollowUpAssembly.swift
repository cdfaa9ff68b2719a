package import CivilTime
package import Indicators
internal import People
package import Store

/// 年次フォローアップの組み立て: gathers what is known of a year into the content of its report.
///
/// It reads what is stored and counts nothing itself, so that it costs little and can run in any transaction.
package struct FollowUpAssembly: Sendable {
  private let definitions: [Indicator.Definition]
  private let current = CurrentPlan()

  /// An assembly that knows the indicators of all capabilities.
  package init(definitions: [Indicator.Definition]) {
    self.definitions = definitions
  }

  /// The edition of the plan that holds for a year.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  package func version(for year: FiscalYear, on connection: any SQLConnection) throws -> PlanVersion {
    guard let version = try current.version(for: year, on: connection) else {
      throw PlanReadingError.noPlan
    }
    return version
  }

  /// An edition of a plan by its identifier, such as the one under which a report was frozen.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  package func version(
    _ id: RecordID<PlanVersion>,
    of code: String,
    on connection: any SQLConnection
  ) throws -> PlanVersion {
    let editions = try PlanVersionRecords.editions(of: code, on: connection)
    guard let entry = editions.first(where: { $0.id == id }) else { throw PlanReadingError.noPlan }
    return try current.version(entry, on: connection)
  }

  /// What is reported of a year as far as today, without the secretariat's words.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  package func content(
    of year: FiscalYear,
    under version: PlanVersion,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> FollowUpContent {
    let plan = version.plan
    let states = try MeasureReading(definitions: definitions)
      .states(of: version, in: year, today: today, on: connection)
    let standings = try TargetReading(definitions: definitions)
      .standings(of: plan, in: year, today: today, on: connection)
    let figures = plan.originals.flatMap { measure in states[measure.id]?.figures ?? [] }
    let known = Dictionary(figures.map { ($0.definition.id, $0) }) { first, _ in first }
    let lines = known.keys.sorted().compactMap { id in known[id].flatMap(FigureLine.init) }
    let targets = plan.targets.map { TargetLine($0.id, standings[$0.id]) }
    return FollowUpContent(
      version: version,
      year: year,
      asOf: (lines.compactMap(\.asOf) + targets.compactMap(\.judged?.asOf)).max(),
      madeOn: today,
      measures: plan.originals.map { MeasureLine($0.id, states[$0.id] ?? .notReported) },
      targets: targets,
      figures: lines
    )
  }
}

extension MeasureLine {
  /// What is known of a measure, without the secretariat's words.
  init(_ id: MeasureID, _ state: MeasureState) {
    self.init(
      id: id,
      status: state.status,
      coverage: state.coverage,
      evidence: state.evidence,
      units: state.units,
      lastActivity: state.lastActivity,
      isStale: state.isStale,
      stopped: state.decision?.reason
    )
  }
}

extension TargetLine {
  /// What is known of a target, without the secretariat's words.
  init(_ id: TargetID, _ standing: TargetStanding?) {
    let distance = standing?.distance ?? .noFigure
    self.init(
      id: id,
      judged: standing?.judged.map(ReportedFigure.init),
      others: standing?.others.map(ReportedFigure.init) ?? [],
      byEmployer: standing?.byEmployer.map(ReportedFigure.init) ?? [],
      verdict: distance.isReached.map { $0 ? .reached : .missed } ?? .unknown,
      distance: distance.japanese,
      methodChange: standing?.methodChange
    )
  }
}

extension ReportedFigure {
  fileprivate init(_ figure: TargetFigure) {
    let (origin, source): (ReportedOrigin, String) =
      switch figure.origin {
      case .computed(let indicator): (.computed, indicator)
      case .imported(_, let source): (.imported, source)
      }
    self.init(
      place: figure.employer.map { .employer(code: $0.code, name: $0.name) } ?? .all,
      year: figure.year,
      asOf: figure.asOf,
      isProvisional: figure.isProvisional,
      amount: ReportedAmount(figure.amount),
      origin: origin,
      source: source,
      definition: figure.definition.name,
      definitionVersion: figure.definition.version
    )
  }
}

extension ReportedAmount {
  fileprivate init(_ amount: TargetAmount) {
    switch amount {
    case .ratio(let ratio): self = .ratio(ratio)
    case .value(let milli, let ratio): self = .value(milli: milli, of: ratio)
    case .withheld: self = .withheld
    }
  }

  /// The same for the words of pages.
  var targetAmount: TargetAmount {
    switch self {
    case .ratio(let ratio): .ratio(ratio)
    case .value(let milli, let ratio): .value(milli: milli, ratio)
    case .withheld: .withheld
    }
  }
}

extension FigureLine {
  /// A figure that has been counted; nil while there is none.
  init?(_ figure: IndicatorFigure) {
    guard let run = figure.run else { return nil }
    let definition = figure.definition
    self.init(
      id: definition.id,
      title: definition.title,
      numerator: definition.numerator,
      denominator: definition.denominator,
      source: definition.source,
      form: ReportedForm(definition.form),
      methodVersion: run.methodVersion,
      asOf: run.asOf,
      isProvisional: run.isProvisional,
      places: [PlaceLine(place: .all, tally: ReportedTally(figure.total))]
        + figure.employers.flatMap(PlaceLine.lines)
    )
  }
}

extension PlaceLine {
  fileprivate static func lines(_ figure: EmployerFigure) -> [PlaceLine] {
    let code = figure.employer.code
    let whole = PlaceLine(
      place: .employer(code: code, name: figure.employer.name),
      tally: ReportedTally(figure.figure)
    )
    let units = figure.units.map { unit in
      PlaceLine(
        place: .bureau(employer: code, name: unit.unit.name),
        tally: ReportedTally(ratio: unit.tally.ratio, people: unit.tally.people)
      )
    }
    guard figure.withheldUnitCount > 0 else { return [whole] + units }
    let rest = ReportedPlace.otherBureaus(employer: code, count: figure.withheldUnitCount)
    return [whole] + units + [PlaceLine(place: rest, tally: nil)]
  }
}

extension ReportedTally {
  fileprivate init?(_ figure: Figure) {
    guard case .shown(let tally) = figure else { return nil }
    self.init(ratio: tally.ratio, people: tally.people)
  }
}

extension ReportedForm {
  fileprivate init(_ form: Indicator.Form) {
    switch form {
    case .share: self = .share
    case .count: self = .count
    case .average(.years): self = .averageYears
    case .average(.hours): self = .averageHours
    case .average(.days): self = .averageDays
    }
  }
}
