internal import Access
internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// Gap boards of units.
enum BoardRoutes {
  static let all: [Route] = [
    Route(.get, "/presence/units", allow: WorkingTimeReach.unitReaders, units),
    Route(.get, "/presence/units/{unit}", allow: WorkingTimeReach.unitReaders, board),
    Route(.get, "/presence/units/{unit}/csv", allow: WorkingTimeReach.unitReaders, file),
  ]

  private static func units(_ request: SignedInRequest) async throws -> Reply {
    let (actor, today, units) = (request.actor, request.today, request.units)
    let asked = BoardAsked(month: today.yearMonth)
    let rows = try await request.database.glance { connection in
      let tree = try units.tree(asOf: today, on: connection)
      let visible = actor.visibleUnits(in: tree)
      return tree.ordered.filter { visible.contains($0.id) }.map { unit -> DataTable.Row in
        let above = unit.parent.flatMap { tree.path(of: $0) } ?? ""
        return [.link(unit.name, to: PresencePaths.unit(unit.id, asked)), .text(above)]
      }
    }
    let page = PageContent(
      title: "組織の在庁と申告の差",
      breadcrumbs: [Breadcrumb("在庁時間と申告の差", PresencePaths.own)],
      lead: "\(rows.count)の組織を見られます。組織を選ぶと、その下の組織も合わせて表示します。",
      body: rows.isEmpty
        ? Panels.emptyState("表示できる組織はありません", "組織の長や代理、勤務時間管理員になると、ここに組織を表示します。")
        : DataTable.draw(
          id: "units",
          caption: "組織",
          columns: [.init("組織", .rowHeader), .init("上位の組織", .text)],
          rows: rows
        )
    )
    return .page(page)
  }

  private static func board(_ request: SignedInRequest) async throws -> Reply {
    let asked = BoardAsked(request.query, today: request.today)
    return .page(UnitGapsPage(shown: try await read(request, asked), asked: asked).content)
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let asked = BoardAsked(request.query, today: request.today)
    let shown = try await read(request, asked)
    let employers = try await request.database.glance { connection in try EmployerRecords.all(on: connection)
    }
    let names = Dictionary(employers.map { ($0.id, $0.name) }) { first, _ in first }
    var writer = try PresenceFile.writer()
    for line in shown.lines {
      for day in line.days where day.status != .none && (!asked.isOpenOnly || day.status.isOpen) {
        PresenceFile.write(line.person, day, employer: names[line.person.employer] ?? "", to: &writer)
      }
    }
    return .download(
      name: "zaicho-sa-\(shown.unit.id)-\(asked.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: writer.bytes
    )
  }

  private static func read(_ request: SignedInRequest, _ asked: BoardAsked) async throws -> UnitGaps {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let (actor, today, units) = (request.actor, request.today, request.units)
    let shown = try await request.database.read { connection in
      let tree = try units.tree(asOf: today, on: connection)
      return try UnitGapsQuery.gaps(
        of: unit,
        in: asked.month,
        visible: actor.visibleUnits(in: tree),
        tree: tree,
        today: today,
        on: connection
      )
    }
    guard let shown else { throw SiteError.notFound }
    return shown
  }
}
