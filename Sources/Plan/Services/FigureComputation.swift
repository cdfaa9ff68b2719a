internal import DisclosureRules
internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// Computes figures from records and leaves out what may not be shown.
struct FigureComputation: Sendable {
  let indicators: [Indicator]

  /// The last day that figures of a year take in, which is today in the year under way; nil before its first day.
  static func asOf(_ year: FiscalYear, today: CivilDate) -> CivilDate? {
    today < year.firstDay ? nil : min(today, year.lastDay)
  }

  /// The figures of those indicators that are asked for and known, by id.
  func figures(
    _ ids: Set<String>,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [String: IndicatorFigure] {
    let asked = indicators.filter { indicator in ids.contains(indicator.definition.id) }
    guard !asked.isEmpty, let last = Self.asOf(year, today: today) else {
      return Self.byID(asked.map { Self.empty($0.definition) })
    }
    let office = try FigureOffice(from: year.firstDay, to: last, on: connection)
    return Self.byID(
      try asked.map { indicator in
        let values = try indicator.values(year, today, connection)
        return FigureSplit(definition: indicator.definition, office: office, values: values).figure
      }
    )
  }

  private static func byID(_ figures: [IndicatorFigure]) -> [String: IndicatorFigure] {
    Dictionary(figures.map { ($0.definition.id, $0) }) { first, _ in first }
  }

  private static func empty(_ definition: Indicator.Definition) -> IndicatorFigure {
    IndicatorFigure(definition: definition, total: .shown(.nothing), employers: [])
  }
}

/// Splits the values of one indicator by employer and bureau.
private struct FigureSplit {
  let definition: Indicator.Definition
  let office: FigureOffice
  let tallies: [FigureOffice.Place: Tally]

  init(definition: Indicator.Definition, office: FigureOffice, values: [IndicatorValue]) {
    self.definition = definition
    self.office = office
    tallies = office.tallies(values)
  }

  var figure: IndicatorFigure {
    let sums = office.employers.map { employer in
      tallies.filter { $0.key.employer == employer.id }.values.reduce(.nothing, +)
    }
    let total = sums.reduce(.nothing, +)
    let shown = shownEmployers(sums)
    return IndicatorFigure(
      definition: definition,
      total: countsPeople && total.people < Disclosure.fewestPeople ? .withheld : .shown(total),
      employers: office.employers.indices.map { place in
        let employer = office.employers[place]
        guard shown.contains(place) else {
          return EmployerFigure(employer: employer, figure: .withheld, units: [], withheldUnitCount: 0)
        }
        return split(employer, sum: sums[place])
      }
    )
  }

  /// Whether the figure is a number of people or of their months, not of days or times that all share.
  private var countsPeople: Bool { definition.form == .count }

  /// An employer's share of days or rests is what the plan is published for; a count of people is not shown of few.
  private func shownEmployers(_ sums: [Tally]) -> Set<Int> {
    countsPeople ? Disclosure.shown(sums.map(\.people)) : Set(sums.indices)
  }

  private func split(_ employer: Employer, sum: Tally) -> EmployerFigure {
    let units = office.bureaus(of: employer.id).compactMap { unit -> UnitFigure? in
      let place = FigureOffice.Place(employer: employer.id, bureau: unit.id)
      guard let tally = tallies[place], tally.people > 0 else { return nil }
      return UnitFigure(unit: unit, tally: tally)
    }
    let elsewhere = tallies[FigureOffice.Place(employer: employer.id, bureau: nil)] ?? .nothing
    let shown = Disclosure.shown(units.map(\.tally.people), rest: elsewhere.people)
    return EmployerFigure(
      employer: employer,
      figure: .shown(sum),
      units: units.indices.filter(shown.contains).map { units[$0] },
      withheldUnitCount: units.count - shown.count
    )
  }
}
