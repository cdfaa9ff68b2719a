internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// Paths of the home of limits and of the units' rests, who may use them, and what they do.
enum UnitWatchRoutes {
  static let everyone: AccessRule = .anyOf([.staff, .hr, .secretariat, .committee, .executive])

  static let all: [Route] = [
    Route(.get, "/limits", allow: everyone, home),
    Route(.get, "/limits/units", allow: WorkingTimeReach.unitReaders, list),
    Route(.get, "/limits/units/{unit}", allow: WorkingTimeReach.unitReaders) { request in
      .page(try await board(request).content)
    },
    Route(.get, "/limits/units/{unit}/csv", allow: WorkingTimeReach.unitReaders, file),
  ]

  private static func month(_ request: SignedInRequest) -> YearMonth {
    request.query.first("month").flatMap { YearMonth(iso: $0) } ?? request.today.yearMonth
  }

  private static func home(_ request: SignedInRequest) async throws -> Reply {
    let actor = request.actor
    let now = moment(request)
    let lines = try await request.database.glance { connection -> [RestQuery.Line] in
      guard let employee = actor.employee else { return [] }
      let month = now.date.yearMonth
      return try [month, month.adding(months: -1)].compactMap { month in
        try RestQuery.lines(of: [employee], in: month, now: now, on: connection)[employee]
      }
    }
    return .page(LimitsHomePage(actor: actor, today: request.today, own: lines).content)
  }

  private static func moment(_ request: SignedInRequest) -> WorkMoment {
    WorkMoment(request.today, OfficeZone.time(of: request.now))
  }

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    let month = month(request)
    let (actor, units, today) = (request.actor, request.units, request.today)
    let page = try await request.database.glance { connection in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      return RestUnitsPage(
        month: month,
        units: reach.tree.ordered.filter { reach.visible.contains($0.id) },
        counts: try RestQuery.counts(of: reach.visible, in: month, today: today, on: connection),
        tree: reach.tree
      )
    }
    return .page(page.content)
  }

  private static func board(_ request: SignedInRequest) async throws -> UnitWatchPage {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let month = month(request)
    let now = moment(request)
    let (actor, units, today) = (request.actor, request.units, request.today)
    let found = try await request.database.glance { connection -> UnitWatchPage? in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      guard reach.visible.contains(unit), let path = reach.tree.path(of: unit) else { return nil }
      let members = try MemberRecords.members(
        of: [unit],
        in: .everyone,
        asOf: min(today, month.lastDay),
        on: connection
      )
      let people = Set(members.map(\.employee))
      // A time-keeper keeps hours; who must see a doctor is for those who free the time.
      let isHead = reach.led.contains(unit)
      let last = today.yearMonth.adding(months: -1)
      // A head's time for the doctor is that of today's people; those who have left are another's.
      let present = try MemberRecords.members(of: [unit], in: .everyone, asOf: today, on: connection)
      let led = isHead ? people.intersection(present.map(\.employee)) : []
      return UnitWatchPage(
        unit: unit,
        path: path,
        month: month,
        members: members,
        lines: try RestQuery.lines(of: people, in: month, now: now, on: connection),
        interviews: led.isEmpty ? [:] : try InterviewQuery.cases(in: last, of: led, on: connection),
        interviewMonth: last,
        isHead: isHead,
        today: today
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let page = try await board(request)
    return .download(
      name: "interval-\(page.unit)-\(page.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try page.file()
    )
  }
}
