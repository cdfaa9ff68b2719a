internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 週休日の振替、4時間の割振り変更、代休日: asked for by the person, decided by those who lead.
enum MoveRoutes {
  static let all: [Route] = [
    Route(.get, "/schedules/moves", allow: ScheduleReach.staff) { request in
      .page(try await page(request, of: ScheduleReach.employee(request)).content)
    },
    Route(.post, "/schedules/moves", allow: ScheduleReach.staff, ask),
    Route(.get, "/schedules/people/{employee}/moves", allow: ScheduleReach.leaders) { request in
      let employee: RecordID<Employee> = try request.id("employee")
      if employee == request.actor.employee { return .redirect(to: SchedulePaths.moves) }
      return .page(try await page(request, of: employee).content)
    },
    Route(.post, "/schedules/people/{employee}/moves", allow: ScheduleReach.leaders, arrange),
    Route(.post, "/schedules/move-requests/{request}", allow: ScheduleReach.staff, decide),
    Route(.post, "/schedules/moves/{move}/cancel", allow: ScheduleReach.leaders, cancel),
  ]

  private static func page(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>,
    _ fields: FormFields? = nil
  ) async throws -> MovePage {
    let fields = fields ?? request.query
    let (actor, today, units) = (request.actor, request.today, request.units)
    let isOwn = employee == actor.employee
    let (token, once) = (request.formToken, request.freshOnce())
    let shift = fields.first("kind").flatMap { DayShift(word: $0) }
    let typed = fields.first("worked") ?? ""
    let worked = CivilDate(reading: typed).flatMap { CivilDate.askable.contains($0) ? $0 : nil }
    let page = try await request.database.read { connection -> MovePage? in
      let scope = try ScheduleReach.scope(of: actor, units.tree(asOf: today, on: connection))
      guard let person = try EmployeeRecords.employee(employee, in: scope, asOf: today, on: connection)
      else { return nil }
      return MovePage(
        personName: person.displayName,
        reader: isOwn ? .owner : .leader,
        path: isOwn ? SchedulePaths.moves : SchedulePaths.moves(of: employee),
        back: isOwn ? SchedulePaths.own : SchedulePaths.person(employee),
        today: today,
        asked: try worked.flatMap { worked in
          try shift.map { try asked($0, worked, employee, today, on: connection) }
        },
        token: token,
        once: once
      )
    }
    guard var page else { throw SiteError.notFound }
    if worked == nil, !typed.utf8.isEmpty {
      page.faults = [FormFault("worked", "勤務する日を「令和8年4月1日」「R8.4.1」「2026/4/1」のように入力してください。")]
    }
    page.entered = fields
    return page
  }

  private static func asked(
    _ shift: DayShift,
    _ worked: CivilDate,
    _ employee: RecordID<Employee>,
    _ today: CivilDate,
    on connection: any SQLConnection
  ) throws -> MovePage.Asked {
    let planning = try MovePlanning(employee, around: [worked], today, on: connection)
    let freeable = planning.freeableDays(shift, worked: worked)
    let first = freeable.first.flatMap { planning.allotments[$0].hours } ?? .headOffice
    return MovePage.Asked(
      shift: shift,
      worked: worked,
      isFit: planning.isFit(worked, for: shift),
      freeable: freeable,
      usualStart: first.span.lowerBound
    )
  }

  private static func ask(_ request: SignedInRequest) async throws -> Reply {
    try await send(request, of: ScheduleReach.employee(request), "申出を送りました。決まるまでは、いまの割振りのままです。") {
      wish,
      reason in
      try await ScheduleDesk(request).ask(wish, reason: reason, once: request.once)
    }
  }

  private static func arrange(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    try await PatternRoutes.reached(request, employee)
    return try await send(request, of: employee, "記録しました。本人の割振りに表示します。") { wish, reason in
      try await ScheduleDesk(request).arrange(wish, for: employee, reason: reason, once: request.once)
    }
  }

  private static func send(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>,
    _ done: String,
    _ body: (MoveWish, String) async throws -> Void
  ) async throws -> Reply {
    var reader = FormReader(request.form)
    let wish = wish(&reader)
    let reason = reader.text("reason", label: "理由")
    var faults = reader.faults
    if let wish, let reason, faults.isEmpty {
      faults = try await ScheduleReach.mended { try await body(wish, reason) }
    }
    guard faults.isEmpty else {
      var page = try await page(request, of: employee, request.form)
      page.faults = faults
      return .mend(page.content)
    }
    let isOwn = employee == request.actor.employee
    return .redirect(
      to: isOwn ? SchedulePaths.own : SchedulePaths.person(employee),
      notice: Notice(.success, done)
    )
  }

  private static func wish(_ reader: inout FormReader) -> MoveWish? {
    let shift = reader.fields.first("kind").flatMap { DayShift(word: $0) }
    if shift == nil { reader.add("kind", "区分を選んでください。") }
    let worked = reader.date("worked", label: "勤務する日")
    let freed = reader.date("freed", label: "勤務しない日")
    for (field, date) in [("worked", worked), ("freed", freed)] {
      if let date, !CivilDate.askable.contains(date) { reader.add(field, "日付を確かめてください。") }
    }
    var kind: MoveWish.Kind?
    switch shift {
    case .wholeDay: kind = .wholeDay
    case .compensatoryDay: kind = .compensatoryDay
    case .fourHours:
      let part = reader.choice("part", label: "減らす4時間", as: MoveWish.Part.self)
      let from = reader.optionalClockTime("from", label: "始まる時刻")
      if from == nil, (reader.fields.first("from") ?? "").utf8.isEmpty {
        reader.add("from", "始まる時刻を入力してください。")
      }
      if let part, let from { kind = .fourHours(part, from: from) }
    case nil: break
    }
    guard let kind, let worked, let freed, reader.faults.isEmpty else { return nil }
    return MoveWish(kind: kind, worked: worked, freed: freed)
  }

  private static func decide(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<MoveRequest> = try request.id("request")
    let asked = try await request.database.read { try MoveRequestRecords.request(id, on: $0) }
    return try await RequestDecisions.answer(request, "\(id)", of: asked?.employee) { outcome, reason in
      try await ScheduleDesk(request).decide(id, outcome, reason: reason, once: request.once)
      return ""
    }
  }

  private static func cancel(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<MovedDay> = try request.id("move")
    let entry = try await request.database.read { try MovedDayRecords.entry(id, on: $0) }
    guard let employee = entry?.moved.employee else { throw SiteError.notFound }
    try await PatternRoutes.reached(request, employee)
    let field = "cancel-\(id)"
    var reader = FormReader(request.form)
    guard let reason = reader.text(field, label: "取り消す理由") else {
      return try await PatternRoutes.mend(request, of: employee, reader.faults)
    }
    let faults = try await ScheduleReach.mended {
      try await ScheduleDesk(request).cancel(id, reason: reason, once: request.once)
    }
    if !faults.isEmpty {
      let own = faults.map { FormFault(field, $0.message) }
      return try await PatternRoutes.mend(request, of: employee, own)
    }
    return .redirect(
      to: SchedulePaths.person(employee),
      notice: Notice(.success, "取り消しました。取消しの記録は残ります。")
    )
  }
}

extension CivilDate {
  /// Days that a form may name: none that no calendar reaches.
  static let askable = FiscalYear(startYear: 2010).firstDay...FiscalYear(startYear: 2098).lastDay
}
