internal import Access
internal import CivilTime
internal import Markup
internal import People
internal import Schedules
internal import Site
internal import Store

/// Paths of working time, who may use them, and what they do.
enum WorkingTimeRoutes {
  static func all(day: [HoursEntry], units: [HoursEntry]) -> [Route] {
    [
      Route(.get, "/working-time", allow: .anyOf([.staff])) { request in
        try await today(request, entries: day.shown(to: request.actor))
      },
      Route(.get, "/working-time/units", allow: WorkingTimeReach.unitReaders) { request in
        try await UnitRoutes.units(request, entries: units.shown(to: request.actor))
      },
    ] + pages
  }

  private static let pages: [Route] = [
    Route(.post, "/working-time/clock", allow: .anyOf([.staff]), clock),
    Route(.post, "/working-time/undo", allow: .anyOf([.staff]), undo),
    Route(.get, "/working-time/months/{month}", allow: .anyOf([.staff]), ownMonth),
    Route(.get, "/working-time/months/{month}/csv", allow: .anyOf([.staff]), ownMonthFile),
    Route(.get, "/working-time/days/{date}", allow: .anyOf([.staff])) { request in
      .page(try await day(request, kept: .nothing).content)
    },
    Route(.post, "/working-time/days/{date}/overtime", allow: .anyOf([.staff]), DayForms.overtime),
    Route(.post, "/working-time/days/{date}/punch", allow: .anyOf([.staff]), DayForms.punch),
    Route(.get, "/working-time/people/{employee}/months/{month}", allow: .anyOf([.staff]), personMonth),
    Route(.get, "/working-time/people/{employee}/days/{date}", allow: .anyOf([.staff]), personDay),
    Route(.get, "/working-time/people/{employee}/limits/{month}", allow: .anyOf([.staff]), personLimits),
    Route(.get, "/working-time/units/{unit}", allow: WorkingTimeReach.unitReaders, UnitRoutes.unit),
    Route(.get, "/working-time/units/{unit}/csv", allow: WorkingTimeReach.unitReaders, UnitRoutes.unitFile),
  ]

  private static func today(_ request: SignedInRequest, entries: [Panels.Entry]) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let today = request.today
    let ahead = today...today.adding(days: RestAdvice.lookAhead)
    let (punches, allotments) = try await request.database.glance { connection in
      (
        try PunchRecords.recent(of: employee, asOf: today, on: connection),
        try AllotmentRecords.allotments(of: employee, in: ahead, on: connection)
      )
    }
    let page = TodayPage(
      today: today,
      now: request.now,
      punches: punches,
      allotments: allotments,
      openDay: ClockService.openDay(punches.filter(\.counts)),
      more: entries,
      formToken: request.formToken,
      once: request.freshOnce()
    )
    return .page(page.content)
  }

  private static func clock(_ request: SignedInRequest) async throws -> Reply {
    var form = FormReader(request.form)
    guard let kind = form.choice("kind", label: "区分", as: Punch.Kind.self) else {
      throw SiteError.badRequest("出勤か退勤かを読み取れませんでした。")
    }
    let service = ClockService(database: request.database, ids: request.ids)
    let outcome: ClockService.Outcome
    do {
      outcome = try await service.record(
        kind,
        for: request.actor,
        at: request.now,
        source: .web,
        once: request.once
      )
    } catch ClockService.Refusal.keyUsedOtherwise {
      throw WorkingTimeReach.sentOtherwise
    }
    return .redirect(
      to: Paths.today,
      notice: Notice(.success, "\(outcome.time)に\(outcome.kind.japanese)を記録しました。5分以内は取り消せます。")
    )
  }

  private static func undo(_ request: SignedInRequest) async throws -> Reply {
    guard let id = request.form.first("punch").flatMap({ RecordID<Punch>(text: $0) }) else {
      throw SiteError.badRequest("どの記録を取り消すのか読み取れませんでした。")
    }
    do {
      let punch = try await ClockService(database: request.database, ids: request.ids).undo(
        id,
        for: request.actor,
        at: request.now
      )
      let notice = Notice(.success, "\(punch.time)の\(punch.kind.japanese)を取り消しました。記録は残ります。")
      return .redirect(to: Paths.today, notice: notice)
    } catch ClockService.Refusal.cannotUndo {
      throw SiteError.conflict("この記録は取り消せません。取り消せるのは記録から5分以内です。訂正は、その日の画面から入力してください。")
    }
  }

  private static func ownMonth(_ request: SignedInRequest) async throws -> Reply {
    let shown = try await month(
      request,
      of: WorkingTimeReach.employee(request),
      in: .own(WorkingTimeReach.employee(request))
    )
    return .page(MonthPage(shown: shown, today: request.today, reader: .owner).content)
  }

  private static func ownMonthFile(_ request: SignedInRequest) async throws -> Reply {
    let shown = try await month(
      request,
      of: WorkingTimeReach.employee(request),
      in: .own(WorkingTimeReach.employee(request))
    )
    return .download(
      name: "kinmu-\(shown.month.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try MonthFile.bytes(shown.month)
    )
  }

  private static func personMonth(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    let shown = try await month(request, of: employee, in: WorkingTimeReach.scope(request))
    let reader: MonthPage.Reader = employee == request.actor.employee ? .owner : .other
    return .page(MonthPage(shown: shown, today: request.today, reader: reader).content)
  }

  private static func personLimits(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    let month = try request.month("month")
    let scope = try await WorkingTimeReach.scope(request)
    let today = request.today
    let reader: MonthPage.Reader = employee == request.actor.employee ? .owner : .other
    let page = try await request.database.glance { connection -> LimitsPage? in
      guard let person = try PersonMonthQuery.heading(employee, in: scope, today: today, on: connection)
      else { return nil }
      return LimitsPage(
        person: person,
        limits: try PersonLimitsQuery.limits(of: employee, in: month, on: connection),
        today: today,
        monthPath: reader == .owner ? Paths.ownMonth(month) : Paths.month(month, of: employee),
        reader: reader
      )
    }
    guard let page else { throw SiteError.notFound }
    return .page(page.content)
  }

  private static func personDay(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    let date = try request.date("date")
    let scope = try await WorkingTimeReach.scope(request)
    let today = request.today
    let found = try await request.database.glance { connection in
      try PersonDayQuery.day(date, of: employee, in: scope, today: today, on: connection)
    }
    guard let found else { throw SiteError.notFound }
    return .page(PersonDayPage(shown: found).content)
  }

  static func day(_ request: SignedInRequest, kept: DayPage.Kept) async throws -> DayPage {
    let employee = try WorkingTimeReach.employee(request)
    let date = try request.date("date")
    let records = try await request.database.glance { connection in
      try DayRecords(of: employee, on: date, connection: connection)
    }
    return DayPage(
      records: records,
      kept: kept,
      formToken: request.formToken,
      once: request.freshOnce()
    )
  }

  private static func month(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>,
    in scope: PersonScope
  ) async throws -> PersonMonth {
    let month = try request.month("month")
    let today = request.today
    let shown = try await request.database.glance { connection in
      try PersonMonthQuery.month(month, of: employee, in: scope, today: today, on: connection)
    }
    guard let shown else { throw SiteError.notFound }
    return shown
  }
}
