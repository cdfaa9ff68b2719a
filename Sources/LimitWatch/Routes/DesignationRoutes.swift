internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// Paths of the register of designations, who may use them, and what they do.
enum DesignationRoutes {
  static let readers: AccessRule = .anyOf([.staff, .hr])
  static let writers: AccessRule = .anyOf([.hr])

  static let all: [Route] = [
    Route(.get, "/limits/designations", allow: readers) { request in
      .page(try await page(request).content)
    },
    Route(.get, "/limits/designations/csv", allow: readers, file),
    Route(.post, "/limits/designations", allow: writers, add),
    Route(.get, "/limits/designations/{designation}", allow: readers) { request in
      .page(try await sheet(request).content)
    },
    Route(.post, "/limits/designations/{designation}", allow: writers, change),
  ]

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    .download(
      name: "taritsu-busho.csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try await page(request).file()
    )
  }

  private static func add(_ request: SignedInRequest) async throws -> Reply {
    var page = try await page(request)
    var form = FormReader(request.form)
    let unit = form.offered(
      "unit",
      label: "組織",
      among: page.administered.map(\.id) + page.former.all.map(\.id)
    )
    let extent = form.choice("extent", label: "範囲", as: DesignationFields.Extent.self)
    let name = extent == .part ? form.text("part", label: "官職・チームの名前", most: 60) : ""
    let from = form.beginning("from", ofUnitUntil: unit.flatMap { page.former.unit($0)?.lastDay })
    let to = form.end("to", label: "終了日", from: from)
    let reason = form.text("reason", label: "理由")
    let known = form.optionalDate("known", label: "周知の日")
    guard form.faults.isEmpty, let unit, let name, let from, let reason else {
      page.faults = form.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let entry = DesignationDesk.Entry(
      unit: unit,
      extent: .init(stored: name),
      from: from,
      to: to,
      reason: reason,
      madeKnownOn: known
    )
    try await LimitWatchRefusal.told {
      try await DesignationDesk(desk: RegisterDesk(request)).record(entry, seen: nil, once: request.once)
    }
    return .redirect(to: LimitWatchPaths.designations, notice: Notice(.success, "指定を台帳に記録しました。"))
  }

  private static func change(_ request: SignedInRequest) async throws -> Reply {
    var sheet = try await sheet(request)
    guard sheet.mayChange else { throw SiteError.notFound }
    let standing = sheet.newest.designation
    var form = FormReader(request.form)
    let to = form.end("to", label: "終了日", from: standing.from)
    let reason = form.text("reason", label: "指定の理由")
    let known = form.optionalDate("known", label: "周知の日")
    let why = form.text("why", label: "変える理由")
    let isWithdrawn = request.form.first("withdrawn") == "1"
    guard form.faults.isEmpty, let reason, let why else {
      sheet.faults = form.faults
      sheet.entered = request.form
      return .mend(sheet.content)
    }
    let entry = DesignationDesk.Entry(
      unit: standing.unit,
      extent: standing.extent,
      from: standing.from,
      to: to,
      reason: reason,
      madeKnownOn: known,
      isWithdrawn: isWithdrawn,
      changeReason: why
    )
    let seen = request.form.first("seen").flatMap { RecordID<Designation>(text: $0) } ?? standing.id
    try await LimitWatchRefusal.told {
      try await DesignationDesk(desk: RegisterDesk(request)).record(entry, seen: seen, once: request.once)
    }
    let words =
      isWithdrawn ? "指定を取り消しました。上限は自律部署として読み直します。以前の内容も残ります。" : "指定を訂正しました。以前の内容も残ります。"
    return .redirect(to: LimitWatchPaths.designations, notice: Notice(.success, words))
  }

  /// Units whose designations a visitor may know: one's own with those above, and whatever is or was within reach.
  private static func readable(
    _ reach: LimitReach,
    _ former: FormerUnits
  ) -> Set<RecordID<OrganizationUnit>> {
    let own = reach.actor.unit.map { [$0] + reach.tree.ancestors(of: $0).map(\.id) } ?? []
    return reach.visible.union(own).union(former.filter(reach.answersFor).ids)
  }

  private static func page(_ request: SignedInRequest) async throws -> DesignationsPage {
    let (actor, units, today, query) = (request.actor, request.units, request.today, request.query)
    let (token, once) = (request.formToken, request.freshOnce())
    return try await request.database.glance { connection in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      let former = try FormerUnits.read(beside: reach.tree, on: connection)
      return DesignationsPage(
        designations: try DesignationRegister.newest(
          of: readable(reach, former),
          employers: actor.personnelEmployers,
          on: connection
        ),
        tree: reach.tree,
        administered: reach.tree.ordered.filter { actor.personnelEmployers.contains($0.employer) },
        former: former.filter(reach.administers),
        filter: DesignationFilter(query),
        today: today,
        token: token,
        once: once
      )
    }
  }

  private static func sheet(_ request: SignedInRequest) async throws -> DesignationSheet {
    let id: RecordID<Designation> = try request.id("designation")
    let (actor, units, today) = (request.actor, request.units, request.today)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.glance { connection -> DesignationSheet? in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      let series = try DesignationRegister.series(of: id, on: connection)
      guard let newest = series.first else { return nil }
      let mayChange = actor.personnelEmployers.contains(newest.employer)
      let former = try FormerUnits.read(beside: reach.tree, on: connection)
      let unit = newest.designation.unit
      guard mayChange || readable(reach, former).contains(unit) else { return nil }
      return DesignationSheet(
        newest: newest,
        earlier: Array(series.dropFirst()),
        path: reach.tree.path(of: unit) ?? former.unit(unit)?.path ?? newest.unitName,
        mayChange: mayChange,
        today: today,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }
}
