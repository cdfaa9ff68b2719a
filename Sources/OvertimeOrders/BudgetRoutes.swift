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
      .page(try await page(request).content)
    },
    Route(.post, "/overtime/budgets/{unit}", allow: readers, set),
  ]

  /// How many months of people are computed unasked: those of a division in a whole year.
  private static let mostPaidMonths = 2_000

  private static func year(_ request: SignedInRequest) -> FiscalYear {
    let asked = request.query.first("year").flatMap { Int($0) }
    return asked.flatMap { (2000...2200).contains($0) ? FiscalYear(startYear: $0) : nil }
      ?? request.today.fiscalYear
  }

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    let (year, today, actor, units) = (year(request), request.today, request.actor, request.units)
    let lines = try await request.database.read { connection in
      try BudgetLines(for: actor, in: year, today: today, on: connection, reading: units.tree).all
    }
    return .page(BudgetsPage(year: year, lines: lines).content)
  }

  private static func set(_ request: SignedInRequest) async throws -> Reply {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    var reader = FormReader(request.form)
    let hours = reader.integer("hours", label: "予算の時間数", in: 0...10_000_000)
    let note = reader.text("note", label: "根拠")
    guard let hours, let note, reader.faults.isEmpty else {
      return .mend(try await mend(request, reader.faults).content)
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

  /// The page with what was paid, where it is little to compute or was asked for.
  private static func page(_ request: SignedInRequest) async throws -> BudgetPage {
    let sheet = try await sheet(request)
    let isAsked = request.query.first("paid").map { $0.utf8.elementsEqual("1".utf8) } ?? false
    guard isAsked || sheet.query.paidMonths(of: sheet.span) <= mostPaidMonths else {
      return page(request, sheet, paid: .onRequest)
    }
    var hours = 0
    // A read for each month, so that none lasts long, however large the unit is.
    for month in sheet.query.monthsOver {
      hours += try await request.database.read { connection in
        try sheet.query.paidHours(of: sheet.span, in: month, on: connection)
      }
    }
    return page(request, sheet, paid: .hours(hours))
  }

  /// The page with the form as it was sent; what was paid is not computed for it.
  private static func mend(_ request: SignedInRequest, _ faults: [FormFault]) async throws -> BudgetPage {
    page(request, try await sheet(request), paid: .onRequest, entered: request.form, faults: faults)
  }

  /// What a page reads in one go.
  private struct Sheet: Sendable {
    let unit: RecordID<OrganizationUnit>
    let path: String
    let span: UnitSpan
    let budgets: [OvertimeBudget]
    let query: BudgetQuery
  }

  private static func sheet(_ request: SignedInRequest) async throws -> Sheet {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let (year, today, actor, units) = (year(request), request.today, request.actor, request.units)
    let found = try await request.database.read { connection -> Sheet? in
      let organisation = try YearUnits(year, today: today, on: connection, reading: units.tree)
      guard BudgetReach.units(of: actor, in: organisation.rights).contains(unit) else { return nil }
      let span = organisation.span(of: unit)
      return Sheet(
        unit: unit,
        path: organisation.path(of: unit) ?? "",
        span: span,
        budgets: try BudgetRecords.budgets(of: [unit], in: year, on: connection)[unit] ?? [],
        query: try BudgetQuery(of: span.all, in: year, today: today, on: connection)
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private static func page(
    _ request: SignedInRequest,
    _ sheet: Sheet,
    paid: BudgetPage.Paid,
    entered: FormFields = .empty,
    faults: [FormFault] = []
  ) -> BudgetPage {
    BudgetPage(
      unit: sheet.unit,
      path: sheet.path,
      year: sheet.query.year,
      figures: sheet.query.figures(of: sheet.span, budget: sheet.budgets.last?.amount),
      paid: paid,
      budgets: sheet.budgets,
      entered: entered,
      faults: faults,
      token: request.formToken,
      once: request.freshOnce()
    )
  }
}
