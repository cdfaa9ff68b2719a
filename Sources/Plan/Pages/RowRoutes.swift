internal import Access
internal import CivilTime
internal import Indicators
internal import Journal
internal import People
internal import Site
internal import Store

/// Where the rows behind figures are read, and by whom.
struct RowRoutes: Sendable {
  /// Those who may see single people or duties of some figures; ``RowReach`` judges each figure.
  static let readers: AccessRule = .anyOf([.hr, .superior, .timeKeeper, .secretariat])

  private let reading: FigureRowReading

  init(indicators: [Indicator], current: CurrentPlan) {
    reading = FigureRowReading(indicators: indicators, current: current)
  }

  var all: [Route] {
    [
      Route(.get, "/plan/figures/{indicator}/rows", allow: Self.readers, page),
      Route(.get, "/plan/figures/{indicator}/rows/csv", allow: Self.readers, file),
    ]
  }

  @Sendable private func page(_ request: SignedInRequest) async throws -> Reply {
    let shown = try await rows(request)
    let page = request.query.first("page").flatMap { Int($0) } ?? 1
    return .page(
      RowsPage(shown: shown, page: page, personnelEmployers: request.actor.personnelEmployers).content
    )
  }

  /// The export leaves a journal entry, for a file goes where the house cannot see it.
  @Sendable private func file(_ request: SignedInRequest) async throws -> Reply {
    let shown = try await rows(request)
    guard let counted = shown.counted else { throw SiteError.notFound }
    let file = RowsFile(shown: shown, counted: counted, personnelEmployers: request.actor.personnelEmployers)
    let payload: [(StaticString, String)] = [
      ("indicator", shown.definition.id), ("year", "\(shown.year.startYear)"),
      ("as-of", counted.stored.asOf.iso), ("part", shown.filter.part.rawValue),
      ("unit", shown.filter.unit.map { "\($0)" } ?? ""), ("rows", "\(counted.rows.count)"),
    ]
    let entry = JournalEntry(
      id: request.ids.next(),
      at: request.request.now,
      actor: .account(request.actor.account.number),
      kind: RowKinds.exported,
      payload: JournalPayload(payload)
    )
    try await request.database.write { try JournalRecords.append(entry, on: $0) }
    return .download(
      name: file.name,
      contentType: "text/csv; charset=utf-8",
      bytes: try file.bytes()
    )
  }

  private func rows(_ request: SignedInRequest) async throws -> FigureRows {
    guard let id = request.parameters["indicator"] else { throw SiteError.notFound }
    let (reading, shelf, actor, today) = (reading, request.units, request.actor, request.today)
    let year = PlanRoutes.year(of: request.query)
    let filter = RowFilter(
      part: request.query.first("part").flatMap { RowFilter.Part(rawValue: $0) } ?? .all,
      unit: request.query.first("unit").flatMap { Int64($0) }.map { RecordID($0) }
    )
    let shown = try await request.database.read { connection in
      try reading.rows(id, in: year, filter, for: actor, today: today, units: shelf.tree, on: connection)
    }
    guard let shown else { throw SiteError.notFound }
    return shown
  }
}

/// The kinds of entries that looking into figures writes into the journal.
enum RowKinds {
  /// The rows behind a figure were saved as a file.
  static let exported: JournalKind = "plan.rows-exported"
}

/// Where the rows behind figures live.
enum RowPaths {
  static func page(_ indicator: String) -> String { "/plan/figures/\(indicator)/rows" }

  static func page(
    _ indicator: String,
    _ year: FiscalYear,
    unit: RecordID<OrganizationUnit>? = nil
  ) -> String {
    "\(page(indicator))?\(query(year, RowFilter(unit: unit)))"
  }

  static func page(_ shown: FigureRows) -> String {
    "\(page(shown.definition.id))?\(query(shown.year, shown.filter))"
  }

  static func file(_ shown: FigureRows) -> String {
    "\(page(shown.definition.id))/csv?\(query(shown.year, shown.filter))"
  }

  private static func query(_ year: FiscalYear, _ filter: RowFilter) -> String {
    let unit = filter.unit.map { "&unit=\($0)" } ?? ""
    return "year=\(year.startYear)&part=\(filter.part.rawValue)\(unit)"
  }
}
