internal import CivilTime
internal import Store

/// Gathers the rows of an export and puts them in order.
struct RosterExportRows {
  private let employers: [Employer]
  private let names: UnitNames
  private var posts: [RecordID<Post>: Post] = [:]
  private var employees: [Employee] = []
  private var assignments: [RecordID<Employee>: [Assignment]] = [:]

  init(in scope: PersonScope, asOf date: CivilDate, on connection: any SQLConnection) throws {
    employers = try EmployerRecords.all(on: connection)
    names = UnitNames(try UnitRecords.history(on: connection), asOf: date)
    let ids = Set(employers.map(\.id))
    try PostRecords.forEach(of: ids, on: connection) { posts[$0.id] = $0 }
    try EmployeeRecords.forEach(of: ids, in: scope, asOf: date, on: connection) { employees.append($0) }
    let visible = Set(employees.map(\.id))
    try AssignmentRecords.forEach(of: ids, on: connection) { assignment in
      guard visible.contains(assignment.employee) else { return }
      assignments[assignment.employee, default: []].append(assignment)
    }
  }

  /// All rows, in an order that no identifier decides, so that a copied database exports the same bytes.
  func sorted() -> [RosterExportRow] {
    let positions = Dictionary(
      employers.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let byID = Dictionary(employers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = employees.flatMap { employee in
      byID[employee.employer].map { entries(of: employee, employer: $0) } ?? []
    }
    let keyed = rows.map { row in
      (key: RosterExportKey(row, employer: positions[row.employer.id] ?? 0), row: row)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.row)
  }

  private func entries(of employee: Employee, employer: Employer) -> [RosterExportRow] {
    let places = (assignments[employee.id] ?? []).compactMap(place)
    if places.isEmpty { return [RosterExportRow(employer: employer, employee: employee, place: nil)] }
    return places.map { RosterExportRow(employer: employer, employee: employee, place: $0) }
  }

  private func place(_ assignment: Assignment) -> RosterExportRow.Place? {
    guard let post = posts[assignment.post],
      let unit = names.period(of: post.unit, on: assignment.from)
    else { return nil }
    return RosterExportRow.Place(
      assignment: assignment,
      post: post,
      path: names.path(of: post.unit, on: assignment.from),
      unitKind: unit.kind,
      position: names.position(of: post.unit)
    )
  }
}

/// What a row is sorted by.
private struct RosterExportKey: Comparable {
  private let numbers: [Int]
  private let texts: [String]

  init(_ row: RosterExportRow, employer: Int) {
    let place = row.place
    numbers = [employer, place?.position ?? Int.max, place?.post.rankBand.order ?? 0]
    texts = [
      row.employee.familyKana, row.employee.givenKana, row.employee.number,
      place?.assignment.from.iso ?? "", place?.assignment.kind.rawValue ?? "", place?.post.title ?? "",
    ]
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    for (one, other) in zip(left.texts, right.texts) where !one.utf8.elementsEqual(other.utf8) {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return false
  }
}

/// The names of units on any day.
struct UnitNames {
  private let periods: [RecordID<OrganizationUnit>: [OrganizationUnit]]
  private let order: UnitTree

  /// Takes the whole history, in the order of days.
  init(_ history: [OrganizationUnit], asOf date: CivilDate) {
    periods = Dictionary(grouping: history, by: \.id)
    order = UnitTree(units: periods.values.compactMap(\.last), date: date)
  }

  /// The period of a day, or else the next one, or the last one.
  func period(of id: RecordID<OrganizationUnit>, on date: CivilDate) -> OrganizationUnit? {
    let known = periods[id] ?? []
    return known.first { $0.to.map { date <= $0 } ?? true } ?? known.last
  }

  func path(of id: RecordID<OrganizationUnit>, on date: CivilDate) -> String {
    var names: [String] = []
    var seen: Set<RecordID<OrganizationUnit>> = []
    var next: RecordID<OrganizationUnit>? = id
    while let here = next, seen.insert(here).inserted, let period = period(of: here, on: date) {
      names.append(period.name)
      next = period.parent
    }
    return names.reversed().joined(separator: UnitTree.separator)
  }

  func position(of id: RecordID<OrganizationUnit>) -> Int {
    order.position(of: id) ?? Int.max
  }
}
