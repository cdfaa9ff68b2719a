internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// What the pages of a day's orders and claims do.
enum DayRoutes {
  static let editors: AccessRule = .anyOf([.superior, .timeKeeper])

  static let all: [Route] = [
    Route(.get, "/overtime/people/{employee}/days/{date}", allow: RequestRoutes.readers) { request in
      .page(try await page(request, entered: .empty, faults: []).content)
    },
    Route(
      .post,
      "/overtime/people/{employee}/days/{date}/confirmation",
      allow: RequestRoutes.superiors,
      confirm
    ),
    Route(.post, "/overtime/days/{date}/difference", allow: RequestRoutes.readers, explain),
    Route(.post, "/overtime/days/{date}/answer", allow: RequestRoutes.readers, reply),
    Route(.get, "/overtime/people/{employee}/days/{date}/changes", allow: editors) { request in
      let day = try await editable(request)
      let start = day.day.claim.map { AmountFields.fields($0.amount) } ?? []
      return .page(changeForm(request, day, FormFields(start), []).content)
    },
    Route(.post, "/overtime/people/{employee}/days/{date}/changes", allow: editors, propose),
    Route(.post, "/overtime/changes/{change}/answer", allow: RequestRoutes.readers, answerChange),
  ]

  private static func confirm(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    let date = try request.date("date")
    let found = try await found(request, employee)
    guard found.reader == .superior else {
      if found.reader == .other || found.reader == .editor { throw SiteError.notFound }
      throw SiteError.forbidden
    }
    var reader = FormReader(request.form)
    let step = reader.choice("step", label: "操作", as: ConfirmationStep.self)
    if step == .answered { reader.add("step", "確認か照会を選んでください。") }
    let words = reader.optionalText("words", label: "照会する内容")
    if step == .asked, words == nil, reader.faults.isEmpty { reader.add("words", "照会する内容を入力してください。") }
    guard let step, reader.faults.isEmpty else {
      return .mend(try await page(request, entered: request.form, faults: reader.faults).content)
    }
    let taken = try taken(request, employee, date, step, step == .asked ? words : nil)
    try await OrderErrors.told { try await OrdersDesk(request).take(taken, key: request.once) }
    let notice = Notice(
      .success,
      "\(found.name)さんの\(date.japaneseShort)の申告を\(step.japanese)しました。申告の時間は変わりません。"
    )
    return .redirect(to: OrderPaths.approvals, notice: notice)
  }

  private static func reply(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let date = try request.date("date")
    var reader = FormReader(request.form)
    guard let words = reader.text("reply", label: "回答") else {
      return .mend(
        try await page(request, of: employee, entered: request.form, faults: reader.faults).content
      )
    }
    let taken = try taken(request, employee, date, .answered, words)
    try await OrderErrors.told { try await OrdersDesk(request).take(taken, key: request.once) }
    let notice = Notice(.success, "照会に回答しました。")
    return .redirect(to: OrderPaths.day(date, of: employee), notice: notice)
  }

  private static func taken(
    _ request: SignedInRequest,
    _ employee: RecordID<Employee>,
    _ date: CivilDate,
    _ step: ConfirmationStep,
    _ words: String?
  ) throws -> OrdersDesk.Step {
    guard
      let declaration = request.form.first("declaration").flatMap({ RecordID<OvertimeDeclaration>(text: $0) }
      ),
      let seen = request.form.first("seen").flatMap({ Int($0) })
    else { throw SiteError.badRequest("どの申告についてか読み取れませんでした。画面を開き直してください。") }
    return OrdersDesk.Step(
      employee: employee,
      date: date,
      declaration: declaration,
      seen: seen,
      step: step,
      words: words
    )
  }

  private static func explain(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let date = try request.date("date")
    var reader = FormReader(request.form)
    guard let reason = reader.text("reason", label: "命令と実績が違う理由") else {
      return .mend(
        try await page(request, of: employee, entered: request.form, faults: reader.faults).content
      )
    }
    try await OrderErrors.told { try await OrdersDesk(request).explain(date, reason, key: request.once) }
    return .redirect(to: OrderPaths.day(date, of: employee), notice: Notice(.success, "差の理由を記録しました。"))
  }

  private static func propose(_ request: SignedInRequest) async throws -> Reply {
    let day = try await editable(request)
    let employee: RecordID<Employee> = try request.id("employee")
    let date = try request.date("date")
    var reader = FormReader(request.form)
    let claim = ClaimReading.read(&reader)
    let reason = reader.text("reason", label: "理由")
    if date > OvertimeDeclaration.lastDay(asOf: request.today) {
      reader.add("from1", "申し出られるのは来月の末日までの日です。")
    }
    guard let claim, let reason, reader.faults.isEmpty else {
      return .mend(changeForm(request, day, request.form, reader.faults).content)
    }
    let amount = try await request.database.glance { connection in
      try RequestReading.amount(claim, of: employee, on: date, connection)
    }
    let proposed = OrdersDesk.Proposed(
      employee: employee,
      date: date,
      seen: request.form.first("seen").flatMap { RecordID<OvertimeDeclaration>(text: $0) },
      amount: amount,
      reason: reason
    )
    do {
      try await OrderErrors.told { try await OrdersDesk(request).propose(proposed, key: request.once) }
    } catch let refusal as OrderRefusal {
      return .mend(changeForm(request, day, request.form, [FormFault("from1", refusal.japanese)]).content)
    }
    let notice = Notice(.success, "\(day.name)さんに\(amount.length.japanese)への修正を申し出ました。本人が確認するまで、本人の値が有効です。")
    return .redirect(to: OrderPaths.day(date, of: employee), notice: notice)
  }

  private static func answerChange(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let id: RecordID<ClaimChange> = try request.id("change")
    let change = try await request.database.glance { try ChangeRecords.change(id, on: $0) }
    guard let change, change.employee == employee else { throw SiteError.notFound }
    var reader = FormReader(request.form)
    let kind = reader.choice("answer", label: "回答", as: ChangeAnswer.Kind.self)
    let words = reader.optionalText("words", label: "異議の内容")
    if kind == .objected, words == nil, reader.faults.isEmpty { reader.add("words", "異議の内容を入力してください。") }
    guard let kind, reader.faults.isEmpty else {
      let shown = try await page(
        request,
        of: employee,
        on: change.date,
        entered: request.form,
        faults: reader.faults
      )
      return .mend(shown.content)
    }
    let desk = try await OrdersDesk(request)
    let date: CivilDate
    do {
      date = try await OrderErrors.told {
        try await desk.answer(id, kind, kind == .objected ? words : nil, key: request.once)
      }
    } catch let refusal as OrderRefusal {
      throw SiteError.conflict(refusal.japanese)
    }
    let notice =
      kind == .confirmed
      ? Notice(.success, "申出のとおりに申告し直しました。以前の申告も残ります。")
      : Notice(.success, "異議を記録しました。あなたの申告が引き続き有効です。")
    return .redirect(to: OrderPaths.day(date, of: employee), notice: notice)
  }

  struct Found: Sendable {
    let name: String
    let day: DayOrders
    let reader: DayOrdersPage.Reader
  }

  /// Everything of the day, where it lies within the visitor's reach.
  private static func found(
    _ request: SignedInRequest,
    _ employee: RecordID<Employee>,
    on day: CivilDate? = nil
  ) async throws -> Found {
    let date = try day ?? request.date("date")
    let desk = try await OrdersDesk(request)
    let found = try await request.database.read { connection -> Found? in
      guard
        let person = try PersonMonthQuery.heading(employee, in: desk.scope, today: desk.today, on: connection)
      else { return nil }
      return Found(
        name: person.name,
        day: try DayOrdersQuery.day(date, of: employee, on: connection),
        reader: try reader(of: employee, desk, on: connection)
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  static func reader(
    of employee: RecordID<Employee>,
    _ desk: OrdersDesk,
    on connection: any SQLConnection
  ) throws -> DayOrdersPage.Reader {
    if employee == desk.employee { return .owner }
    if try desk.subordinates(on: connection).0[employee] != nil { return .superior }
    return try desk.editing(employee, on: connection) == nil ? .other : .editor
  }

  /// A day for which the visitor may propose other minutes.
  private static func editable(_ request: SignedInRequest) async throws -> Found {
    let found = try await found(request, request.id("employee"))
    switch found.reader {
    case .superior, .editor: return found
    case .owner: throw SiteError.forbidden
    case .other: throw SiteError.notFound
    }
  }

  private static func changeForm(
    _ request: SignedInRequest,
    _ found: Found,
    _ entered: FormFields,
    _ faults: [FormFault]
  ) -> ChangeFormPage {
    ChangeFormPage(
      employee: (try? request.id("employee")) ?? RecordID(0),
      name: found.name,
      day: found.day,
      entered: entered,
      faults: faults,
      token: request.formToken,
      once: request.freshOnce()
    )
  }

  private static func page(
    _ request: SignedInRequest,
    of owner: RecordID<Employee>? = nil,
    on date: CivilDate? = nil,
    entered: FormFields,
    faults: [FormFault]
  ) async throws -> DayOrdersPage {
    let employee: RecordID<Employee> = try owner ?? request.id("employee")
    let found = try await found(request, employee, on: date)
    return DayOrdersPage(
      employee: employee,
      name: found.name,
      day: found.day,
      reader: found.reader,
      entered: entered,
      faults: faults,
      token: request.formToken,
      once: request.freshOnce()
    )
  }
}
