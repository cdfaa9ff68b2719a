internal import DisclosureRules
internal import Indicators
internal import People

/// Splits a stored figure by employer and bureau, and leaves out what could be traced to single people.
struct FigureSplit {
  private let definition: Indicator.Definition
  private let places: [FigurePlace]
  /// Figures of groups that hold this one's group or lie in it.
  private let overlapping: [[FigurePlace]]
  private let employers: [Employer]
  private let sums: [Tally]

  init(
    definition: Indicator.Definition,
    places: [FigurePlace],
    overlapping: [[FigurePlace]],
    employers: [Employer]
  ) {
    self.definition = definition
    self.places = places
    self.overlapping = overlapping
    self.employers = employers
    sums = employers.map { employer in Tally(places.filter { $0.employer == employer.id }) }
  }

  /// All employers together.
  var total: Figure {
    let total = sums.reduce(.nothing, +)
    let isFew = tellsOfPeople && (1..<Disclosure.fewestPeople).contains(total.people)
    return isFew || isTooClose({ _ in true }) ? .withheld : .shown(total)
  }

  /// Each employer with its bureaus.
  var employerFigures: [EmployerFigure] {
    let shown = shownEmployers
    return employers.indices.map { place in
      shown.contains(place)
        ? split(employers[place], sum: sums[place])
        : EmployerFigure(employer: employers[place], figure: .withheld, units: [], withheldUnitCount: 0)
    }
  }

  /// Whether the figure is a number of people or of their months, not of days or times that all share.
  private var tellsOfPeople: Bool { definition.guardKind == .people }

  /// An employer's share of days or rests is what the plan is published for; a number of people is not shown of few.
  ///
  /// Where one employer could be told by comparing two indicators none is shown: the others and the whole would tell.
  private var shownEmployers: Set<Int> {
    guard tellsOfPeople else { return Set(sums.indices) }
    let isTelling = employers.contains { employer in isTooClose { $0.employer == employer.id } }
    return total == .withheld || isTelling ? [] : Disclosure.shown(sums.map(\.people))
  }

  private func split(_ employer: Employer, sum: Tally) -> EmployerFigure {
    let own = places.filter { place in place.employer == employer.id }
    let units = own.compactMap { place -> UnitFigure? in
      guard let bureau = place.bureau, place.people > 0 else { return nil }
      return UnitFigure(unit: bureau, tally: Tally(ratio: place.ratio, people: place.people))
    }
    let elsewhere = own.filter { place in place.bureau == nil }.reduce(0) { $0 + $1.people }
    let isTelling = units.contains { unit in
      isTooClose { $0.employer == employer.id && $0.bureau?.id == unit.unit.id }
    }
    let shown = isTelling ? [] : Disclosure.shown(units.map(\.tally.people), rest: elsewhere)
    return EmployerFigure(
      employer: employer,
      figure: .shown(sum),
      units: units.indices.filter(shown.contains).map { units[$0] },
      withheldUnitCount: units.count - shown.count
    )
  }

  /// Whether a figure of another group, less this one, would be one of few people.
  private func isTooClose(_ isMeant: (FigurePlace) -> Bool) -> Bool {
    guard tellsOfPeople, !overlapping.isEmpty else { return false }
    let own = Tally(places.filter(isMeant)).people
    return overlapping.contains { places in
      let difference = Tally(places.filter(isMeant)).people - own
      return (1..<Disclosure.fewestPeople).contains(Int(difference.magnitude))
    }
  }
}

extension Tally {
  fileprivate init(_ places: [FigurePlace]) {
    self.init(
      ratio: places.reduce(.zero) { $0 + $1.ratio },
      people: places.reduce(0) { $0 + $1.people }
    )
  }
}
