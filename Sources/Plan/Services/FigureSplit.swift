internal import DisclosureRules
internal import Indicators
internal import People
internal import Store

/// Splits the stored figures of a family by employer and bureau, and leaves out what could be traced to single people.
struct FigureSplit {
  private let sums: FigureSums
  private let employers: [Employer]
  /// By figure and employer.
  private let tallies: [[Tally]]
  /// What is shown of all employers together.
  private let whole: Set<Int>
  private let byEmployer: ShownFigures
  private let bureaus: [BureauSplit]
  /// The employers at which each figure that stands alone is shown.
  private let ownPlaces: [Int: Set<Int>]

  /// - Parameters:
  ///   - family: the indicators of the family that have been counted.
  ///   - alone: those of them that nobody shows as a sum of all employers.
  init(
    _ family: [Indicator.Definition],
    alone: Set<String> = [],
    stored: [String: StoredFigure],
    employers: [Employer]
  ) {
    sums = FigureSums(family)
    self.employers = employers
    let known = Set(sums.definitions.indices)
    let places = sums.definitions.map { stored[$0.id]?.places ?? [] }
    let tallies = places.map { places in
      employers.map { employer in Tally(places.filter { $0.employer == employer.id }) }
    }
    let people = tallies.map { $0.map(\.people) }
    whole = sums.shown(people.map { $0.reduce(0, +) }, of: known)
    byEmployer = sums.shown(people: people, rest: people.map { _ in 0 }, of: whole)
    let (sums, shown) = (sums, byEmployer)
    bureaus = employers.indices.map { place in
      BureauSplit(
        places.map { $0.filter { $0.employer == employers[place].id } },
        sums,
        of: shown.places.contains(place) ? shown.figures : []
      )
    }
    ownPlaces =
      AloneFigures(
        alone: known.filter { alone.contains(sums.definitions[$0].id) },
        people: people,
        sums: sums,
        whole: whole,
        byEmployer: byEmployer
      ).places
    self.tallies = tallies
  }

  /// All employers together.
  func total(of id: String) -> Figure {
    guard let figure = place(of: id), whole.contains(figure) else { return .withheld }
    return .shown(tallies[figure].reduce(.nothing, +))
  }

  /// Each employer with its bureaus.
  func employers(of id: String) -> [EmployerFigure] {
    guard let figure = place(of: id) else { return [] }
    let own = ownPlaces[figure]
    return employers.indices.map { place in
      let tally = tallies[figure][place]
      let isShown = own?.contains(place) ?? byEmployer.holds(figure, at: place)
      return EmployerFigure(
        employer: employers[place],
        figure: isShown && tally.people > 0 ? .shown(tally) : .withheld,
        units: own == nil ? bureaus[place].units(of: figure) : [],
        withheldUnitCount: own == nil ? bureaus[place].withheldCount(of: figure) : 0
      )
    }
  }

  private func place(of id: String) -> Int? { sums.definitions.firstIndex { $0.id == id } }
}

/// Figures that are told employer by employer and never as a whole.
private struct AloneFigures {
  let alone: Set<Int>
  /// By figure and employer.
  let people: [[Int]]
  let sums: FigureSums
  /// What is shown of all employers together.
  let whole: Set<Int>
  let byEmployer: ShownFigures

  /// The employers at which each is shown.
  ///
  /// Nobody can subtract it from a whole that is not told, unless it lies in one that is: then it is shown like all
  /// others. Beside what else is shown of an employer it must tell of nobody, nor may all of them added up.
  var places: [Int: Set<Int>] {
    let told = whole.subtracting(alone)
    var own: [Int: Set<Int>] = [:]
    for figure in alone.sorted() {
      let usual = byEmployer.figures.contains(figure) ? byEmployer.places : []
      own[figure] = sums.isTaken(figure, from: told) ? usual : places(of: figure, told, beside: own)
    }
    return own
  }

  private func places(of figure: Int, _ told: Set<Int>, beside own: [Int: Set<Int>]) -> Set<Int> {
    let employers = Set(people[figure].indices)
    var places = employers.filter { place in
      people[figure][place] >= Disclosure.fewestPeople
        && sums.allows(figure, beside: shown(at: [place], own), people: people.map { $0[place] })
    }
    for group in [employers.subtracting(byEmployer.places), employers] {
      let sum = people.map { people in group.reduce(0) { $0 + people[$1] } }
      let others = (group == employers ? told : byEmployer.figures.subtracting(alone))
        .union(shown(at: group, own))
      // Known as a sum only where it is shown of everybody in the group.
      let isTold = group.allSatisfy { people[figure][$0] == 0 || places.contains($0) }
      guard isTold, !sums.allows(figure, beside: others, people: sum) else { continue }
      if let smallest = group.intersection(places).sorted().min(by: {
        people[figure][$0] < people[figure][$1]
      }) {
        places.remove(smallest)
      }
    }
    return places
  }

  /// What else is shown of each of some employers.
  private func shown(at places: Set<Int>, _ own: [Int: Set<Int>]) -> Set<Int> {
    let usual = byEmployer.places.isSuperset(of: places) ? byEmployer.figures.subtracting(alone) : []
    return usual.union(own.filter { $0.value.isSuperset(of: places) }.keys)
  }
}

/// The bureaus of one employer.
private struct BureauSplit {
  /// By figure.
  private let places: [[FigurePlace]]
  /// The bureaus of any of the figures, each once.
  private let bureaus: [RecordID<OrganizationUnit>]
  private let shown: ShownFigures

  /// The bureaus of some places, by figure; only figures that are shown of the employer are shown of them.
  init(_ places: [[FigurePlace]], _ sums: FigureSums, of figures: Set<Int>) {
    let bureaus = Set(places.joined().compactMap(\.bureau?.id)).sorted()
    shown = sums.shown(
      people: places.map { places in
        bureaus.map { bureau in Tally(places.filter { $0.bureau?.id == bureau }).people }
      },
      rest: places.map { places in Tally(places.filter { $0.bureau == nil }).people },
      of: figures
    )
    self.places = places
    self.bureaus = bureaus
  }

  /// Those whose figure is shown, in 建制順.
  func units(of figure: Int) -> [UnitFigure] {
    places[figure].compactMap { place in
      guard let bureau = place.bureau, let number = bureaus.firstIndex(of: bureau.id), place.people > 0,
        shown.holds(figure, at: number)
      else { return nil }
      return UnitFigure(unit: bureau, tally: Tally([place]))
    }
  }

  func withheldCount(of figure: Int) -> Int {
    places[figure].count { $0.bureau != nil && $0.people > 0 } - units(of: figure).count
  }
}
