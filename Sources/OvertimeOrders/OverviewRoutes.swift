internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// What one's own page and the list of changes do.
enum OverviewRoutes {
  static let watchers: AccessRule = .anyOf([.hr, .auditor])

  static let all: [Route] = [
    Route(.get, "/overtime", allow: RequestRoutes.readers, own),
    Route(.get, "/overtime/changes", allow: watchers) { request in .page(try await changes(request).content)
    },
    Route(.get, "/overtime/changes/csv", allow: watchers) { request in
      let page = try await changes(request)
      return .download(
        name: "shusei-\(page.month.iso).csv",
        contentType: "text/csv; charset=utf-8",
        bytes: try page.bytes()
      )
    },
  ]

  private static func own(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let (today, actor, units) = (request.today, request.actor, request.units)
    let page = try await request.database.read { connection in
      let days = try days(of: employee, around: today, on: connection)
      let tree = try units.tree(asOf: today, on: connection)
      let books = actor.headedUnits.union(actor.keptUnits)
      return OwnOrdersPage(
        employee: employee,
        today: today,
        days: days,
        units: tree.ordered.filter { books.contains($0.id) }.map { ($0.id, tree.path(of: $0.id) ?? $0.name) },
        roles: actor.roles
      )
    }
    return .page(page.content)
  }

  /// Last month's, this month's and next month's days that hold anything, and older ones that wait for the owner, in order.
  static func days(
    of employee: RecordID<Employee>,
    around today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [DayOrders] {
    let first = today.yearMonth.adding(months: -1).firstDay
    let span = today.adding(days: -ApprovalsQuery.lookBack)...OvertimeDeclaration.lastDay(asOf: today)
    let days = try DayOrdersQuery.days(of: [employee], in: span, on: connection)[employee] ?? [:]
    return days.values.filter { $0.date >= first || $0.asksOwner && $0.claim?.recordedBy != nil }
      .sorted { $0.date < $1.date }
  }

  private static func changes(_ request: SignedInRequest) async throws -> ChangesPage {
    let month = request.query.first("month").flatMap { YearMonth(iso: $0) } ?? request.today.yearMonth
    let filter = request.query.first("filter").flatMap { ChangesPage.Filter(rawValue: $0) } ?? .all
    let (actor, today) = (request.actor, request.today)
    let scope: PersonScope = actor.has(.auditor) ? .everyone : .employers(actor.personnelEmployers)
    let first = OfficeZone.instant(on: month.firstDay, at: .midnight)
    let end = OfficeZone.instant(on: month.lastDay.adding(days: 1), at: .midnight)
    let changes = try await request.database.read { connection in
      try ChangeRecords.downward(from: first, to: end, in: scope, on: today, connection: connection)
    }
    return ChangesPage(month: month, filter: filter, changes: changes)
  }
}
