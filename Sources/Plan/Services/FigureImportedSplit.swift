internal import CivilTime
internal import DisclosureRules
internal import Indicators
internal import People

/// The imported figures of one target, small groups left out.
struct ImportedSplit {
  private let target: Target
  private let figures: [ImportedFigure]
  private let people: [Employer]

  /// Figures of one key in the order of ``ImportedFigureRecords/latest(keys:years:on:)``.
  init(target: Target, figures: [ImportedFigure], employers: [Employer]) {
    self.target = target
    self.figures = figures
    people = employers
  }

  /// The figure of a year that was imported last, whatever its method.
  func newest(_ year: FiscalYear) -> TargetFigure? { all(year).last }

  /// The others of the year, which were counted in other ways.
  func others(_ year: FiscalYear) -> [TargetFigure] { Array(all(year).dropLast()) }

  /// All figures of a year for all employers together.
  func all(_ year: FiscalYear) -> [TargetFigure] {
    figures.filter { $0.year == year && $0.employer == nil }.map { figure in
      self.figure(figure, nil, isShown: isShown(figure))
    }
  }

  /// The newest figure of each employer in a year.
  func employers(_ year: FiscalYear) -> [TargetFigure] {
    let own = people.compactMap { employer in
      figures.last { $0.year == year && $0.employer == employer.id }.map { (employer, $0) }
    }
    let groups = own.map { _, figure in figure.ratio?.denominator ?? Disclosure.fewestPeople }
    let whole = figures.last { $0.year == year && $0.employer == nil }?.ratio?.denominator
    let rest = whole.map { max(0, $0 - groups.reduce(0, +)) } ?? 0
    let shown = tellsOfPeople ? Disclosure.shown(groups, rest: rest) : Set(groups.indices)
    return own.enumerated().map { place, pair in
      figure(pair.1, pair.0, isShown: shown.contains(place))
    }
  }

  /// One point a year, the newest of each, the oldest first.
  var trend: [TargetTrendPoint] {
    let years = Set(figures.map(\.year)).sorted()
    return years.compactMap { year in
      guard let figure = newest(year), let milli = figure.amount.milli(of: target) else { return nil }
      return TargetTrendPoint(year: year, asOf: figure.asOf, milli: milli, definition: figure.definition)
    }.suffix(TargetReading.mostTrendPoints)
  }

  /// Whether figures are rates or averages, of people as far as anybody can tell; others are plain numbers of times.
  private var tellsOfPeople: Bool { target.countsShare || !target.value.unit.isCount }

  /// A rate or an average of few people is none of all employers together either.
  private func isShown(_ figure: ImportedFigure) -> Bool {
    guard tellsOfPeople, let ratio = figure.ratio else { return true }
    return ratio.denominator >= Disclosure.fewestPeople
  }

  private func figure(_ figure: ImportedFigure, _ employer: Employer?, isShown: Bool) -> TargetFigure {
    TargetFigure(
      target: target.id,
      year: figure.year,
      employer: employer,
      amount: isShown ? amount(figure) : .withheld,
      asOf: figure.asOf,
      isProvisional: false,
      isStale: false,
      origin: .imported(figure.id, source: figure.source),
      definition: DefinitionKey(name: figure.method, version: 0)
    )
  }

  private func amount(_ figure: ImportedFigure) -> TargetAmount {
    switch (figure.ratio, figure.valueMilli) {
    case (let ratio?, _) where target.countsShare: .ratio(ratio)
    case (let ratio, let milli?): .value(milli: milli, ratio)
    case (let ratio?, nil) where target.value.unit.isCount: .value(milli: ratio.numerator * 1_000, ratio)
    case (let ratio?, nil): .ratio(ratio)
    // The table refuses a row with neither.
    case (nil, nil): .withheld
    }
  }
}
