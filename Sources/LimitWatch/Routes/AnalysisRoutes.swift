internal import Access
internal import CivilTime
internal import Duties
internal import People
internal import Site
internal import Store

/// Paths of the analyses, who may use them, and what they do.
enum AnalysisRoutes {
  static let readers: AccessRule = .anyOf([.superior, .hr])
  static let writers: AccessRule = .anyOf([.superior])
  static let sharers: AccessRule = .anyOf([.committee, .secretariat])

  static let all: [Route] = [
    Route(.get, "/limits/analyses", allow: readers, list),
    Route(.get, "/limits/analyses/{unit}/{year}", allow: readers) { request in
      .page(try await sheet(request).content)
    },
    Route(.post, "/limits/analyses/{unit}/{year}", allow: writers, save),
    Route(.get, "/limits/shared-analyses", allow: sharers, shared),
  ]

  /// The year of the query; else the last one that is over, whose analyses are due next, from October on this one.
  private static func year(_ request: SignedInRequest) -> FiscalYear {
    let last = request.today.fiscalYear.advanced(by: -1)
    let usual = request.today <= LimitAnalysis.dueDay(of: last) ? last : request.today.fiscalYear
    return request.query.fiscalYear("year", else: usual)
  }

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    let year = year(request)
    let (actor, units, today) = (request.actor, request.units, request.today)
    let page = try await request.database.read { connection in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      return AnalysesPage(
        year: year,
        counts: try ExceededMonths.counts(
          of: Set(reach.tree.ordered.map(\.id).filter(reach.answersFor)),
          in: year,
          through: min(year.lastMonth, today.yearMonth),
          on: connection
        ),
        analyses: try LimitAnalysisRecords.newest(in: year, on: connection),
        reach: reach,
        today: today
      )
    }
    return .page(page.content)
  }

  private static func sheet(_ request: SignedInRequest) async throws -> AnalysisSheet {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    guard let number = request.parameters["year"].flatMap({ Int($0) }), (2019...2200).contains(number) else {
      throw SiteError.notFound
    }
    let year = FiscalYear(startYear: number)
    let (actor, units, today) = (request.actor, request.units, request.today)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.glance { connection -> AnalysisSheet? in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      guard reach.answersFor(unit), let path = reach.tree.path(of: unit) else { return nil }
      return AnalysisSheet(
        unit: unit,
        path: path,
        year: year,
        months: try ExceededMonths.months(
          of: unit,
          in: year,
          through: min(year.lastMonth, today.yearMonth),
          on: connection
        ),
        analysis: try LimitAnalysisRecords.newest(of: unit, in: year, on: connection),
        history: try LimitAnalysisRecords.history(of: unit, in: year, on: connection),
        duties: try AnalysisDuties.duties(of: unit, in: year, on: connection),
        mayWrite: reach.led.contains(unit),
        today: today,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private static func save(_ request: SignedInRequest) async throws -> Reply {
    var sheet = try await sheet(request)
    guard sheet.mayWrite else { throw SiteError.notFound }
    // What was submitted is followed by nothing less.
    let isSubmitted = sheet.analysis?.isSubmitted ?? false || request.form.first("act") == "submit"
    let reading = AnalysisReading(
      request.form,
      months: sheet.months,
      of: sheet.unit,
      in: sheet.year,
      isSubmitted: isSubmitted
    )
    guard let entry = reading.entry else {
      sheet.faults = reading.faults
      sheet.entered = request.form
      return .mend(sheet.content)
    }
    do {
      try await LimitWatchRefusal.told(but: .changedMeanwhile) {
        try await AnalysisDesk(desk: RegisterDesk(request)).save(entry, once: request.once)
      }
    } catch LimitWatchRefusal.changedMeanwhile {
      // What was written is not lost: it stands in the form again, beside what somebody else saved.
      var sheet = try await self.sheet(request)
      sheet.entered = request.form
      sheet.isOvertaken = true
      sheet.faults = [FormFault("measures", "ほかの人が先に保存しました。下の内容を見比べて直し、もう一度保存してください。")]
      return .mend(sheet.content)
    }
    let words = entry.isSubmitted ? "分析を提出しました。" : "下書きを保存しました。提出するまで推進委員会には見えません。"
    return .redirect(
      to: LimitWatchPaths.analysis(sheet.unit, sheet.year),
      notice: Notice(.success, words)
    )
  }

  private static func shared(_ request: SignedInRequest) async throws -> Reply {
    let year = year(request)
    let (units, today) = (request.units, request.today)
    let page = try await request.database.read { connection in
      SharedAnalysesPage(
        year: year,
        analyses: try LimitAnalysisRecords.submitted(in: year, on: connection),
        tree: try units.tree(asOf: today, on: connection)
      )
    }
    return .page(page.content)
  }
}

/// Reads the form of an analysis.
struct AnalysisReading {
  let entry: AnalysisDesk.Entry?
  let faults: [FormFault]

  /// How many factors of one month the form takes.
  static let slots = 3

  init(
    _ fields: FormFields,
    months: [ExceededMonth],
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    isSubmitted: Bool
  ) {
    var form = FormReader(fields)
    let seen = fields.first("seen").flatMap { Int($0) }
    var factors: [LimitAnalysis.PersonMonth: [LimitAnalysis.Share]] = [:]
    for month in months {
      let shares = Self.shares(of: month, in: &form)
      if isSubmitted, shares.isEmpty {
        form.add(
          Self.factorField(month.key, 0),
          "\(month.key.month.japanese)の\(month.name)さんの要因を一つ以上選んでください。"
        )
      }
      if !shares.isEmpty { factors[month.key] = shares }
    }
    let staffing =
      isSubmitted
      ? form.text("staffing", label: "人員の状況", most: 2000)
      : form.optionalText("staffing", label: "人員の状況", most: 2000) ?? ""
    let measures =
      isSubmitted
      ? form.text("measures", label: "講じた措置と今後の対策", most: 4000)
      : form.optionalText("measures", label: "講じた措置と今後の対策", most: 4000) ?? ""
    if seen == nil { form.add("measures", "画面を開き直してから、もう一度保存してください。") }
    faults = form.faults
    guard faults.isEmpty, let seen, let staffing, let measures else {
      entry = nil
      return
    }
    entry = AnalysisDesk.Entry(
      unit: unit,
      year: year,
      seen: seen,
      isSubmitted: isSubmitted,
      factors: factors,
      staffing: staffing,
      measures: measures
    )
  }

  static func factorField(_ key: LimitAnalysis.PersonMonth, _ slot: Int) -> String {
    "factor-\(key.employee)-\(key.month)-\(slot)"
  }

  static func minutesField(_ key: LimitAnalysis.PersonMonth, _ slot: Int) -> String {
    "minutes-\(key.employee)-\(key.month)-\(slot)"
  }

  private static func shares(of month: ExceededMonth, in form: inout FormReader) -> [LimitAnalysis.Share] {
    var shares: [LimitAnalysis.Share] = []
    for slot in 0..<slots {
      let field = factorField(month.key, slot)
      let time = minutesField(month.key, slot)
      let isLeftOut = (form.fields.first(time) ?? "").utf8.isEmpty
      guard let factor = form.fields.first(field).flatMap({ OvertimeFactor(rawValue: $0) }) else {
        if !isLeftOut { form.add(field, "時間を入力した要因を選んでください。要因がないときは時間を空欄にしてください。") }
        continue
      }
      if shares.contains(where: { $0.factor == factor }) {
        form.add(field, "同じ要因を二度選んでいます。どちらかを空欄にしてください。")
      }
      shares.append(.init(factor: factor, minutes: isLeftOut ? nil : form.minutes(time, label: "時間")))
    }
    let sum = shares.compactMap(\.minutes).reduce(.zero, +)
    if sum > month.overtime {
      form.add(
        minutesField(month.key, 0),
        "要因の時間の合計（\(sum)）が、その月の超過勤務（\(month.overtime)）を超えています。"
      )
    }
    return shares
  }
}
