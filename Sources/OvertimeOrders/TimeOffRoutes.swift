internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// What the pages of time off for overtime beyond 60 hours do.
enum TimeOffRoutes {
  static let all: [Route] = [
    Route(.get, "/overtime/people/{employee}/time-off/{month}", allow: RequestRoutes.readers) { request in
      .page(try await page(request, entered: .empty, faults: []).content)
    },
    Route(.post, "/overtime/time-off/{month}/decline", allow: RequestRoutes.readers, decline),
    Route(
      .post,
      "/overtime/people/{employee}/time-off/{month}/designation",
      allow: RequestRoutes.superiors,
      designate
    ),
  ]

  private static func decline(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let month = try request.month("month")
    let refused = SiteError.conflict
    guard month < request.today.yearMonth else { throw refused(TimeOffAccount.Refusal.monthRunning.japanese) }
    let offer = try await request.database.read { connection in
      try TimeOffQuery.account(of: employee, for: month, on: connection).offer
    }
    guard offer.convertible > .zero else { throw refused(TimeOffAccount.Refusal.nothing.japanese) }
    try await OrderErrors.told {
      try await OrdersDesk(request).take(.declined, of: employee, for: month, key: request.once)
    }
    let notice = Notice(.success, "希望しないことを記録しました。割増しの手当を全額支給します。")
    return .redirect(to: OrderPaths.timeOff(month, of: employee), notice: notice)
  }

  private static func designate(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    let month = try request.month("month")
    let reader = try await page(request, entered: .empty, faults: []).reader
    guard reader == .superior else {
      if reader == .owner { throw SiteError.forbidden }
      throw SiteError.notFound
    }
    var form = FormReader(request.form)
    let date = form.date("date", label: "指定する日")
    let unit = TimeOffInLieu.Unit(code: request.form.first("unit") ?? "")
    if unit == nil { form.add("unit", "長さを選んでください。") }
    let hasLeave = form.optionalText("leave", label: "年次休暇") != nil
    let leave = hasLeave ? form.minutes("leave", label: "年次休暇") : .zero
    guard let date, let unit, let leave, form.faults.isEmpty else {
      return .mend(try await page(request, entered: request.form, faults: form.faults).content)
    }
    do {
      try await OrderErrors.told {
        let act = TimeOffStep.Act.designated(date, unit, leave: leave)
        try await OrdersDesk(request).take(act, of: employee, for: month, key: request.once)
      }
    } catch let refusal as TimeOffAccount.Refusal {
      let fault = FormFault("date", refusal.japanese)
      return .mend(try await page(request, entered: request.form, faults: [fault]).content)
    }
    let notice = Notice(.success, "\(date.japanese)に超勤代休時間\(unit.length.japanese)を指定しました。")
    return .redirect(to: OrderPaths.timeOff(month, of: employee), notice: notice)
  }

  private static func page(
    _ request: SignedInRequest,
    entered: FormFields,
    faults: [FormFault]
  ) async throws -> TimeOffPage {
    let employee: RecordID<Employee> = try request.id("employee")
    let month = try request.month("month")
    let desk = try await OrdersDesk(request)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.read { connection -> TimeOffPage? in
      guard
        let person = try PersonMonthQuery.heading(employee, in: desk.scope, today: desk.today, on: connection)
      else { return nil }
      return TimeOffPage(
        employee: employee,
        name: person.name,
        account: try TimeOffQuery.account(of: employee, for: month, on: connection),
        reader: try DayRoutes.reader(of: employee, desk, on: connection),
        today: desk.today,
        entered: entered,
        faults: faults,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }
}
