internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// What the pages of budgets do.
enum BudgetRoutes {
  static let readers: AccessRule = .anyOf([.superior, .hr])

  static let all: [Route] = [
    Route(.get, "/overtime/budgets", allow: readers, list),
    Route(.get, "/overtime/budgets/{unit}", allow: readers) { request in
      .page(try await page(request, entered: .empty, faults: []).content)
    },
    Route(.post, "/overtime/budgets/{unit}", allow: readers, set),
  ]

  private static func year(_ request: SignedInRequest) -> FiscalYear {
    let asked = request.query.first("year").flatMap { Int($0) }
    return asked.flatMap { (2000...2200).contains($0) ? FiscalYear(startYear: $0) : nil }
      ?? request.today.fiscalYear
  }

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    let (year, today, actor, units) = (year(request), request.today, request.actor, request.units)
    let lines = try await request.database.read { connection in
      let tree = try units.tree(asOf: today, on: connection)
      let reach = BudgetReach.units(of: actor, in: tree)
      let budgets = try BudgetRecords.budgets(of: reach, in: year, on: connection)
      let shown = tree.ordered.map(\.id).filter { budgets[$0] != nil || actor.headedUnits.contains($0) }
      let query = try BudgetQuery(
        of: tree.descendants(of: Set(shown)),
        in: year,
        today: today,
        on: connection
      )
      return shown.map { unit in
        let below = tree.descendants(of: unit)
        return BudgetsPage.Line(
          unit: unit,
          path: tree.path(of: unit) ?? "",
          figures: query.figures(of: below, budget: budgets[unit]?.last?.amount)
        )
      }
    }
    return .page(BudgetsPage(year: year, lines: lines).content)
  }

  private static func set(_ request: SignedInRequest) async throws -> Reply {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    var reader = FormReader(request.form)
    let hours = reader.integer("hours", label: "予算の時間数", in: 0...10_000_000)
    let note = reader.text("note", label: "根拠")
    guard let hours, let note, reader.faults.isEmpty else {
      return .mend(try await page(request, entered: request.form, faults: reader.faults).content)
    }
    let year = year(request)
    try await OrderErrors.told {
      try await OrdersDesk(request).set(Minutes(hours: hours), note, of: unit, in: year, key: request.once)
    }
    return .redirect(
      to: OrderPaths.budget(unit, year),
      notice: Notice(.success, "\(year.japanese)の予算を\(hours)時間と記録しました。")
    )
  }

  private static func page(
    _ request: SignedInRequest,
    entered: FormFields,
    faults: [FormFault]
  ) async throws -> BudgetPage {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let (year, today, actor, units) = (year(request), request.today, request.actor, request.units)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.read { connection -> BudgetPage? in
      let tree = try units.tree(asOf: today, on: connection)
      guard BudgetReach.units(of: actor, in: tree).contains(unit) else { return nil }
      let below = tree.descendants(of: unit)
      let budgets = try BudgetRecords.budgets(of: [unit], in: year, on: connection)[unit] ?? []
      let query = try BudgetQuery(of: below, in: year, today: today, on: connection)
      return BudgetPage(
        unit: unit,
        path: tree.path(of: unit) ?? "",
        year: year,
        figures: query.figures(of: below, budget: budgets.last?.amount),
        paidHours: try query.paidHours(of: below, on: connection),
        budgets: budgets,
        entered: entered,
        faults: faults,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }
}
