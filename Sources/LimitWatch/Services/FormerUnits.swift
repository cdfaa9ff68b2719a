internal import Access
internal import CivilTime
internal import People
internal import Store

/// 廃止された組織 – a unit that stands no more, as it was on its last day.
struct FormerUnit: Sendable {
  /// Its last period.
  let unit: OrganizationUnit
  let lastDay: CivilDate
  /// Those above it on its last day, the nearest first.
  let above: [OrganizationUnit]

  var id: RecordID<OrganizationUnit> { unit.id }

  /// The names from the top to the unit, with its last day.
  var path: String {
    let names = ([unit] + above).reversed().map(\.name)
    return "\(names.joined(separator: UnitTree.separator))（\(lastDay.japaneseShort)廃止）"
  }
}

/// 廃止された組織の一覧: what is late may still be recorded of them, by those who stood above and still stand.
struct FormerUnits: Sendable {
  /// The last to go first.
  let all: [FormerUnit]

  private static let none = FormerUnits([])

  /// Those of a history that no longer stand in a tree.
  init(_ history: [OrganizationUnit], beside tree: UnitTree) {
    let periods = Dictionary(grouping: history, by: \.id)
    let ended = periods.compactMap { id, periods -> (OrganizationUnit, CivilDate)? in
      guard tree.unit(id) == nil else { return nil }
      let past = periods.compactMap { period in period.to.map { (period, $0) } }.filter { $0.1 < tree.date }
      return past.max { $0.1 < $1.1 }
    }
    all = ended.map { unit, lastDay in
      FormerUnit(unit: unit, lastDay: lastDay, above: Self.above(unit, on: lastDay, periods))
    }.sorted { ($1.lastDay, $0.id) < ($0.lastDay, $1.id) }
  }

  private init(_ all: [FormerUnit]) { self.all = all }

  private static func above(
    _ unit: OrganizationUnit,
    on day: CivilDate,
    _ periods: [RecordID<OrganizationUnit>: [OrganizationUnit]]
  ) -> [OrganizationUnit] {
    var above: [OrganizationUnit] = []
    var here = unit
    // A ring of wrong data ends where it closes.
    while let parent = here.parent, parent != unit.id, !above.contains(where: { $0.id == parent }),
      let next = periods[parent]?.first(where: { $0.from <= day && $0.to.map { day <= $0 } ?? true })
    {
      above.append(next)
      here = next
    }
    return above
  }

  /// All that stand no more on the day of a tree.
  static func read(beside tree: UnitTree, on connection: any SQLConnection) throws -> FormerUnits {
    // Where none was ever abolished, the history is not read.
    let one = try connection.row(
      """
      SELECT 1 FROM unit_period up WHERE up.valid_to < \(tree.date) AND NOT EXISTS (
        SELECT 1 FROM unit_period n WHERE n.unit = up.unit AND n.valid_from <= \(tree.date)
        AND (n.valid_to IS NULL OR n.valid_to >= \(tree.date))) LIMIT 1
      """
    )
    return one == nil ? .none : FormerUnits(try UnitRecords.history(on: connection), beside: tree)
  }

  /// Those that have passed to some units, which stand: found downwards, so that it costs what those units cost.
  static func passed(
    to units: Set<RecordID<OrganizationUnit>>,
    beside tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> FormerUnits {
    var found: Set<RecordID<OrganizationUnit>> = []
    var frontier = units
    while !frontier.isEmpty {
      let below = try connection.rows(
        """
        SELECT DISTINCT up.unit FROM unit_period up
        WHERE up.parent IN (\(list: frontier.sorted())) AND up.valid_to < \(tree.date) AND NOT EXISTS (
          SELECT 1 FROM unit_period n WHERE n.unit = up.unit AND n.valid_from <= \(tree.date)
          AND (n.valid_to IS NULL OR n.valid_to >= \(tree.date)))
        """
      ) { try $0.value(0, as: RecordID<OrganizationUnit>.self) }
      frontier = Set(below).subtracting(found)
      found.formUnion(frontier)
    }
    guard !found.isEmpty else { return .none }
    return FormerUnits(try UnitRecords.history(on: connection), beside: tree).filter { former in
      former.above.first { tree.unit($0.id) != nil }.map { units.contains($0.id) } ?? false
    }
  }

  func filter(_ isIncluded: (FormerUnit) -> Bool) -> FormerUnits { FormerUnits(all.filter(isIncluded)) }

  func unit(_ id: RecordID<OrganizationUnit>) -> FormerUnit? { all.first { $0.id == id } }

  var ids: Set<RecordID<OrganizationUnit>> { Set(all.map(\.id)) }
}

extension LimitReach {
  /// Whether the visitor leads a unit that was above a former one on its last day and still stands.
  func leads(_ former: FormerUnit) -> Bool { former.above.contains { led.contains($0.id) } }

  /// Whether the visitor is the personnel authority of a former unit's employer.
  func administers(_ former: FormerUnit) -> Bool { actor.personnelEmployers.contains(former.unit.employer) }

  /// Whether the visitor answers for a former unit.
  func answersFor(_ former: FormerUnit) -> Bool { leads(former) || administers(former) }

  /// The unit above a former one to which what it owed has passed; nil where none of them stands.
  func successor(of former: FormerUnit) -> RecordID<OrganizationUnit>? {
    former.above.first { tree.unit($0.id) != nil }?.id
  }
}
