internal import DisclosureRules
internal import Indicators
internal import People

/// Splits a stored share of days or times, which is shown of every employer: the plan is published for it.
struct FigureShareSplit {
  let places: [FigurePlace]
  let employers: [Employer]

  /// All employers together.
  var total: Figure {
    .shown(Tally(places.filter { place in employers.contains { $0.id == place.employer } }))
  }

  /// Each employer, with those bureaus that are not small.
  var employerFigures: [EmployerFigure] { employers.map(split) }

  private func split(_ employer: Employer) -> EmployerFigure {
    let own = places.filter { place in place.employer == employer.id }
    let units = own.compactMap { place -> UnitFigure? in
      guard let bureau = place.bureau, place.people > 0 else { return nil }
      return UnitFigure(unit: bureau, tally: Tally([place]))
    }
    let elsewhere = Tally(own.filter { place in place.bureau == nil }).people
    let shown = Disclosure.shown(units.map(\.tally.people), rest: elsewhere)
    return EmployerFigure(
      employer: employer,
      figure: .shown(Tally(own)),
      units: units.indices.filter(shown.contains).map { units[$0] },
      withheldUnitCount: units.count - shown.count
    )
  }
}

extension Tally {
  /// What was counted at some places together.
  init(_ places: [FigurePlace]) {
    self.init(
      ratio: places.reduce(.zero) { $0 + $1.ratio },
      people: places.reduce(0) { $0 + $1.people }
    )
  }
}
