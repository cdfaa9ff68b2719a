internal import CivilTime
internal import Store

/// All periods of all units, with those that a file adds: finds the unit that a path means on a day.
struct UnitHistory: Sendable {
  /// A period of a unit, with what is stored of it.
  struct Period: Sendable {
    let unit: RecordID<OrganizationUnit>
    let employer: RecordID<Employer>
    let parent: RecordID<OrganizationUnit>?
    let name: String
    let to: CivilDate?
    /// Whether the unit began with it, so that an earlier assignment means an earlier beginning.
    let isFirst: Bool
    /// What is stored; nil for a period that is new.
    let stored: OrganizationUnit?
    var from: CivilDate
    var kind: UnitKind
    var sortOrder: Int
    /// The line of the file that told the kind.
    var kindLine: Int?

    var isNew: Bool { stored == nil }
    var isCorrected: Bool {
      stored.map { $0.from != from || $0.kind != kind || $0.sortOrder != sortOrder } ?? false
    }
  }

  private struct Place: Hashable {
    let employer: RecordID<Employer>
    let parent: RecordID<OrganizationUnit>?
    let name: ExactText
  }

  private struct Branch: Hashable {
    let employer: RecordID<Employer>
    let parent: RecordID<OrganizationUnit>?
  }

  private(set) var periods: [Period] = []
  private var siblings: [Branch: SiblingOrder] = [:]
  private var byPlace: [Place: [Int]] = [:]
  private var lastSortOrder: [Branch: Int] = [:]

  /// The stored history, in the order of units and days.
  init(_ stored: [OrganizationUnit]) {
    var begun: Set<RecordID<OrganizationUnit>> = []
    for unit in stored {
      let isFirst = begun.insert(unit.id).inserted
      add(
        Period(
          unit: unit.id,
          employer: unit.employer,
          parent: unit.parent,
          name: unit.name,
          to: unit.to,
          isFirst: isFirst,
          stored: unit,
          from: unit.from,
          kind: unit.kind,
          sortOrder: unit.sortOrder
        )
      )
    }
  }

  /// The period that a path means on a day, made where the path is new; or why there is none.
  mutating func resolve(
    _ path: [String],
    employer: RecordID<Employer>,
    on date: CivilDate,
    identifiers: inout RosterIdentifiers
  ) -> Result<Int, RosterProblem> {
    var parent: RecordID<OrganizationUnit>?
    var position = -1
    for name in path {
      let place = Place(employer: employer, parent: parent, name: ExactText(name))
      let known = byPlace[place] ?? []
      if let found = find(among: known, on: date) {
        position = found
      } else if let lastDay = known.compactMap({ periods[$0].to }).max() {
        return .failure(.dissolvedUnit(lastDay: lastDay))
      } else {
        position = begin(place, on: date, id: identifiers.next())
      }
      siblings[Branch(employer: employer, parent: parent), default: SiblingOrder()]
        .name(periods[position].unit)
      parent = periods[position].unit
    }
    return .success(position)
  }

  /// Gives the new units their places between the stored ones, as the file names them one after the other.
  mutating func settleOrder() {
    let stored = Dictionary(grouping: periods.indices.filter { !periods[$0].isNew }) { position in
      Branch(employer: periods[position].employer, parent: periods[position].parent)
    }
    for (branch, named) in siblings {
      let known = (stored[branch] ?? []).map { (unit: periods[$0].unit, order: periods[$0].sortOrder) }
      let moved = named.places(among: known)
      guard !moved.isEmpty else { continue }
      let last = Dictionary(known.map { ($0.unit, $0.order) }, uniquingKeysWith: { _, latest in latest })
      for position in periods.indices where periods[position].parent == branch.parent {
        let period = periods[position]
        guard period.employer == branch.employer, let order = moved[period.unit] else { continue }
        // Where a period of the past had another place, it keeps it.
        if period.isNew || period.sortOrder == last[period.unit] { periods[position].sortOrder = order }
      }
    }
  }

  /// Takes the kind that a line tells of a period; answers the line that told another one.
  mutating func setKind(_ kind: UnitKind, ofPeriod position: Int, line: Int) -> Int? {
    if let other = periods[position].kindLine {
      return periods[position].kind == kind ? nil : other
    }
    periods[position].kind = kind
    periods[position].kindLine = line
    return nil
  }

  /// A period in force, or else the next one to come: a list often gives an old assignment with today's name.
  private mutating func find(among known: [Int], on date: CivilDate) -> Int? {
    let inForce = known.first { position in
      periods[position].from <= date && periods[position].to.map { date <= $0 } ?? true
    }
    if let inForce { return inForce }
    let later = known.filter { date < periods[$0].from }.min { periods[$0].from < periods[$1].from }
    guard let later else { return nil }
    if periods[later].isFirst { periods[later].from = date }
    return later
  }

  private mutating func begin(
    _ place: Place,
    on date: CivilDate,
    id: RecordID<OrganizationUnit>
  ) -> Int {
    let branch = Branch(employer: place.employer, parent: place.parent)
    add(
      Period(
        unit: id,
        employer: place.employer,
        parent: place.parent,
        name: place.name.text,
        to: nil,
        isFirst: true,
        stored: nil,
        from: date,
        kind: UnitKind(nameEnding: place.name.text),
        sortOrder: (lastSortOrder[branch] ?? 0) + 1
      )
    )
    return periods.count - 1
  }

  private mutating func add(_ period: Period) {
    let place = Place(employer: period.employer, parent: period.parent, name: ExactText(period.name))
    let branch = Branch(employer: period.employer, parent: period.parent)
    byPlace[place, default: []].append(periods.count)
    lastSortOrder[branch] = max(lastSortOrder[branch] ?? 0, period.sortOrder)
    periods.append(period)
  }
}
