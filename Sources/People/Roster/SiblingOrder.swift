internal import Store

/// The units of one parent in the order in which a file first names them.
struct SiblingOrder: Sendable {
  private var named: [RecordID<OrganizationUnit>] = []
  private var seen: Set<RecordID<OrganizationUnit>> = []

  /// Notes a unit that a row names.
  mutating func name(_ unit: RecordID<OrganizationUnit>) {
    if seen.insert(unit).inserted { named.append(unit) }
  }

  /// The places of the units that are new or must make room for a new one.
  ///
  /// A new unit comes right behind the one that the file names before it. Stored units keep their order among
  /// themselves, whatever the file's: a list of a few people says nothing about it.
  func places(
    among stored: [(unit: RecordID<OrganizationUnit>, order: Int)]
  ) -> [RecordID<OrganizationUnit>: Int] {
    let orders = Dictionary(stored.map { ($0.unit, $0.order) }, uniquingKeysWith: { _, latest in latest })
    guard named.contains(where: { orders[$0] == nil }) else { return [:] }
    let known = orders.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    return Self.numbered(merged(into: known), orders)
  }

  private func merged(into known: [RecordID<OrganizationUnit>]) -> [RecordID<OrganizationUnit>] {
    let isKnown = Set(known)
    // New units by the stored one they follow; nil for those that the file names first.
    var following: [RecordID<OrganizationUnit>?: [RecordID<OrganizationUnit>]] = [:]
    var before: RecordID<OrganizationUnit>?
    for unit in named {
      if isKnown.contains(unit) { before = unit } else { following[before, default: []].append(unit) }
    }
    let first = following[nil] ?? []
    let next = named.first(where: isKnown.contains)
    return known.flatMap { unit in
      (unit == next ? first : []) + [unit] + (following[unit] ?? [])
    } + (next == nil ? first : [])
  }

  /// Numbers rise from unit to unit; a stored one keeps its number while there is room.
  private static func numbered(
    _ units: [RecordID<OrganizationUnit>],
    _ orders: [RecordID<OrganizationUnit>: Int]
  ) -> [RecordID<OrganizationUnit>: Int] {
    var places: [RecordID<OrganizationUnit>: Int] = [:]
    var last = 0
    for unit in units {
      let stored = orders[unit]
      // Before the first new unit nothing moves, not even units of the same number.
      let isMoving = stored.map { $0 <= last && !places.isEmpty } ?? true
      last = isMoving ? last + 1 : max(last, stored ?? last)
      if isMoving { places[unit] = last }
    }
    return places
  }
}
