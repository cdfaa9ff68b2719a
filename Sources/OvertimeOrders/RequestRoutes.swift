internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// What the pages of declarations made beforehand do.
struct RequestRoutes: Sendable {
  static let readers: AccessRule = .anyOf([.staff])
  static let superiors: AccessRule = .anyOf([.superior])

  let protections: ProtectionQuestion

  var all: [Route] {
    [
      Route(.get, "/overtime/requests/new", allow: Self.readers, new),
      Route(.post, "/overtime/requests", allow: Self.readers, send),
      Route(.get, "/overtime/requests/{request}", allow: Self.readers) { request in
        .page(try await page(request, entered: .empty, faults: []).content)
      },
      Route(.post, "/overtime/requests/{request}/decision", allow: Self.superiors, decide),
      Route(.post, "/overtime/requests/{request}/withdrawal", allow: Self.readers, withdraw),
    ]
  }

  @Sendable private func new(_ request: SignedInRequest) async throws -> Reply {
    let asked = request.query.first("date").flatMap { CivilDate(iso: $0) }
    let date = max(asked ?? request.today, request.today)
    let entered = FormFields([("date", "\(date.year)/\(date.month)/\(date.day)")])
    return .page(try await form(request, date, entered, [], nil).content)
  }

  @Sendable private func send(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    var reader = FormReader(request.form)
    guard let typed = RequestReading.read(&reader, today: request.today) else {
      let date = CivilDate(reading: request.form.first("date") ?? "") ?? request.today
      return .mend(try await form(request, date, request.form, reader.faults, nil).content)
    }
    let (amount, isDuty) = try await request.database.glance { connection in
      let amount = try RequestReading.amount(typed.claim, of: employee, on: typed.date, connection)
      return (amount, try RequestReading.isDutyAnyway(amount, of: employee, on: typed.date, connection))
    }
    if isDuty {
      reader.add("from1", "この時間帯はすべて正規の勤務時間です。その外の時間帯を入力してください。")
      return .mend(try await form(request, typed.date, request.form, reader.faults, nil).content)
    }
    let expected = OrdersDesk.Expected(
      date: typed.date,
      amount: amount,
      work: typed.work,
      reason: typed.reason,
      isSpecial: typed.isSpecial
    )
    guard request.form.first("checked").map({ $0.utf8.elementsEqual("yes".utf8) }) ?? false else {
      return .page(try await form(request, typed.date, request.form, [], expected).content)
    }
    try await OrderErrors.told { try await OrdersDesk(request).send(expected, key: request.once) }
    let notice = Notice(.success, "\(typed.date.japanese)の超過勤務\(amount.length.japanese)を申告しました。")
    return .redirect(to: OrderPaths.own, notice: notice)
  }

  @Sendable private func decide(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<OvertimeRequest> = try request.id("request")
    let asked = try await found(request, id)
    guard asked.reader == .superior else {
      if asked.reader == .owner { throw SiteError.forbidden }
      throw SiteError.notFound
    }
    var reader = FormReader(request.form)
    let outcome = reader.choice("outcome", label: "決定", as: OrderOutcome.self)
    if outcome == .withdrawn { reader.add("outcome", "決定を選んでください。") }
    let claim = outcome == .changed ? RequestReading.amount(&reader) : nil
    let reason = reader.optionalText("reason", label: "理由")
    if reason == nil, outcome == .changed || outcome == .notOrdered, reader.faults.isEmpty {
      reader.add("reason", "理由を入力してください。本人に示されます。")
    }
    guard let outcome, reader.faults.isEmpty else {
      return .mend(try await page(request, entered: request.form, faults: reader.faults).content)
    }
    let changed = try await request.database.glance { connection in
      try claim.map {
        try RequestReading.amount($0, of: asked.request.employee, on: asked.request.date, connection)
      }
    }
    let decided = OrdersDesk.Decided(
      outcome: outcome,
      changed: changed,
      reason: outcome == .ordered ? nil : reason
    )
    try await OrderErrors.told { try await OrdersDesk(request).decide(id, decided, key: request.once) }
    let notice = Notice(
      .success,
      "\(asked.name)さんの\(asked.request.date.japaneseShort)の申告を「\(outcome.japanese)」としました。"
    )
    return .redirect(to: OrderPaths.approvals, notice: notice)
  }

  @Sendable private func withdraw(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<OvertimeRequest> = try request.id("request")
    guard try await found(request, id).reader == .owner else { throw SiteError.notFound }
    try await OrderErrors.told { try await OrdersDesk(request).withdraw(id, key: request.once) }
    return .redirect(to: OrderPaths.own, notice: Notice(.success, "申告を取り下げました。記録は残ります。"))
  }

  private struct Found: Sendable {
    let request: OvertimeRequest
    let name: String
    let reader: RequestPage.Reader
    let projection: LimitProjection
    let warnings: [String]
  }

  private func found(_ request: SignedInRequest, _ id: RecordID<OvertimeRequest>) async throws -> Found {
    let scope = try await WorkingTimeReach.scope(request)
    let (today, actor, units, protections) = (request.today, request.actor, request.units, protections)
    let found = try await request.database.read { connection -> Found? in
      guard let stored = try RequestRecords.request(id, on: connection),
        let asked = try RequestReading.counted([stored], on: connection).first,
        let person = try PersonMonthQuery.heading(asked.employee, in: scope, today: today, on: connection)
      else { return nil }
      let tree = try units.tree(asOf: today, on: connection)
      let mine = try Subordinates(of: actor, in: tree, on: connection)[asked.employee] != nil
      let outlooks = try OwnOutlooks.read(
        of: asked.employee,
        asked.date,
        protections,
        today: today,
        on: connection
      )
      let subject = OrderOutlooks.Subject(
        employee: asked.employee,
        date: asked.date,
        amount: asked.amount,
        isSpecial: asked.isSpecial,
        request: asked.id,
        isCounted: false
      )
      return Found(
        request: asked,
        name: person.name,
        reader: asked.employee == actor.employee ? .owner : mine ? .superior : .other,
        projection: outlooks.projection(subject),
        warnings: outlooks.warnings(subject, isOwn: asked.employee == actor.employee)
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private func page(
    _ request: SignedInRequest,
    entered: FormFields,
    faults: [FormFault]
  ) async throws -> RequestPage {
    let found = try await found(request, request.id("request"))
    return RequestPage(
      request: found.request,
      name: found.name,
      projection: found.projection,
      warnings: found.warnings,
      reader: found.reader,
      entered: entered,
      faults: faults,
      token: request.formToken,
      once: request.freshOnce()
    )
  }

  private func form(
    _ request: SignedInRequest,
    _ date: CivilDate,
    _ entered: FormFields,
    _ faults: [FormFault],
    _ expected: OrdersDesk.Expected?
  ) async throws -> RequestFormPage {
    let employee = try WorkingTimeReach.employee(request)
    let (today, protections) = (request.today, protections)
    let (token, once) = (request.formToken, request.freshOnce())
    return try await request.database.read { connection in
      let outlooks = try OwnOutlooks.read(of: employee, date, protections, today: today, on: connection)
      let nothing = OrderOutlooks.Subject(
        employee: employee,
        date: date,
        amount: .length(.zero),
        isSpecial: false,
        request: nil,
        isCounted: true
      )
      let preview = expected.map { expected in
        let subject = OrderOutlooks.Subject(
          employee: employee,
          date: expected.date,
          amount: expected.amount,
          isSpecial: expected.isSpecial,
          request: nil,
          isCounted: false
        )
        return RequestFormPage.Preview(
          expected: expected,
          projection: outlooks.projection(subject),
          planned: outlooks.planned(subject),
          warnings: outlooks.warnings(subject, isOwn: true)
        )
      }
      return RequestFormPage(
        limits: try PersonLimitsQuery.limits(of: employee, in: date.yearMonth, on: connection),
        projection: outlooks.projection(nothing),
        whyPath: Paths.limits(date.yearMonth, of: employee),
        today: today,
        superiors: try SuperiorRecords.superiors(of: employee, asOf: today, on: connection).map(
          \.displayName
        ),
        entered: entered,
        faults: faults,
        preview: preview,
        token: token,
        once: once
      )
    }
  }
}

/// Reads the outlook of one person.
enum OwnOutlooks {
  static func read(
    of employee: RecordID<Employee>,
    _ date: CivilDate,
    _ protections: ProtectionQuestion,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> OrderOutlooks {
    // The days of the inbox, so that both count the same of what is planned.
    let first = min(date, today.yearMonth.adding(months: -1).firstDay).yearMonth.firstDay
    let span = first...max(date, OvertimeDeclaration.lastDay(asOf: today)).yearMonth.lastDay
    let days = try DayOrdersQuery.days(of: [employee], in: span, on: connection)
    return try OrderOutlooks(of: [employee], in: span, days, protections, on: connection)
  }
}
