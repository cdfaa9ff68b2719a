internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// What the pages of units do.
enum UnitRoutes {
  static func units(_ request: SignedInRequest, entries more: [Panels.Entry]) async throws -> Reply {
    let actor = request.actor
    let today = request.today
    let units = request.units
    let entries = try await request.database.glance { connection in
      let tree = try units.tree(asOf: today, on: connection)
      let visible = actor.visibleUnits(in: tree)
      return tree.ordered.filter { visible.contains($0.id) }.map { unit in
        (unit: unit, path: unit.parent.flatMap { tree.path(of: $0) } ?? "")
      }
    }
    return .page(UnitsPage(entries: entries, more: more, month: today.yearMonth).content)
  }

  static func unit(_ request: SignedInRequest) async throws -> Reply {
    let asked = Asked(request)
    let (shown, visible) = try await read(request, asked)
    return .page(
      UnitMonthsPage(shown: shown, month: asked.month, order: asked.order, visible: visible).content
    )
  }

  static func unitFile(_ request: SignedInRequest) async throws -> Reply {
    let asked = Asked(request)
    let (shown, _) = try await read(request, asked)
    return .download(
      name: "choka-kinmu-\(shown.unit.id)-\(asked.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try UnitFile.bytes(shown)
    )
  }

  /// What the query asks for; anything unreadable is the usual view.
  private struct Asked {
    let month: YearMonth
    let order: UnitMonths.Order

    init(_ request: SignedInRequest) {
      month = request.query.first("month").flatMap { YearMonth(iso: $0) } ?? request.today.yearMonth
      order = request.query.first("order").flatMap { UnitMonths.Order(rawValue: $0) } ?? .organization
    }
  }

  private static func read(
    _ request: SignedInRequest,
    _ asked: Asked
  ) async throws -> (UnitMonths, Set<RecordID<OrganizationUnit>>) {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let actor = request.actor
    let today = request.today
    let units = request.units
    let month = asked.month
    let order = asked.order
    let found = try await request.database.glance {
      connection -> (UnitMonths, Set<RecordID<OrganizationUnit>>)? in
      let tree = try units.tree(asOf: today, on: connection)
      let visible = actor.visibleUnits(in: tree)
      return try UnitMonthsQuery.months(
        of: unit,
        through: month,
        order: order,
        visible: visible,
        scope: actor.workingTimeScope(in: tree),
        tree: tree,
        today: today,
        on: connection
      ).map { ($0, visible) }
    }
    guard let found else { throw SiteError.notFound }
    return found
  }
}
