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
      let former = try FormerUnits.read(beside: reach.tree, on: connection).filter(reach.answersFor)
      return AnalysesPage(
        year: year,
        lines: try lines(of: reach, former, in: year, today: today, on: connection),
        today: today
      )
    }
    return .page(page.content)
  }

  /// The units for which the visitor answers, also those that stand no more, as far as there is anything to tell.
  private static func lines(
    of reach: LimitReach,
    _ former: FormerUnits,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [AnalysesPage.Line] {
    let standing = reach.tree.ordered.map(\.id).filter(reach.answersFor)
    let places =
      standing.map { ($0, reach.tree.path(of: $0) ?? "") } + former.all.map { ($0.id, $0.path) }
    let owed = try ExceededMonths.owed(
      by: Set(places.map(\.0)),
      in: year,
      through: min(year.lastMonth, today.yearMonth),
      on: connection
    )
    let answers = try LimitAnalysisRecords.answers(in: year, on: connection)
    let newest = try LimitAnalysisRecords.newest(in: year, on: connection)
    return places.compactMap { unit, path in
      let months = owed[unit] ?? []
      let analysis = newest[unit]
      if months.isEmpty, analysis == nil { return nil }
      return AnalysesPage.Line(
        unit: unit,
        path: path,
        count: months.count,
        standing: AnalysisStanding(
          owed: months,
          answer: answers[unit],
          isDraft: analysis != nil,
          in: year
        ),
        author: analysis?.author
      )
    }
  }

  /// Where the visitor answers for a unit, as it is called; nil outside of it.
  private static func place(
    of unit: RecordID<OrganizationUnit>,
    in reach: LimitReach,
    on connection: any SQLConnection
  ) throws -> (path: String, mayWrite: Bool)? {
    if let path = reach.tree.path(of: unit) {
      return reach.answersFor(unit) ? (path, reach.led.contains(unit)) : nil
    }
    guard let former = try FormerUnits.read(beside: reach.tree, on: connection).unit(unit),
      reach.answersFor(former)
    else { return nil }
    // Where nobody above is left, what it owed lies with the personnel authority.
    return (former.path, reach.leads(former) || reach.successor(of: former) == nil)
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
      guard let place = try place(of: unit, in: reach, on: connection) else { return nil }
      return AnalysisSheet(
        unit: unit,
        path: place.path,
        year: year,
        months: try ExceededMonths.months(
          of: unit,
          in: year,
          through: min(year.lastMonth, today.yearMonth),
          on: connection
        ),
        analysis: try LimitAnalysisRecords.newest(of: unit, in: year, on: connection),
        answer: try LimitAnalysisRecords.answers(of: [unit], in: year, on: connection)[unit],
        history: try LimitAnalysisRecords.history(of: unit, in: year, on: connection),
        duties: try AnalysisDuties.duties(of: unit, in: year, on: connection),
        mayWrite: place.mayWrite,
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
    let words: String =
      if !entry.isSubmitted { "下書きを保存しました。提出するまで推進委員会には見えません。" } else if request.today > sheet.year.lastDay {
        "分析を提出しました。"
      } else { "分析を提出しました。年度が終わった後に、もう一度提出して確認してください。" }
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
