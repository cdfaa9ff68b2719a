internal import Access
internal import CivilTime
internal import Duties
internal import Indicators
internal import People
internal import Plan
internal import Site
internal import Store

/// Paths of the intensive period, who may use them, and what they do.
struct IntensiveRoutes: Sendable {
  /// Everyone who is employed: all take part in it.
  static let readers: AccessRule = .anyOf([.staff])

  let plan: CommitteePlan
  let definitions: [Indicator.Definition]
  let monthly: [MonthlyIndicator]

  var all: [Route] {
    [
      Route(.get, "/plan/intensive", allow: Self.readers, show),
      Route(.post, "/plan/intensive/dates", allow: MeetingRoutes.writers, setDates),
      Route(.post, "/plan/intensive/actions", allow: MeetingRoutes.writers, addAction),
    ]
  }

  private func desk(_ request: SignedInRequest) -> IntensiveDesk {
    IntensiveDesk(
      database: request.database,
      ids: request.ids,
      plan: plan,
      actor: request.actor,
      now: request.now
    )
  }

  @Sendable private func show(_ request: SignedInRequest) async throws -> Reply {
    .page(try await page(request, Self.year(request.query.first("year"), request)).content)
  }

  @Sendable private func setDates(_ request: SignedInRequest) async throws -> Reply {
    let year = Self.year(request.form.first("year"), request)
    var page = try await page(request, year)
    var reader = FormReader(request.form)
    let employer = Self.employer("dates-employer", page, &reader)
    let first = reader.date("first", label: "初日")
    let last = reader.date("last", label: "最終日")
    let name = reader.text("name", label: "期間の名前", most: 60)
    let seen = employer.flatMap { request.form.first(IntensivePage.seen($0)) }.flatMap { Int($0) }
    if let first, let last {
      if last < first { reader.add("last", "最終日は初日以降の日にしてください。") }
      if !year.contains(first) || !year.contains(last) {
        reader.add("first", "期間は\(year.japanese)（4月1日から3月31日）の中にしてください。")
      }
    }
    guard reader.faults.isEmpty, let employer, let first, let last, let name else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    guard let seen else { throw SiteError.badRequest("期間の版がありません。画面を読み込み直してください。") }
    let isSet = try await CommitteeErrors.told {
      try await desk(request).setDays(first...last, title: name, of: employer, in: year, seen: seen)
    }
    guard !isSet else {
      return .redirect(to: CommitteePaths.intensive(year), notice: Notice(.success, "期間を決めました。"))
    }
    page = try await self.page(request, year)
    page.overtaken = page.periods.first { $0.employer.id == employer }
    page.entered = request.form
    return .mend(page.content)
  }

  @Sendable private func addAction(_ request: SignedInRequest) async throws -> Reply {
    let year = Self.year(request.form.first("year"), request)
    var page = try await page(request, year)
    var reader = FormReader(request.form)
    let employer = Self.employer("action-employer", page, &reader)
    let measure = request.form.first("measure").flatMap { MeasureID($0) }
      .flatMap { page.plan.original(of: $0)?.id }
    if measure == nil { reader.add("measure", "取組を選んでください。") }
    let title = reader.text("title", label: "行うこと", most: 200)
    let note = reader.optionalText("note", label: "説明", most: 1000)
    guard reader.faults.isEmpty, let employer, let measure, let title else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await CommitteeErrors.told {
      try await desk(request)
        .add(title, note: note ?? "", measure: measure, of: employer, in: year, once: request.once)
    }
    return .redirect(to: CommitteePaths.intensive(year), notice: Notice(.success, "期間中に行うことを加えました。"))
  }

  private static func employer(
    _ field: String,
    _ page: IntensivePage,
    _ reader: inout FormReader
  ) -> RecordID<Employer>? {
    let id = reader.fields.first(field).flatMap { RecordID<Employer>(text: $0) }
    if let id, page.periods.contains(where: { $0.employer.id == id }) { return id }
    reader.add(field, "特定事業主を選んでください。")
    return nil
  }

  private func page(_ request: SignedInRequest, _ year: FiscalYear) async throws -> IntensivePage {
    let committee = plan
    let (definitions, monthly) = (definitions, monthly)
    let today = request.today
    let token = request.formToken
    let once = request.freshOnce()
    let isSecretariat = MeetingRoutes.writers.admits(request.actor)
    return try await CommitteeErrors.told {
      try await request.database.read { connection in
        let version = try committee.version(for: year, on: connection)
        let periods = try EmployerRecords.all(on: connection).map { employer in
          try Self.period(of: employer, version.plan.code, year, on: connection)
        }
        let states = try MeasureReading(definitions: definitions)
          .states(of: version, in: year, today: today, on: connection)
        return IntensivePage(
          year: year,
          plan: version.plan,
          periods: periods,
          months: try monthly.flatMap { indicator in
            try Self.months(indicator, periods, year, today: today, on: connection)
          },
          actions: try IntensiveRecords.actions(of: version.plan.code, year, on: connection),
          states: states,
          isSecretariat: isSecretariat,
          token: token,
          once: once
        )
      }
    }
  }

  private static func period(
    of employer: Employer,
    _ plan: String,
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> IntensivePage.Period {
    let set = try DutyPeriods.standing(plan: plan, year: year, employer: employer.id, on: connection)
    return IntensivePage.Period(
      employer: employer,
      days: set?.period.days ?? CycleCalendar.usualSummer(of: year),
      title: set?.period.title,
      revision: set?.revision ?? 0
    )
  }

  /// The months of each employer that has any records; two years of them at once.
  private static func months(
    _ indicator: MonthlyIndicator,
    _ periods: [IntensivePage.Period],
    _ year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [MonthTable] {
    let last = year.firstMonth.adding(months: 11)
    let months = year.firstMonth.adding(months: -12)...last
    let figures = try indicator.figures(months, today: today, on: connection)
    return periods.compactMap { period in
      guard let figures = figures[period.employer.id] else { return nil }
      let comparison = MonthComparison(figures, of: year, period: period.days, today: today)
      guard !comparison.lines.isEmpty else { return nil }
      return MonthTable(
        employer: period.employer,
        definition: indicator.definition,
        comparison: comparison
      )
    }
  }

  /// A year as four ASCII digits, from 2000 to the next one; this year for anything else.
  private static func year(_ text: String?, _ request: SignedInRequest) -> FiscalYear {
    let this = request.today.fiscalYear
    guard let text, let april = YearMonth(iso: text + "-04"), april.year >= 2000,
      april.fiscalYear <= this.advanced(by: 1)
    else { return this }
    return april.fiscalYear
  }
}
