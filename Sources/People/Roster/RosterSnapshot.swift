internal import CivilTime
internal import Store

/// What the database knows of the employers of a file, read once.
struct RosterSnapshot: Sendable {
  struct PersonKey: Hashable, Sendable {
    let employer: RecordID<Employer>
    let number: ExactText
  }

  /// A post by all that tells it from others.
  struct PostKey: Hashable, Sendable {
    let unit: RecordID<OrganizationUnit>
    let title: ExactText
    let rankBand: RankBand
    let isManagerial: Bool
    let isExecutive: Bool
    let isHead: Bool

    init(_ post: Post) {
      unit = post.unit
      title = ExactText(post.title)
      rankBand = post.rankBand
      isManagerial = post.isManagerial
      isExecutive = post.isExecutive
      isHead = post.isHead
    }
  }

  private(set) var employers: [ExactText: Employer] = [:]
  private(set) var units = UnitHistory([])
  private(set) var posts: [RecordID<Post>: Post] = [:]
  private(set) var employees: [PersonKey: Employee] = [:]
  private(set) var assignments: [RecordID<Employee>: [Assignment]] = [:]

  /// Reads all that concerns the employers of the given codes.
  init(codes: Set<ExactText>, asOf date: CivilDate, on connection: any SQLConnection) throws {
    for employer in try EmployerRecords.all(on: connection) where codes.contains(ExactText(employer.code)) {
      employers[ExactText(employer.code)] = employer
    }
    let ids = Set(employers.values.map(\.id))
    guard !ids.isEmpty else { return }
    units = UnitHistory(try UnitRecords.history(on: connection).filter { ids.contains($0.employer) })
    try PostRecords.forEach(of: ids, on: connection) { posts[$0.id] = $0 }
    // The list is the whole staff by its nature; whoever may import it may see it.
    try EmployeeRecords.forEach(of: ids, in: .employers(ids), asOf: date, on: connection) { employee in
      let key = PersonKey(employer: employee.employer, number: ExactText(employee.number))
      employees[key] = employee
    }
    try AssignmentRecords.forEach(of: ids, on: connection) { assignment in
      assignments[assignment.employee, default: []].append(assignment)
    }
  }
}
