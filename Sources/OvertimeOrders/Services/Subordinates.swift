internal import Access
internal import CivilTime
internal import People
internal import Store

/// 部下 – those whose overtime somebody orders today, the same whom `SuperiorRecords` leads to this superior.
///
/// The people of the units headed, of units below without anybody at their head, and the heads of the next units below;
/// never oneself.
struct Subordinates: Sendable {
  /// One of them.
  struct Person: Sendable {
    let id: RecordID<Employee>
    let name: String
    let title: String
    let unit: RecordID<OrganizationUnit>
    /// Whether one acts as head or as deputy.
    let capacity: DecisionCapacity
  }

  /// By unit, rank and reading.
  let people: [Person]

  private let places: [RecordID<Employee>: Int]

  /// Nil for somebody one does not answer for.
  subscript(employee: RecordID<Employee>) -> Person? { places[employee].map { people[$0] } }

  var ids: [RecordID<Employee>] { people.map(\.id) }

  init(of actor: Actor, in tree: UnitTree, on connection: any SQLConnection) throws {
    var walk = DownwardWalk(actor: actor, tree: tree)
    let heads = actor.headedUnits.sorted {
      (tree.position(of: $0) ?? .max, $0) < (tree.position(of: $1) ?? .max, $1)
    }
    for unit in heads { try walk.add(unit, on: connection) }
    people = walk.found
    places = Dictionary(walk.found.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }
}

/// Walks down from a headed unit as far as nobody else leads.
private struct DownwardWalk {
  let actor: Actor
  let tree: UnitTree
  private(set) var found: [Subordinates.Person] = []
  private var seen: Set<RecordID<Employee>> = []

  init(actor: Actor, tree: UnitTree) {
    self.actor = actor
    self.tree = tree
    if let employee = actor.employee { seen.insert(employee) }
  }

  mutating func add(_ unit: RecordID<OrganizationUnit>, on connection: any SQLConnection) throws {
    let members = try members(of: [unit], on: connection)
    let heads = Set(members.filter(\.isHead).map(\.employee))
    let capacity: DecisionCapacity = actor.employee.map(heads.contains) ?? false ? .head : .deputy
    // Whoever heads this unit too, wherever the main post lies, answers to the unit above.
    let above = seen
    seen.formUnion(heads)
    defer { seen = above.union(found.map(\.id)) }
    take(members.filter { $0.assignmentKind == .primary }, capacity)
    var frontier = tree.children(of: unit).map(\.id)
    while !frontier.isEmpty {
      let members = try self.members(of: Set(frontier), on: connection)
      let deputies = try deputies(of: frontier, on: connection)
      var next: [RecordID<OrganizationUnit>] = []
      for below in frontier {
        let own = members.filter { $0.unit == below }
        let heads = Set(own.filter(\.isHead).map(\.employee))
        let leaders = heads.union(deputies[below] ?? [])
        if leaders.isEmpty {
          take(own.filter { $0.assignmentKind == .primary }, capacity)
          next += tree.children(of: below).map(\.id)
        } else {
          try takeLeaders(leaders.count == 1 ? leaders : heads, own, capacity, on: connection)
        }
      }
      frontier = next
    }
  }

  private mutating func take(_ members: [Member], _ capacity: DecisionCapacity) {
    for member in members where seen.insert(member.employee).inserted {
      found.append(
        Subordinates.Person(
          id: member.employee,
          name: member.name,
          title: member.title,
          unit: member.unit,
          capacity: capacity
        )
      )
    }
  }

  /// Who leads a unit in which another post is the main one may answer to somebody else.
  private mutating func takeLeaders(
    _ leaders: Set<RecordID<Employee>>,
    _ members: [Member],
    _ capacity: DecisionCapacity,
    on connection: any SQLConnection
  ) throws {
    let here = members.filter { leaders.contains($0.employee) }
    let main = Set(here.filter { $0.assignmentKind == .primary }.map(\.employee))
    let others = try here.filter { member in
      guard !main.contains(member.employee) else { return false }
      let above = try SuperiorRecords.superiors(of: member.employee, asOf: tree.date, on: connection)
      return above.contains { $0.id == actor.employee }
    }
    take(here.filter { $0.assignmentKind == .primary } + others, capacity)
  }

  private func members(
    of units: Set<RecordID<OrganizationUnit>>,
    on connection: any SQLConnection
  ) throws -> [Member] {
    try MemberRecords.members(of: units, in: .everyone, asOf: tree.date, on: connection)
  }

  private func deputies(
    of units: [RecordID<OrganizationUnit>],
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: Set<RecordID<Employee>>] {
    var deputies: [RecordID<OrganizationUnit>: Set<RecordID<Employee>>] = [:]
    try connection.readRows(
      """
      SELECT d.unit, d.employee FROM deputy d JOIN employee s ON s.id = d.employee
      WHERE d.unit IN (\(list: units)) AND d.valid_from <= \(tree.date)
      AND (d.valid_to IS NULL OR d.valid_to >= \(tree.date)) AND s.hired_on <= \(tree.date)
      AND (s.left_on IS NULL OR s.left_on >= \(tree.date))
      """
    ) { row in deputies[try row.value(0), default: []].insert(try row.value(1)) }
    return deputies
  }
}
