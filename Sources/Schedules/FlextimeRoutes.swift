internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// Settlement periods: declared by the person, allotted, given back or changed by those who lead.
enum FlextimeRoutes {
  static let all: [Route] = [
    Route(.get, "/schedules/flextime", allow: ScheduleReach.staff) { request in
      .page(try await list(request).content)
    },
    Route(.get, "/schedules/flextime/new", allow: ScheduleReach.staff, new),
    Route(.post, "/schedules/flextime/new", allow: ScheduleReach.staff, declare),
    Route(.get, "/schedules/flextime/{period}", allow: ScheduleReach.staff) { request in
      .page(try await period(request).content)
    },
    Route(.post, "/schedules/flextime/{period}/decision", allow: ScheduleReach.staff, decide),
    Route(.get, "/schedules/flextime/{period}/change", allow: ScheduleReach.staff) { request in
      .page(try await FlextimeWriting.page(request).content)
    },
    Route(.post, "/schedules/flextime/{period}/change", allow: ScheduleReach.staff, FlextimeWriting.change),
  ]

  /// How many Mondays ahead a period can begin.
  private static let mondays = 12

  private static func list(_ request: SignedInRequest) async throws -> FlextimePage {
    let employee = try ScheduleReach.employee(request)
    let (today, units) = (request.today, request.units)
    let next = today.monday.adding(days: 7)
    let page = try await request.database.read { connection in
      let tree = try units.tree(asOf: today, on: connection)
      let states = try FlextimeRecords.states(of: employee, from: today.adding(days: -366), on: connection)
      let sample = FlextimePeriod(
        id: RecordID(0),
        employee: employee,
        start: next,
        weeks: 4,
        person: .general
      )
      let alive = states.filter(\.isAlive).map(\.period.days)
      return FlextimePage(
        states: states,
        isFixed: try FlextimeTermsRecords.terms(for: sample, tree, on: connection) != nil,
        starts: (0..<mondays).map { next.adding(days: 7 * $0) }
          .filter { monday in !alive.contains { $0.contains(monday) } }
      )
    }
    return page
  }

  private static func new(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.query)
    let employee = try ScheduleReach.employee(request)
    guard let period = FlextimeWriting.period(request.ids.next(), of: employee, &reader) else {
      // Nothing was asked for yet: the page where a period is begun says what is needed.
      return .redirect(to: SchedulePaths.flextime)
    }
    let copy = request.query.first("copy").flatMap { RecordID<FlextimePeriod>(text: $0) }
    let (today, units) = (request.today, request.units)
    let (token, once) = (request.formToken, request.freshOnce())
    let page = try await request.database.read { connection -> FlextimeFormPage? in
      let tree = try units.tree(asOf: today, on: connection)
      guard let terms = try FlextimeTermsRecords.terms(for: period, tree, on: connection) else { return nil }
      let holidays = try HolidayAdditionRecords.names(in: period.days, on: connection)
      let days = try FlextimeWriting.firstDays(
        of: period,
        copying: copy,
        holidays: Set(holidays.keys),
        on: connection
      )
      return FlextimeFormPage(
        purpose: .declare,
        period: period,
        terms: terms,
        holidays: holidays,
        path: SchedulePaths.flextimeNew,
        token: token,
        once: once,
        entered: FlextimeFields.entered(days),
        total: days.reduce(.zero) { $0 + ($1.hours?.duty ?? .zero) }
      )
    }
    guard let page else { return .redirect(to: SchedulePaths.flextime) }
    return .page(page.content)
  }

  private static func declare(_ request: SignedInRequest) async throws -> Reply {
    let employee = try ScheduleReach.employee(request)
    var reader = FormReader(request.form)
    guard let period = FlextimeWriting.period(request.ids.next(), of: employee, &reader) else {
      var page = try await list(request)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let state = FlextimeState(period: period, versions: [])
    return try await FlextimeWriting.answer(request, state, .declare, &reader) { days in
      try await ScheduleDesk(request).declare(period, days, once: request.once)
    }
  }

  private static func period(_ request: SignedInRequest) async throws -> FlextimePeriodPage {
    let reached = try await FlextimeWriting.reached(request)
    return FlextimePeriodPage(
      state: reached.state,
      personName: reached.name,
      reader: reached.isOwn ? .owner : .leader,
      keepsBooks: reached.keepsBooks,
      today: request.today,
      token: request.formToken,
      once: request.freshOnce()
    )
  }

  private static func decide(_ request: SignedInRequest) async throws -> Reply {
    var page = try await period(request)
    let id = page.state.period.id
    var reader = FormReader(request.form)
    let step = request.form.first("step").flatMap { FlextimeVersion.Step(rawValue: $0) }
    guard let step, let seen = request.form.first("seen").flatMap({ Int($0) }) else {
      throw SiteError.badRequest("何を決めるのか読み取れませんでした。画面を読み込み直してください。")
    }
    let reason = reader.optionalText("reason", label: "理由") ?? ""
    var faults = reader.faults
    if faults.isEmpty {
      let desk = ScheduleDesk(request)
      faults = try await ScheduleReach.mended {
        switch step {
        case .allotted: try await desk.allot(id, reason: reason, seen: seen, once: request.once)
        case .returned: try await desk.giveBack(id, reason: reason, seen: seen, once: request.once)
        case .withdrawn: try await desk.withdraw(id, seen: seen, once: request.once)
        case .declared, .changed: throw SiteError.badRequest("この画面では決められません。")
        }
      }
    }
    guard faults.isEmpty else {
      page.faults = faults.map { FormFault("reason", $0.message) }
      page.entered = request.form
      return .mend(page.content)
    }
    return .redirect(to: SchedulePaths.period(id), notice: Notice(.success, "\(step.japanese)を記録しました。"))
  }
}
