internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// Paths of the overview, who may use them, and what they do.
enum OverviewRoutes {
  static let readers: AccessRule = .anyOf([.hr, .executive])

  static let all: [Route] = [
    Route(.get, "/limits/overview", allow: readers) { request in
      .page(try await page(request).content)
    },
    Route(.get, "/limits/overview/csv", allow: readers, file),
  ]

  private static func page(_ request: SignedInRequest) async throws -> OverviewPage {
    let year = request.query.fiscalYear("year", else: request.today.fiscalYear)
    let split = request.query.first("by").flatMap { OverviewSplit(rawValue: $0) } ?? .bureau
    let measure = request.query.first("show").flatMap { OverviewMeasure(rawValue: $0) } ?? .average
    let (actor, units, today) = (request.actor, request.units, request.today)
    return try await request.database.read { connection in
      let tree = try units.tree(asOf: min(max(today, year.firstDay), year.lastDay), on: connection)
      // An executive without the authority over personnel reads the own employer, bureau by bureau.
      let isFull = !actor.personnelEmployers.isEmpty
      let own = actor.unit.flatMap { tree.unit($0)?.employer }.map { Set([$0]) } ?? []
      let employers = isFull ? actor.personnelEmployers : own
      return OverviewPage(
        year: year,
        today: today,
        split: isFull ? split : .bureau,
        measure: measure,
        grain: isFull ? .full : .bureaus,
        table: try OverviewQuery(year: year, today: today, employers: employers, tree: tree).table(
          on: connection
        ),
        employers: try EmployerRecords.all(on: connection),
        tree: tree
      )
    }
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let page = try await page(request)
    return .download(
      name: "choka-kinmu-gaikan-\(page.year.startYear).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try page.file()
    )
  }
}
