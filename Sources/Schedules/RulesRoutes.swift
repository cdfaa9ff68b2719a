internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// What the personnel authority fixes for its employers.
enum RulesRoutes {
  static let all: [Route] = [
    Route(.get, "/schedules/rules", allow: ScheduleReach.personnel) { request in
      .page(try await page(request).content)
    },
    Route(.post, "/schedules/rules/standard", allow: ScheduleReach.personnel, standard),
    Route(.post, "/schedules/rules/patterns", allow: ScheduleReach.personnel, pattern),
    Route(.post, "/schedules/rules/patterns/{pattern}/end", allow: ScheduleReach.personnel, end),
    Route(.post, "/schedules/rules/terms", allow: ScheduleReach.personnel, terms),
    Route(.post, "/schedules/rules/holidays", allow: ScheduleReach.personnel, holiday),
    Route(.post, "/schedules/rules/holidays/{date}/withdraw", allow: ScheduleReach.personnel, withdraw),
  ]

  private static func page(_ request: SignedInRequest) async throws -> RulesPage {
    let own = request.actor.personnelEmployers
    let (today, units) = (request.today, request.units)
    let (token, once) = (request.formToken, request.freshOnce())
    return try await request.database.read { connection in
      let tree = try units.tree(asOf: today, on: connection)
      return RulesPage(
        employers: try EmployerRecords.all(on: connection).filter { own.contains($0.id) },
        standards: try StandardDayRecords.entries(of: own, on: connection),
        offers: try PatternRecords.offers(of: own, on: connection),
        terms: try FlextimeTermsRecords.entries(of: own, on: connection),
        holidays: try HolidayAdditionRecords.entries(on: connection),
        units: tree.ordered.filter { own.contains($0.employer) }
          .map { Fields.Choice("\($0.id)", tree.path(of: $0.id) ?? $0.name) },
        today: today,
        token: token,
        once: once
      )
    }
  }

  /// Does what a form asks; what must be mended is told beside its controls, whose names begin with the form's.
  private static func answer(
    _ request: SignedInRequest,
    _ form: RulesPage.Form,
    _ reader: FormReader,
    prefix: String? = nil,
    _ act: (() async throws -> Void)?
  ) async throws -> Reply {
    var faults = reader.faults
    if let act, faults.isEmpty {
      faults = try await ScheduleReach.mended(act).map { fault in
        FormFault("\(prefix ?? form.rawValue)-\(fault.field)", fault.message)
      }
    }
    guard faults.isEmpty, act != nil else {
      var page = try await page(request)
      page.faults = faults
      page.entered = request.form
      page.sent = form
      return .mend(page.content)
    }
    return .redirect(to: SchedulePaths.rules, notice: Notice(.success, "登録しました。前の定めも残ります。"))
  }

  private static func standard(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.form)
    let employer = employer("standard", request, &reader)
    let hours = hours(needed: "standard", &reader)
    let from = date("standard-from", label: "始まりの日", &reader)
    let reason = reader.text("standard-reason", label: "理由")
    guard let employer, let hours, let from, let reason else {
      return try await answer(request, .standard, reader, nil)
    }
    return try await answer(request, .standard, reader) {
      try await ScheduleDesk(request).fixStandard(
        of: employer,
        hours,
        from: from,
        reason: reason,
        once: request.once
      )
    }
  }

  private static func pattern(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.form)
    let employer = employer("pattern", request, &reader)
    let name = reader.text("pattern-name", label: "名前", most: 40)
    let kind = reader.choice("pattern-kind", label: "区分", as: WorkPattern.Kind.self)
    var days: [Weekday: DayHours] = [:]
    for weekday in WorkPattern.weekdays {
      let prefix = "pattern-\(weekday.rawValue)"
      days[weekday] = RuleFields.hours(prefix, label: "\(weekday.japanese)曜日の", &reader)
    }
    guard let employer, let name, let kind else { return try await answer(request, .pattern, reader, nil) }
    let pattern = WorkPattern(
      id: request.ids.next(),
      employer: employer,
      kind: kind,
      name: name,
      days: days
    )
    return try await answer(request, .pattern, reader) {
      try await ScheduleDesk(request).offer(pattern, once: request.once)
    }
  }

  private static func end(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<WorkPattern> = try request.id("pattern")
    let own = request.actor.personnelEmployers
    let isOwn = try await request.database.read { connection in
      try PatternRecords.offers(of: own, on: connection).contains { $0.pattern.id == id }
    }
    guard isOwn else { throw SiteError.notFound }
    var reader = FormReader(request.form)
    guard let reason = reader.text("end-\(id)", label: "理由") else {
      return try await answer(request, .pattern, reader, nil)
    }
    return try await answer(request, .pattern, reader) {
      try await ScheduleDesk(request).end(id, reason: reason, once: request.once)
    }
  }

  private static func terms(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.form)
    let employer = employer("terms", request, &reader)
    let unit = (request.form.first("terms-unit") ?? "").utf8.isEmpty ? nil : request.form.first("terms-unit")
    let place = unit.flatMap { RecordID<OrganizationUnit>(text: $0) }
    if unit != nil, place == nil { reader.add("terms-unit", "組織を選んでください。") }
    let from = date("terms-from", label: "始まりの日", &reader)
    let core = RuleFields.stretch("terms-core", label: "コアタイム", &reader)
    let pause = RuleFields.stretch("terms-pause", label: "標準休憩時間", &reader)
    let least = reader.minutes("terms-minimum", label: "1日の最短勤務時間")
    let reason = reader.text("terms-reason", label: "理由")
    guard let employer, let from, let core, let pause, let least, let reason else {
      return try await answer(request, .terms, reader, nil)
    }
    let terms = FlextimeTerms(core: core, standardBreak: pause, dailyMinimum: least)
    return try await answer(request, .terms, reader) {
      try await ScheduleDesk(request).fixTerms(
        terms,
        of: employer,
        place,
        from: from,
        reason: reason,
        once: request.once
      )
    }
  }

  private static func holiday(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.form)
    let day = date("holiday-date", label: "日", &reader)
    let name = reader.text("holiday-name", label: "休日の名前", most: 40)
    let law = reader.text("holiday-law", label: "法律", most: 100)
    guard let day, let name, let law else { return try await answer(request, .holiday, reader, nil) }
    return try await answer(request, .holiday, reader) {
      try await ScheduleDesk(request).add(day, name: name, law: law, once: request.once)
    }
  }

  private static func withdraw(_ request: SignedInRequest) async throws -> Reply {
    let date = try request.date("date")
    let isKnown = try await request.database.read { try HolidayAdditionRecords.isKnown(date, on: $0) }
    guard isKnown else { throw SiteError.notFound }
    let field = RulesPage.withdrawal(of: date)
    var reader = FormReader(request.form)
    let reason = reader.text(field, label: "理由")
    var faults = reader.faults
    if let reason {
      faults = try await ScheduleReach.mended {
        try await ScheduleDesk(request).withdraw(date, reason: reason, once: request.once)
      }
      .map { FormFault(field, $0.message) }
    }
    guard faults.isEmpty else {
      var page = try await page(request)
      page.faults = faults
      page.entered = request.form
      return .mend(page.content)
    }
    return .redirect(to: SchedulePaths.rules, notice: Notice(.success, "取り消しました。登録と取消しの記録は残ります。"))
  }

  private static func employer(
    _ form: String,
    _ request: SignedInRequest,
    _ reader: inout FormReader
  ) -> RecordID<Employer>? {
    let employer = request.form.first("\(form)-employer").flatMap { RecordID<Employer>(text: $0) }
    guard let employer, request.actor.personnelEmployers.contains(employer) else {
      reader.add("\(form)-employer", "事業主を選んでください。")
      return nil
    }
    return employer
  }

  private static func hours(needed prefix: String, _ reader: inout FormReader) -> DayHours? {
    let before = reader.faults.count
    let hours = RuleFields.hours(prefix, &reader)
    if hours == nil, reader.faults.count == before { reader.add("\(prefix)-start", "始業を入力してください。") }
    return hours
  }

  private static func date(_ field: String, label: String, _ reader: inout FormReader) -> CivilDate? {
    guard let date = reader.date(field, label: label) else { return nil }
    if CivilDate.askable.contains(date) { return date }
    reader.add(field, "\(label)を確かめてください。")
    return nil
  }
}
