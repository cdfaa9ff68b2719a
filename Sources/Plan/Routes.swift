internal import Access
internal import CivilTime
internal import Duties
internal import Evidence
internal import Indicators
internal import Markup
internal import People
internal import Site
internal import Store

/// Paths of the plan, who may use them, and what they do.
struct PlanRoutes: Sendable {
  /// Everyone who is employed: the plan must be known to all staff (女性活躍推進法第19条).
  static let readers: AccessRule = .anyOf([.staff])
  /// Those who make the report, judge it or answer for it.
  static let reportReaders: AccessRule = .anyOf([.secretariat, .committee, .executive, .hr])
  /// Those who answer for units or watch over them.
  static let unitReaders: AccessRule = .anyOf([.superior, .secretariat, .hr])
  /// Those who decide about measures.
  static let deciders: AccessRule = .anyOf([.secretariat])

  private let reading: PlanOverviewReading
  private let words: DutyWords
  private let current: CurrentPlan
  private let targets: TargetRoutes
  private let rows: RowRoutes
  private let unitFigures: UnitFigureReading
  private let indicators: [Indicator]

  init(indicators: [Indicator], words: DutyWords) {
    let definitions = indicators.map(\.definition)
    current = CurrentPlan()
    self.words = words
    reading = PlanOverviewReading(
      current: current,
      measures: MeasureReading(definitions: definitions),
      targets: TargetReading(definitions: definitions)
    )
    targets = TargetRoutes(indicators: indicators, current: current)
    rows = RowRoutes(indicators: indicators, current: current)
    unitFigures = UnitFigureReading(definitions: definitions)
    self.indicators = indicators
  }

  var all: [Route] {
    [
      Route(.get, "/plan", allow: Self.readers, home),
      Route(.get, "/plan/measures/{id}", allow: Self.readers, measure),
      Route(.post, "/plan/measures/{id}/decision", allow: Self.deciders, decide),
      Route(.get, "/plan/year", allow: Self.readers, year),
      Route(.get, "/plan/units", allow: Self.unitReaders, units),
      Route(.get, "/plan/units/{unit}", allow: Self.unitReaders, unit),
      Route(.get, "/plan/versions", allow: Self.readers, versions),
    ] + targets.all + rows.all
  }

  @Sendable private func home(_ request: SignedInRequest) async throws -> Reply {
    let filter = request.query.first("state").flatMap { MeasureStatus(rawValue: $0) }
    guard let overview = try await overview(request) else { return .page(NoPlanPage.content) }
    let page = PlanHomePage(
      overview: overview,
      filter: filter,
      readsReport: Self.reportReaders.admits(request.actor),
      readsUnits: Self.unitReaders.admits(request.actor)
    )
    return .page(page.content)
  }

  @Sendable private func year(_ request: SignedInRequest) async throws -> Reply {
    guard let overview = try await overview(request) else { return .page(NoPlanPage.content) }
    return .page(YearPage(overview: overview, words: words).content)
  }

  @Sendable private func versions(_ request: SignedInRequest) async throws -> Reply {
    let current = current
    let editions = try await orNoPlan {
      try await request.database.read { connection in try current.editions(on: connection) }
    }
    guard let editions else { return .page(NoPlanPage.content) }
    return .page(VersionsPage(editions: editions, today: request.today).content)
  }

  private func overview(_ request: SignedInRequest) async throws -> PlanOverview? {
    let (reading, asked, today) = (reading, Self.year(of: request.query), request.today)
    return try await orNoPlan {
      try await request.database.read { connection in
        try reading.overview(asked, today: today, on: connection)
      }
    }
  }

  private func orNoPlan<Value>(_ body: () async throws -> Value) async throws -> Value? {
    do {
      return try await body()
    } catch PlanReadingError.noPlan {
      return nil
    }
  }

  /// The year that a query or form asks for.
  static func year(of fields: FormFields) -> FiscalYear? {
    // The month reader takes four ASCII digits only.
    fields.first("year").flatMap { YearMonth(iso: $0 + "-04")?.fiscalYear }
  }
}

extension PlanRoutes {
  @Sendable private func measure(_ request: SignedInRequest) async throws -> Reply {
    let sheet = try await sheet(request, in: Self.year(of: request.query))
    return .page(page(sheet, request).content)
  }

  @Sendable private func decide(_ request: SignedInRequest) async throws -> Reply {
    let sheet = try await sheet(request, in: Self.year(of: request.form))
    var form = FormReader(request.form)
    let status = form.choice("status", label: "決定", as: DecidedStatus.self)
    let reason = form.text("reason", label: "理由", most: 500)
    guard let status, let reason else {
      return .mend(page(sheet, request, faults: form.faults).content)
    }
    let overview = sheet.overview
    do {
      try await MeasureStatusDeciding(database: request.database, ids: request.ids).decide(
        status,
        reason: reason,
        of: sheet.original,
        in: overview.year,
        plan: overview.plan.code,
        by: request.actor,
        at: request.now,
        once: request.once
      )
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
    let done = status == .stopped ? "この年度は中止としました。" : "中止を取り消しました。"
    return .redirect(to: Paths.measure(sheet.original, overview.year), notice: Notice(.success, done))
  }

  private func sheet(_ request: SignedInRequest, in asked: FiscalYear?) async throws -> MeasureSheet {
    guard let id = request.parameters["id"].flatMap({ MeasureID($0) }) else { throw SiteError.notFound }
    let (reading, shelf, today) = (reading, request.units, request.today)
    let sheet = try await orNoPlan {
      try await request.database.read { connection in
        try reading.sheet(id, in: asked, today: today, units: shelf.tree, on: connection)
      }
    }
    guard let sheet = sheet.flatMap({ $0 }) else { throw SiteError.notFound }
    return sheet
  }

  private func page(
    _ sheet: MeasureSheet,
    _ request: SignedInRequest,
    faults: [FormFault] = []
  ) -> MeasurePage {
    let reporters: AccessRule = .anyOf([.superior, .hr, .secretariat, .committee])
    let form = DecisionForm(
      token: request.formToken,
      once: request.freshOnce(),
      reason: request.form.first("reason") ?? "",
      faults: faults
    )
    return MeasurePage(
      sheet: sheet,
      words: words,
      mayReport: reporters.admits(request.actor),
      links: links(sheet.overview.plan, request),
      decision: Self.deciders.admits(request.actor) ? form : nil
    )
  }

  private func links(_ plan: ActionPlan, _ request: SignedInRequest) -> RowLinks {
    RowLinks(indicators + PlanIndicators.made(by: plan), for: request.actor)
  }

  @Sendable private func units(_ request: SignedInRequest) async throws -> Reply {
    let (reading, shelf, actor, today) = (reading, request.units, request.actor, request.today)
    let asked = Self.year(of: request.query)
    let page = try await orNoPlan {
      try await request.database.read { connection -> UnitsPage in
        let overview = try reading.overview(asked, today: today, on: connection)
        let tree = try shelf.tree(asOf: min(today, overview.year.lastDay), on: connection)
        let tops = UnitReach.tops(UnitReach.units(of: actor, in: tree), in: tree)
        let totals = try reading.totals(of: tops, in: overview, tree: tree, on: connection)
        return UnitsPage(overview: overview, totals: totals)
      }
    }
    return .page(page?.content ?? NoPlanPage.content)
  }

  @Sendable private func unit(_ request: SignedInRequest) async throws -> Reply {
    let id = try request.id("unit", OrganizationUnit.self)
    let (reading, shelf, actor, today) = (reading, request.units, request.actor, request.today)
    let (asked, unitFigures) = (Self.year(of: request.query), unitFigures)
    let found = try await orNoPlan {
      try await request.database.read { connection -> (UnitSheet, UnitFigures)? in
        let overview = try reading.overview(asked, today: today, on: connection)
        let tree = try shelf.tree(asOf: min(today, overview.year.lastDay), on: connection)
        guard let unit = tree.unit(id), UnitReach.units(of: actor, in: tree).contains(id) else { return nil }
        return (
          try reading.sheet(of: unit, in: overview, tree: tree, on: connection),
          try unitFigures.figures(of: id, in: overview, tree: tree, on: connection)
        )
      }
    }
    guard let (sheet, figures) = found.flatMap({ $0 }) else { throw SiteError.notFound }
    let links = links(sheet.overview.plan, request)
    return .page(UnitPage(sheet: sheet, figures: figures, links: links).content)
  }
}
