internal import Access
internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// Reads the rows behind a figure for one reader.
struct FigureRowReading: Sendable {
  let indicators: [Indicator]
  let current: CurrentPlan

  /// The indicator of an id with its rows, in the year's plan; nil where there is none that the reader may open.
  func listed(
    _ id: String,
    in year: FiscalYear,
    for actor: Actor,
    on connection: any SQLConnection
  ) throws -> (definition: Indicator.Definition, listing: RowListing)? {
    let made = try current.version(for: year, on: connection).map { PlanIndicators.made(by: $0.plan) } ?? []
    let found = (indicators + made).first { indicator in indicator.definition.id.utf8.elementsEqual(id.utf8) }
    guard let found, let listing = found.listing, RowReach.opens(listing.audience, to: actor) else {
      return nil
    }
    return (found.definition, listing)
  }

  /// The rows of a figure; nil where there is none that the reader may open.
  ///
  /// - Throws: ``StoreError`` from the engine.
  func rows(
    _ id: String,
    in asked: FiscalYear?,
    _ filter: RowFilter,
    for actor: Actor,
    today: CivilDate,
    units: (CivilDate, any SQLConnection) throws -> UnitTree,
    on connection: any SQLConnection
  ) throws -> FigureRows? {
    let years = try YearRecords.offered(today: today, on: connection)
    let year = asked.flatMap { years.contains($0) ? $0 : nil } ?? today.fiscalYear
    guard let (definition, listing) = try listed(id, in: year, for: actor, on: connection) else { return nil }
    let stored = try StoredFigureRecords.figures(of: definition.id, years: year...year, on: connection).first
    var counted: CountedRows?
    if let stored {
      counted = try self.counted(
        definition,
        try ListedFigure(stored, listing, on: connection),
        listing.audience,
        filter,
        RowReach(actor, in: try units(today, connection)),
        RowDays(today: today, tree: try units(stored.asOf, connection)),
        on: connection
      )
    }
    return FigureRows(
      definition: definition,
      listing: listing,
      year: year,
      years: years,
      filter: filter,
      counted: counted
    )
  }

  /// The day of the reader, and the units on the day of the figure.
  private struct RowDays {
    let today: CivilDate
    let tree: UnitTree
  }

  private func counted(
    _ definition: Indicator.Definition,
    _ listed: ListedFigure,
    _ audience: RowListing.Audience,
    _ filter: RowFilter,
    _ reach: RowReach,
    _ days: RowDays,
    on connection: any SQLConnection
  ) throws -> CountedRows {
    let people = try RowPersonRecords.people(
      in: reach.scope(audience),
      today: days.today,
      rankedOn: listed.stored.asOf,
      on: connection
    )
    let seen = listed.rows.filter { row in reach.sees(row, audience, people: people) }
    let asked = filter.unit.map { days.tree.descendants(of: $0) }
    let taken = seen.filter { row in
      guard filter.part.takes(row) else { return false }
      return asked.map { units in row.place.map(units.contains) ?? false } ?? true
    }
    let bureaus = Set(seen.compactMap { row in row.place.flatMap { days.tree.bureau(of: $0) } })
    return CountedRows(
      stored: listed.stored,
      rows: RowOrder(tree: days.tree, people: people).sorted(taken),
      seen: seen.map(\.ratio).reduce(.zero, +),
      people: people,
      tree: days.tree,
      employers: try EmployerRecords.all(on: connection),
      bureaus: days.tree.roots.filter { unit in bureaus.contains(unit.id) },
      agreement: agreement(definition, listed, audience, reach)
    )
  }

  private func agreement(
    _ definition: Indicator.Definition,
    _ listed: ListedFigure,
    _ audience: RowListing.Audience,
    _ reach: RowReach
  ) -> RowAgreement {
    let own = listed.stored.places.filter { place in reach.seesAll(of: place.employer, audience) }
    let differences = listed.differences
    let seesAny = (listed.stored.places + listed.places).contains { place in
      reach.seesAll(of: place.employer, audience)
    }
    return RowAgreement(
      stored: seesAny ? own.map(\.ratio).reduce(.zero, +) : nil,
      differences: differences.filter { reach.seesAll(of: $0.employer, audience) },
      hasChanged: !differences.isEmpty,
      isWhole: listed.stored.places.allSatisfy { place in reach.seesAll(of: place.employer, audience) },
      isOtherMethod: listed.stored.methodVersion != definition.methodVersion
    )
  }
}

extension CountedRow {
  /// The unit that the row is about: the subject where it is one, else that of the person.
  var place: RecordID<OrganizationUnit>? {
    switch subject {
    case .head(let unit), .unit(let unit): unit
    case .person, .office: unit
    }
  }
}

extension UnitTree {
  /// The unit at the top above a unit, or the unit itself; nil where it is not in force.
  func bureau(of unit: RecordID<OrganizationUnit>) -> RecordID<OrganizationUnit>? {
    guard self.unit(unit) != nil else { return nil }
    return ancestors(of: unit).last?.id ?? unit
  }
}

/// Puts rows in order: by employer, unit (建制順), rank, number of the person, day.
private struct RowOrder {
  let tree: UnitTree
  let people: [RecordID<Employee>: RowPerson]

  func sorted(_ rows: [CountedRow]) -> [CountedRow] {
    rows.map { row in (key: key(row), row: row) }.sorted { $0.key < $1.key }.map(\.row)
  }

  private struct Key: Comparable {
    let place: (Int64, Int, Int)
    let number: String
    let subject: Int64
    let fact: Int

    static func < (left: Key, right: Key) -> Bool {
      if left.place != right.place { return left.place < right.place }
      if !left.number.utf8.elementsEqual(right.number.utf8) {
        return left.number.utf8.lexicographicallyPrecedes(right.number.utf8)
      }
      return (left.subject, left.fact) < (right.subject, right.fact)
    }

    static func == (left: Key, right: Key) -> Bool { !(left < right) && !(right < left) }
  }

  private func key(_ row: CountedRow) -> Key {
    let person = row.person.flatMap { people[$0] }
    let unit = row.place.flatMap { tree.position(of: $0) } ?? Int.max
    return Key(
      place: (row.employer.number, unit, person?.band?.order ?? Int.max),
      number: person?.number ?? "",
      subject: row.person?.number ?? row.place?.number ?? 0,
      fact: fact(row.facts.first)
    )
  }

  private func fact(_ fact: CountedRow.Fact?) -> Int {
    switch fact {
    case .day(let day): day.dayNumber
    case .month(let month): month.index
    case .number, .words, .some(.none), nil: 0
    }
  }
}
