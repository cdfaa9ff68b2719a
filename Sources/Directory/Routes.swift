internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// Paths of the directory, who may use them, and what they do.
enum DirectoryRoutes {
  /// Everyone who is employed; an operator without a post sees nobody.
  static let readers: AccessRule = .anyOf([.staff])

  static let all: [Route] = [
    Route(.get, "/directory", allow: readers, search),
    Route(.get, "/units/{unit}", allow: readers, unit),
    Route(.get, "/people/{employee}", allow: readers, person),
  ]

  private static func search(_ request: SignedInRequest) async throws -> Reply {
    let text = request.query.first("text") ?? ""
    let page = request.query.first("page").flatMap { Int($0) } ?? 1
    let today = request.today
    let units = request.units
    let personnelOf = request.actor.personnelEmployers
    let (found, tree) = try await request.database.read { connection in
      let search = EmployeeSearch(text: text, personnelOf: personnelOf, page: max(1, page))
      return (
        try DirectoryRecords.search(search, in: .everyone, asOf: today, on: connection),
        try units.tree(asOf: today, on: connection)
      )
    }
    let content = DirectoryPageContent(
      text: text,
      page: max(1, page),
      found: found,
      tree: tree,
      isPersonnel: !personnelOf.isEmpty
    ).content
    return .page(content)
  }

  private static func unit(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<OrganizationUnit> = try request.id("unit")
    let today = request.today
    let units = request.units
    let page = try await request.database.read { connection -> UnitPage? in
      let tree = try units.tree(asOf: today, on: connection)
      guard let unit = tree.unit(id) else { return nil }
      let members = try MemberRecords.members(of: [id], in: .everyone, asOf: today, on: connection)
      return UnitPage(unit: unit, tree: tree, members: members)
    }
    guard let page else { throw SiteError.notFound }
    return .page(page.content)
  }

  private static func person(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Employee> = try request.id("employee")
    let actor = request.actor
    let today = request.today
    let units = request.units
    let page = try await request.database.read { connection -> PersonPage? in
      guard let person = try EmployeeRecords.employee(id, in: .everyone, asOf: today, on: connection)
      else { return nil }
      let tree = try units.tree(asOf: today, on: connection)
      let reader = try PersonPage.Reader(
        actor: actor,
        person: person,
        tree: tree,
        today: today,
        on: connection
      )
      // Somebody who has left is no longer in the directory; personnel officers still find the record.
      guard person.isInService(on: today) || reader == .personnel else { return nil }
      let held = try AssignmentRecords.assignments(of: id, in: .everyone, asOf: today, on: connection)
      return PersonPage(
        person: person,
        held: reader == .personnel ? held : held.compactMap { $0.announced(by: today) },
        superiors: try SuperiorRecords.superiors(of: id, asOf: today, on: connection),
        tree: tree,
        today: today,
        reader: reader
      )
    }
    guard let page else { throw SiteError.notFound }
    return .page(page.content)
  }
}
