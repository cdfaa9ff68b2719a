internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// One person's schedule, what is asked for, and what is decided on it.
enum PatternRoutes {
  static let all: [Route] = [
    Route(.get, "/schedules", allow: ScheduleReach.staff) { request in
      .page(try await page(request, of: ScheduleReach.employee(request)).content)
    },
    Route(.get, "/schedules/people/{employee}", allow: ScheduleReach.staff) { request in
      .page(try await page(request, of: request.id("employee")).content)
    },
    Route(.post, "/schedules/pattern-requests", allow: ScheduleReach.staff, ask),
    Route(.post, "/schedules/people/{employee}/pattern", allow: ScheduleReach.leaders, choose),
    Route(.post, "/schedules/pattern-requests/{request}", allow: ScheduleReach.staff, decide),
  ]

  static func page(_ request: SignedInRequest, of employee: RecordID<Employee>) async throws -> SchedulePage {
    let (actor, today, units) = (request.actor, request.today, request.units)
    let schedule = try await request.database.read { connection in
      let scope = try ScheduleReach.scope(of: actor, units.tree(asOf: today, on: connection))
      return try PersonScheduleQuery.schedule(of: employee, in: scope, today: today, on: connection)
    }
    guard let schedule else { throw SiteError.notFound }
    return SchedulePage(
      schedule: schedule,
      reader: employee == actor.employee ? .owner : .leader,
      token: request.formToken,
      once: request.freshOnce()
    )
  }

  /// The person's page with what must be mended.
  static func mend(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>,
    _ faults: [FormFault]
  ) async throws -> Reply {
    var page = try await page(request, of: employee)
    page.faults = faults
    page.entered = request.form
    return .mend(page.content)
  }

  private static func ask(_ request: SignedInRequest) async throws -> Reply {
    let employee = try ScheduleReach.employee(request)
    var reader = FormReader(request.form)
    guard let wish = wish(&reader) else { return try await mend(request, of: employee, reader.faults) }
    let faults = try await ScheduleReach.mended {
      try await ScheduleDesk(request).ask(wish, once: request.once)
    }
    if !faults.isEmpty { return try await mend(request, of: employee, faults) }
    return .redirect(to: SchedulePaths.own, notice: Notice(.success, "申出を送りました。決まるまでは、いまの割振りのままです。"))
  }

  private static func choose(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    try await reached(request, employee)
    var reader = FormReader(request.form)
    guard let wish = wish(&reader) else { return try await mend(request, of: employee, reader.faults) }
    let faults = try await ScheduleReach.mended {
      try await ScheduleDesk(request).choose(wish, for: employee, once: request.once)
    }
    if !faults.isEmpty { return try await mend(request, of: employee, faults) }
    return .redirect(to: SchedulePaths.person(employee), notice: Notice(.success, "型を記録しました。"))
  }

  /// Whether the visitor may decide for somebody, before anything that was entered is looked at.
  static func reached(_ request: SignedInRequest, _ employee: RecordID<Employee>) async throws {
    let desk = ScheduleDesk(request)
    try await ScheduleReach.told {
      try await request.database.read { _ = try desk.led(employee, on: $0) }
    }
  }

  private static func decide(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<PatternRequest> = try request.id("request")
    let asked = try await request.database.read { try PatternRequestRecords.request(id, on: $0) }
    return try await RequestDecisions.answer(request, "\(id)", of: asked?.employee) { outcome, reason in
      let later = try await ScheduleDesk(request).decide(id, outcome, reason: reason, once: request.once)
      return later.map { "申出の始まりの日を過ぎているため、\($0.japanese)からの割振りになります。" } ?? ""
    }
  }

  private static func wish(_ reader: inout FormReader) -> PatternWish? {
    let chosen = reader.fields.first("pattern") ?? ""
    let pattern = RecordID<WorkPattern>(text: chosen)
    if pattern == nil, !chosen.utf8.elementsEqual(RequestForms.standard.utf8) {
      reader.add("pattern", "型を選んでください。")
    }
    let from = reader.date("from", label: "始まりの日")
    if let from, !CivilDate.askable.contains(from) { reader.add("from", "始まりの日を確かめてください。") }
    let isOpen = (reader.fields.first("to") ?? "").utf8.isEmpty
    let to = isOpen ? nil : reader.date("to", label: "終わりの日")
    if let to, !CivilDate.askable.contains(to) { reader.add("to", "終わりの日を確かめてください。") }
    let reason = reader.text("why", label: "理由")
    guard let from, let reason, reader.faults.isEmpty else { return nil }
    return PatternWish(pattern: pattern, from: from, to: to, reason: reason)
  }
}

/// What the posts that decide a request have in common.
enum RequestDecisions {
  /// Reads the outcome, lets the desk decide, and leads back to the person's page, with what `decide` adds.
  static func answer(
    _ request: SignedInRequest,
    _ key: String,
    of employee: RecordID<Employee>?,
    _ decide: (RequestOutcome, String) async throws -> String
  ) async throws -> Reply {
    guard let employee else { throw SiteError.notFound }
    let isOwn = employee == request.actor.employee
    if !isOwn { try await PatternRoutes.reached(request, employee) }
    let field = RequestForms.reason(key)
    var reader = FormReader(request.form)
    guard let outcome = request.form.first("outcome").flatMap({ RequestOutcome(rawValue: $0) }) else {
      throw SiteError.badRequest("認めるかどうかを読み取れませんでした。")
    }
    let reason = reader.optionalText(field, label: "理由")
    var faults = reader.faults
    var addition = ""
    if faults.isEmpty {
      faults = try await ScheduleReach.mended { addition = try await decide(outcome, reason ?? "") }
    }
    if !faults.isEmpty {
      // Whatever hinders it is told beside the reason: the buttons are no controls that can be mended.
      let own = faults.map { FormFault(field, $0.message) }
      return try await PatternRoutes.mend(request, of: employee, own)
    }
    let path = isOwn ? SchedulePaths.own : SchedulePaths.person(employee)
    return .redirect(to: path, notice: Notice(.success, "申出を\(outcome.japanese)。\(addition)"))
  }
}
