public import CivilTime
public import Store

/// 組織図 – all units in force on one day, and how they lie below one another.
public struct UnitTree: Sendable {
  /// What stands between the names of a path.
  public static let separator = "／"

  /// The day.
  public let date: CivilDate
  /// All units in 建制順: each directly before the units below it.
  public let ordered: [OrganizationUnit]

  private let positions: [RecordID<OrganizationUnit>: Int]
  private let childPositions: [RecordID<OrganizationUnit>: [Int]]
  private let rootPositions: [Int]

  /// The tree of the given units, one period each.
  ///
  /// A unit whose parent is not among them stands at the top, so that none is ever lost.
  public init(units: [OrganizationUnit], date: CivilDate) {
    let order = UnitOrder(units)
    let positions = Dictionary(
      order.ordered.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var children: [RecordID<OrganizationUnit>: [Int]] = [:]
    var roots: [Int] = []
    for (position, unit) in order.ordered.enumerated() {
      if let parent = unit.parent, !order.tops.contains(unit.id) {
        children[parent, default: []].append(position)
      } else {
        roots.append(position)
      }
    }
    self.date = date
    self.ordered = order.ordered
    self.positions = positions
    childPositions = children
    rootPositions = roots
  }

  /// The units directly below the employers.
  public var roots: [OrganizationUnit] { rootPositions.map { ordered[$0] } }

  /// A unit, or nil where it is not in force on the day.
  public func unit(_ id: RecordID<OrganizationUnit>) -> OrganizationUnit? {
    positions[id].map { ordered[$0] }
  }

  /// The place of a unit in 建制順, from 0.
  public func position(of id: RecordID<OrganizationUnit>) -> Int? {
    positions[id]
  }

  /// The units directly below one, in 建制順.
  public func children(of id: RecordID<OrganizationUnit>) -> [OrganizationUnit] {
    (childPositions[id] ?? []).map { ordered[$0] }
  }

  /// The unit itself and all below it; empty where it is not in force on the day.
  public func descendants(of id: RecordID<OrganizationUnit>) -> Set<RecordID<OrganizationUnit>> {
    descendants(of: [id])
  }

  /// The units themselves and all below them.
  public func descendants(
    of ids: Set<RecordID<OrganizationUnit>>
  ) -> Set<RecordID<OrganizationUnit>> {
    var found: Set<RecordID<OrganizationUnit>> = []
    var waiting = ids.filter { positions[$0] != nil }.map { $0 }
    while let id = waiting.popLast() {
      guard found.insert(id).inserted else { continue }
      waiting += (childPositions[id] ?? []).map { ordered[$0].id }
    }
    return found
  }

  /// The units above one, the nearest first.
  public func ancestors(of id: RecordID<OrganizationUnit>) -> [OrganizationUnit] {
    var above: [OrganizationUnit] = []
    let tops = Set(rootPositions)
    var position = positions[id]
    while let here = position, !tops.contains(here) {
      guard let parent = ordered[here].parent, let next = positions[parent] else { break }
      above.append(ordered[next])
      position = next
    }
    return above
  }

  /// The names from the top to the unit, 大臣官房／秘書課; nil where it is not in force on the day.
  public func path(of id: RecordID<OrganizationUnit>) -> String? {
    guard let unit = unit(id) else { return nil }
    let names = [unit.name] + ancestors(of: id).map(\.name)
    return names.reversed().joined(separator: Self.separator)
  }
}

/// Sorts units so that each stands before those below it, and finds the ones at the top.
private struct UnitOrder {
  private(set) var ordered: [OrganizationUnit] = []
  private(set) var tops: Set<RecordID<OrganizationUnit>> = []
  private var children: [RecordID<OrganizationUnit>: [OrganizationUnit]] = [:]
  private var placed: Set<RecordID<OrganizationUnit>> = []

  init(_ units: [OrganizationUnit]) {
    let present = Set(units.map(\.id))
    let sorted = units.sorted {
      ($0.employer, $0.sortOrder, $0.id) < ($1.employer, $1.sortOrder, $1.id)
    }
    var roots: [OrganizationUnit] = []
    for unit in sorted {
      if let parent = unit.parent, present.contains(parent) {
        children[parent, default: []].append(unit)
      } else {
        roots.append(unit)
      }
    }
    ordered.reserveCapacity(units.count)
    // Units that no root reaches lie in a ring of wrong data; its first unit then counts as a top.
    for top in roots + sorted where !placed.contains(top.id) {
      tops.insert(top.id)
      place(top)
    }
  }

  private mutating func place(_ top: OrganizationUnit) {
    var waiting = [top]
    while let unit = waiting.popLast() {
      guard placed.insert(unit.id).inserted else { continue }
      ordered.append(unit)
      waiting += (children[unit.id] ?? []).reversed()
    }
  }
}
