internal import CivilTime
internal import DisclosureRules
internal import Duties
internal import Evidence
internal import People
internal import Store

/// 取組の一枚: everything that the page of one measure needs, read in one snapshot.
struct MeasureSheet: Sendable {
  let overview: PlanOverview
  /// The row that was asked for, alias or original.
  let row: Measure
  /// The row that carries the progress.
  let original: MeasureID
  let content: MeasureContent
  let state: MeasureState
  /// Coverage by employer and bureau; empty when nothing is owed.
  let places: [CoveragePlace]
  /// Reports of the year, the newest first.
  let reports: [SheetReport]
  /// How it went in each year, the newest first.
  let history: [MeasureYear]
  /// What became of it, or where it came from, in other editions.
  let mappings: [MappingLine]
}

/// 組織別の実施割合: the coverage of an employer or bureau; nil where it may not be shown.
struct CoveragePlace: Hashable, Sendable {
  let title: String
  let isEmployer: Bool
  let coverage: Coverage?
}

/// A report as the page of a measure shows it.
struct SheetReport: Sendable {
  let entry: EvidenceEntry
  /// The unit or, without one, the employer.
  let place: String
}

/// 年度ごとの状況: what a measure came to in a year, under the id that it then had.
struct MeasureYear: Hashable, Sendable {
  let year: FiscalYear
  let measure: MeasureID
  let coverage: Coverage?
  let cases: Int
}

extension PlanOverviewReading {
  /// How many reports one page lists.
  static let mostReports = 100

  /// The sheet of a measure; nil when the plan of that year has none of this id.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  func sheet(
    _ id: MeasureID,
    in asked: FiscalYear?,
    today: CivilDate,
    units: (CivilDate, any SQLConnection) throws -> UnitTree,
    on connection: any SQLConnection
  ) throws -> MeasureSheet? {
    let overview = try overview(asked, today: today, on: connection)
    let plan = overview.plan
    guard let row = plan.measure(id), let original = plan.original(of: id), let content = original.ownContent
    else { return nil }
    let tree = try units(min(today, overview.year.lastDay), connection)
    let employers = try EmployerRecords.all(on: connection)
    let tallies = try DutyQuery.tallies(year: overview.year, plan: plan.code, on: connection)
    let own = tallies.filter { tally in tally.measure == original.id.text }
    let split = CoverageSplit(
      tallies: own,
      headCount: content.headCount,
      employers: employers,
      tree: tree,
      asOf: min(today, overview.year.lastDay)
    )
    let entries = try EvidenceRecords.of(
      measure: original.id.text,
      year: overview.year,
      units: nil,
      limit: Self.mostReports,
      on: connection
    )
    let mappings = try MappingRecords.lines(of: original.id, plan: plan.code, on: connection)
    return MeasureSheet(
      overview: overview,
      row: row,
      original: original.id,
      content: content,
      state: overview.state(of: id),
      places: split.places,
      reports: entries.filter { $0.plan == plan.code }.map { entry in
        let unit = entry.unit.flatMap(tree.unit)?.name
        let employer = employers.first { $0.id == entry.employer }?.name
        return SheetReport(entry: entry, place: unit ?? employer ?? "")
      },
      history: try HistoryRecords.years(
        of: [original.id] + mappings.flatMap(\.others),
        content.headCount,
        plan: plan.code,
        today: today,
        on: connection
      ),
      mappings: mappings
    )
  }
}

/// Splits the duties of a measure by employer and bureau, and leaves out what tells of few people.
struct CoverageSplit {
  let tallies: [DutyTally]
  let headCount: DutyHeadCount
  let employers: [Employer]
  let tree: UnitTree
  let asOf: CivilDate

  /// Employers in their order, each followed by its bureaus in 建制順.
  var places: [CoveragePlace] {
    let owing = employers.filter { employer in tallies.contains { $0.employer == employer.id } }
    let sums = owing.map { employer in sum(tallies.filter { $0.employer == employer.id }) }
    let shown = isPersonal ? Disclosure.shown(sums.map(\.people)) : Set(sums.indices)
    return owing.indices.flatMap { place -> [CoveragePlace] in
      guard shown.contains(place) else {
        return [CoveragePlace(title: owing[place].name, isEmployer: true, coverage: nil)]
      }
      let head = CoveragePlace(title: owing[place].name, isEmployer: true, coverage: sums[place])
      return [head] + bureaus(of: owing[place])
    }
  }

  /// Whether persons owe it, are its subject or gave cause to it.
  private var isPersonal: Bool { tallies.contains { people($0) > 0 } }

  private func people(_ tally: DutyTally) -> Int { headCount.people(named: tally.people, owed: tally.owed) }

  private func bureaus(of employer: Employer) -> [CoveragePlace] {
    let own = tallies.filter { $0.employer == employer.id }
    let named = own.compactMap { tally in tally.bureau.map { (bureau: $0, tally: tally) } }
      .sorted { left, right in order(left.bureau) < order(right.bureau) }
    let elsewhere = own.filter { $0.bureau == nil }.reduce(0) { $0 + people($1) }
    let shown =
      isPersonal ? Disclosure.shown(named.map { people($0.tally) }, rest: elsewhere) : Set(named.indices)
    let places = named.indices.filter(shown.contains).map { place in
      CoveragePlace(
        title: tree.unit(named[place].bureau)?.name ?? "廃止された組織",
        isEmployer: false,
        coverage: sum([named[place].tally])
      )
    }
    let withheld = named.count - places.count
    guard withheld > 0 else { return places }
    return places + [CoveragePlace(title: "ほか\(withheld)の組織", isEmployer: false, coverage: nil)]
  }

  private func order(_ unit: RecordID<OrganizationUnit>) -> (Int, Int64) {
    (tree.position(of: unit) ?? Int.max, unit.number)
  }

  private func sum(_ tallies: [DutyTally]) -> Coverage {
    func total(_ part: (DutyTally) -> Int) -> Int { tallies.reduce(0) { $0 + part($1) } }
    return Coverage(
      owed: total(\.owed),
      fulfilled: total(\.fulfilled),
      excused: total(\.excused),
      overdue: total(\.overdue),
      people: total(people),
      asOf: asOf
    )
  }
}
