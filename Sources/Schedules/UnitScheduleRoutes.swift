internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// The schedules of units, for those who lead, keep or administer them.
enum UnitScheduleRoutes {
  static let all: [Route] = [
    Route(.get, "/schedules/units", allow: ScheduleReach.leaders, units),
    Route(.get, "/schedules/units/{unit}", allow: ScheduleReach.leaders, unit),
  ]

  private static func units(_ request: SignedInRequest) async throws -> Reply {
    let (actor, today, shelf) = (request.actor, request.today, request.units)
    let page = try await request.database.read { connection in
      let tree = try shelf.tree(asOf: today, on: connection)
      let visible = actor.visibleUnits(in: tree)
      let scope = ScheduleReach.scope(of: actor, tree)
      let waiting = try WaitingRecords.entries(
        in: scope,
        besides: actor.employee,
        asOf: today,
        limit: UnitSchedulesPage.mostWaiting,
        on: connection
      )
      return UnitSchedulesPage(
        waiting: waiting,
        count: waiting.count < UnitSchedulesPage.mostWaiting
          ? waiting.count
          : try WaitingRecords.count(in: scope, besides: actor.employee, asOf: today, on: connection),
        units: tree.ordered.filter { visible.contains($0.id) }.map { unit in
          (unit: unit, path: unit.parent.flatMap { tree.path(of: $0) } ?? "")
        },
        fixesRules: ScheduleReach.personnel.admits(actor)
      )
    }
    return .page(page.content)
  }

  private static func unit(_ request: SignedInRequest) async throws -> Reply {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let (actor, today, shelf) = (request.actor, request.today, request.units)
    let asked = request.query.first("day").flatMap { CivilDate(iso: $0) } ?? today
    let day = CivilDate.askable.contains(asked) ? asked : today
    let shown = try await request.database.read { connection in
      let tree = try shelf.tree(asOf: today, on: connection)
      return try UnitScheduleQuery.week(
        of: unit,
        around: day,
        for: actor,
        tree,
        today: today,
        on: connection
      )
    }
    guard let shown else { throw SiteError.notFound }
    return .page(UnitSchedulePage(shown: shown, today: today).content)
  }
}
