internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// Work at home: wished for by the person, ordered or refused by those who lead, counted by month.
enum TeleworkRoutes {
  static let all: [Route] = [
    Route(.get, "/schedules/telework", allow: ScheduleReach.staff) { request in
      .page(try await page(request, of: ScheduleReach.employee(request)).content)
    },
    Route(.post, "/schedules/telework", allow: ScheduleReach.staff, wish),
    Route(.get, "/schedules/telework/people/{employee}", allow: ScheduleReach.staff) { request in
      .page(try await page(request, of: request.id("employee")).content)
    },
    Route(.post, "/schedules/telework/people/{employee}", allow: ScheduleReach.leaders, order),
    Route(.post, "/schedules/telework/people/{employee}/decision", allow: ScheduleReach.leaders, decide),
    Route(.post, "/schedules/telework/days/{telework}/cancel", allow: ScheduleReach.staff, cancel),
    Route(.get, "/schedules/telework/units/{unit}", allow: ScheduleReach.leaders) { request in
      .page(try await unit(request).content)
    },
    Route(.get, "/schedules/telework/units/{unit}/csv", allow: ScheduleReach.leaders) { request in
      let page = try await unit(request)
      return .download(
        name: "telework-\(page.unit.id)-\(page.month.iso).csv",
        contentType: "text/csv; charset=utf-8",
        bytes: try page.csv()
      )
    },
  ]

  /// How many days ahead can be chosen in the form.
  private static let daysAhead = 35

  private static func page(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>
  ) async throws -> TeleworkPage {
    let (actor, today, units) = (request.actor, request.today, request.units)
    let (token, once) = (request.formToken, request.freshOnce())
    let isOwn = employee == actor.employee
    let page = try await request.database.read { connection -> TeleworkPage? in
      let tree = try units.tree(asOf: today, on: connection)
      let scope = ScheduleReach.scope(of: actor, tree)
      guard let person = try EmployeeRecords.employee(employee, in: scope, asOf: today, on: connection)
      else { return nil }
      let ahead = today...today.adding(days: daysAhead - 1)
      let allotments = try AllotmentRecords.allotments(of: employee, in: ahead, on: connection)
      let since = today.yearMonth.adding(months: -1).firstDay
      let days =
        try TeleworkRecords.waiting(of: employee, before: since, on: connection)
        + TeleworkRecords.all(of: employee, from: since, on: connection)
      let taken = Set(days.filter(\.isAlive).map(\.date))
      let span = TeleworkMonths.span(around: today.yearMonth)
      let counts = try TeleworkRecords.wholeDays(of: [employee], in: span, on: connection)
      return TeleworkPage(
        personName: person.displayName,
        reader: isOwn ? .owner : .leader,
        keepsBooks: try ScheduleReach.keepsBooks(actor, of: employee, tree, on: connection),
        today: today,
        paths: TeleworkPage.Paths(
          back: isOwn ? SchedulePaths.own : SchedulePaths.person(employee),
          send: isOwn ? SchedulePaths.telework : SchedulePaths.telework(of: employee),
          decide: SchedulePaths.teleworkDecision(of: employee)
        ),
        free: ahead.filter { allotments[$0].isDuty && !taken.contains($0) },
        days: days,
        months: TeleworkMonths(span, counts[employee] ?? [:]),
        token: token,
        once: once
      )
    }
    guard let page else { throw SiteError.notFound }
    return page
  }

  private static func answer(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>,
    _ faults: [FormFault],
    _ done: String
  ) async throws -> Reply {
    guard faults.isEmpty else {
      var page = try await page(request, of: employee)
      page.faults = faults
      page.entered = request.form
      return .mend(page.content)
    }
    let isOwn = employee == request.actor.employee
    let path = isOwn ? SchedulePaths.telework : SchedulePaths.telework(of: employee)
    return .redirect(to: path, notice: Notice(.success, done))
  }

  private static func wish(_ request: SignedInRequest) async throws -> Reply {
    let employee = try ScheduleReach.employee(request)
    var reader = FormReader(request.form)
    let wish = wish([], &reader)
    var faults = reader.faults
    if let wish {
      faults = try await ScheduleReach.mended {
        try await ScheduleDesk(request).wish(wish, once: request.once)
      }
    }
    return try await answer(request, of: employee, faults, "希望を送りました。上司が命じると、テレワークの日になります。")
  }

  private static func order(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    try await PatternRoutes.reached(request, employee)
    var reader = FormReader(request.form)
    let hasPast = !(request.form.first("past-day") ?? "").utf8.isEmpty
    let past = hasPast ? reader.date("past-day", label: "過ぎた日") : nil
    if let past, !CivilDate.askable.contains(past) { reader.add("past-day", "過ぎた日を確かめてください。") }
    let reason = reader.optionalText("order-reason", label: "理由") ?? ""
    let wish = wish([past].compactMap(\.self), &reader)
    var faults = reader.faults
    if let wish {
      faults = try await ScheduleReach.mended {
        try await ScheduleDesk(request).order(wish, for: employee, reason: reason, once: request.once)
      }
    }
    return try await answer(request, of: employee, faults, "テレワークを命じました。")
  }

  private static func wish(
    _ typed: [CivilDate],
    _ reader: inout FormReader
  ) -> ScheduleDesk.TeleworkWish? {
    let chosen = typed + reader.choices("days").compactMap { CivilDate(iso: $0) }
    let dates = Set(chosen.filter(CivilDate.askable.contains))
    if dates.isEmpty { reader.add("days", "日を1日以上選んでください。") }
    let isPart = reader.fields.first("extent").map { $0.utf8.elementsEqual("part".utf8) } ?? false
    let range = isPart ? RuleFields.stretch("part", label: "一部の時間", &reader) : nil
    guard reader.faults.isEmpty, isPart == (range != nil) else { return nil }
    return ScheduleDesk.TeleworkWish(dates: dates.sorted(), extent: range.map { .part($0) } ?? .whole)
  }

  private static func decide(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    try await PatternRoutes.reached(request, employee)
    var reader = FormReader(request.form)
    guard let outcome = request.form.first("outcome").flatMap({ Telework.Outcome(rawValue: $0) }) else {
      throw SiteError.badRequest("命じるかどうかを読み取れませんでした。")
    }
    let wishes = Set(reader.choices("wish").compactMap { RecordID<Telework>(text: $0) }).sorted()
    if wishes.isEmpty { reader.add("wish", "希望の日を1日以上選んでください。") }
    let reason = reader.optionalText("reason", label: "理由") ?? ""
    var faults = reader.faults
    if faults.isEmpty {
      faults = try await ScheduleReach.mended {
        try await ScheduleDesk(request).decide(
          wishes,
          of: employee,
          outcome,
          reason: reason,
          once: request.once
        )
      }
    }
    let done = outcome == .ordered ? "テレワークを命じました。" : "認めないことを、理由とともに本人に表示します。"
    return try await answer(request, of: employee, faults, done)
  }

  private static func cancel(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Telework> = try request.id("telework")
    let found = try await request.database.read { try TeleworkRecords.telework(id, on: $0) }
    guard let employee = found?.employee else { throw SiteError.notFound }
    if employee != request.actor.employee { try await PatternRoutes.reached(request, employee) }
    let field = "cancel-\(id)"
    var reader = FormReader(request.form)
    let reason = reader.text(field, label: "理由")
    var faults = reader.faults
    if let reason {
      faults = try await ScheduleReach.mended {
        try await ScheduleDesk(request).cancel(id, reason: reason, once: request.once)
      }
      .map { FormFault(field, $0.message) }
    }
    return try await answer(request, of: employee, faults, "取り消しました。取消しの記録は残ります。")
  }

  private static func unit(_ request: SignedInRequest) async throws -> UnitTeleworkPage {
    let id: RecordID<OrganizationUnit> = try request.id("unit")
    let (actor, today, units) = (request.actor, request.today, request.units)
    let asked = request.query.first("month").flatMap { YearMonth(iso: $0) } ?? today.yearMonth
    let month = CivilDate.askable.contains(asked.firstDay) ? asked : today.yearMonth
    let page = try await request.database.read { connection -> UnitTeleworkPage? in
      let tree = try units.tree(asOf: today, on: connection)
      guard actor.visibleUnits(in: tree).contains(id), let unit = tree.unit(id) else { return nil }
      let scope = actor.workingTimeScope(in: tree)
      let members = try MemberRecords.members(of: [id], in: scope, asOf: today, on: connection)
      let span = TeleworkMonths.span(around: month)
      let people = Array(Set(members.map(\.employee))).sorted()
      let counts = try TeleworkRecords.wholeDays(of: people, in: span, on: connection)
      var seen: Set<RecordID<Employee>> = []
      return UnitTeleworkPage(
        unit: unit,
        path: tree.path(of: id) ?? unit.name,
        month: month,
        lines: members.filter { seen.insert($0.employee).inserted }.map { member in
          UnitTeleworkPage.Line(
            employee: member.employee,
            name: member.name,
            months: TeleworkMonths(span, counts[member.employee] ?? [:])
          )
        }
      )
    }
    guard let page else { throw SiteError.notFound }
    return page
  }
}
