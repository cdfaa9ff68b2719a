internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// What the pages of the books do.
enum BookRoutes {
  static let all: [Route] = [
    Route(.get, "/overtime/people/{employee}/book/{month}", allow: RequestRoutes.readers) { request in
      let (name, parts) = try await person(request)
      let employee: RecordID<Employee> = try request.id("employee")
      let page = BookPage(subject: .person(name), month: try request.month("month"), parts: parts) { month in
        OrderPaths.book(month, of: employee)
      }
      return .page(page.content)
    },
    Route(.get, "/overtime/people/{employee}/book/{month}/csv", allow: RequestRoutes.readers) { request in
      try file(request, try await person(request).parts)
    },
    Route(.get, "/overtime/units/{unit}/book/{month}", allow: WorkingTimeReach.unitReaders) { request in
      let (name, parts) = try await unit(request)
      let id: RecordID<OrganizationUnit> = try request.id("unit")
      let page = BookPage(subject: .unit(name), month: try request.month("month"), parts: parts) { month in
        OrderPaths.book(month, of: id)
      }
      return .page(page.content)
    },
    Route(.get, "/overtime/units/{unit}/book/{month}/csv", allow: WorkingTimeReach.unitReaders) { request in
      try file(request, try await unit(request).parts)
    },
  ]

  private static func file(_ request: SignedInRequest, _ parts: [BookPart]) throws -> Reply {
    let month = try request.month("month")
    return .download(
      name: "meireibo-\(month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try BookFile.bytes(parts, in: month)
    )
  }

  private static func person(_ request: SignedInRequest) async throws -> (name: String, parts: [BookPart]) {
    let employee: RecordID<Employee> = try request.id("employee")
    let month = try request.month("month")
    let scope = try await WorkingTimeReach.scope(request)
    let today = request.today
    let found = try await request.database.read { connection -> (String, [BookPart])? in
      guard let person = try PersonMonthQuery.heading(employee, in: scope, today: today, on: connection)
      else {
        return nil
      }
      return (person.name, try BookQuery.parts(of: [(employee, person.name)], in: month, on: connection))
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private static func unit(_ request: SignedInRequest) async throws -> (name: String, parts: [BookPart]) {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let month = try request.month("month")
    let (actor, today, units) = (request.actor, request.today, request.units)
    let found = try await request.database.read { connection -> (String, [BookPart])? in
      let tree = try units.tree(asOf: today, on: connection)
      guard actor.visibleUnits(in: tree).contains(unit) else { return nil }
      let scope = actor.workingTimeScope(in: tree)
      let people = try BookQuery.people(of: unit, in: month, scope, today: today, on: connection)
      return (tree.path(of: unit) ?? "", try BookQuery.parts(of: people, in: month, on: connection))
    }
    guard let found else { throw SiteError.notFound }
    return found
  }
}
