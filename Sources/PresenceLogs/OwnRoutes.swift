internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// One's own presence, and that of people within reach, day by day.
enum OwnRoutes {
  static let all: [Route] = [
    Route(.get, "/presence", allow: .anyOf([.staff]), list),
    Route(.get, "/presence/days/{date}", allow: .anyOf([.staff])) { request in
      .page(try await ownDay(request).content)
    },
    Route(.post, "/presence/days/{date}/reason", allow: .anyOf([.staff]), explain),
    Route(.get, "/presence/people/{employee}/days/{date}", allow: WorkingTimeReach.unitReaders) { request in
      .page(try await personDay(request).content)
    },
    Route(
      .post,
      "/presence/people/{employee}/days/{date}/question",
      allow: WorkingTimeReach.unitReaders,
      ask
    ),
  ]

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let today = request.today
    let days = try await request.database.read { connection in
      try OwnGaps.days(of: employee, today: today, on: connection)
    }
    guard let days else { throw SiteError.notFound }
    let keys = days.filter(\.status.isOpen).map { ($0.date, request.freshOnce()) }
    let page = OwnGapsPage(
      days: days,
      from: OwnGaps.firstDay(asOf: today),
      links: PresenceLinks.all(for: request.actor),
      token: request.formToken,
      once: Dictionary(keys) { first, _ in first }
    )
    return .page(page.content)
  }

  private static func explain(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let date = try request.date("date")
    let field = DayParts.wordsName(date)
    var reader = FormReader(request.form)
    let code = reader.choice("code", label: "理由", as: GapReason.Code.self)
    let words =
      code == .other
      ? reader.text(field, label: "説明", most: 200) : reader.optionalText(field, label: "説明", most: 200)
    guard reader.faults.isEmpty, let code else {
      var page = try await ownDay(request)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await PresenceErrors.told {
      try await PresenceDesk(request).explain(date, of: employee, as: code, words)
    }
    if code == .work {
      let notice = Notice(.information, "業務だったことを記録しました。続けて、超過勤務を申告してください。")
      return .redirect(to: Paths.day(date), notice: notice)
    }
    let notice = Notice(.success, "\(date.japanese)の差の理由を「\(code.japanese)」と記録しました。")
    return .redirect(to: PresencePaths.own, notice: notice)
  }

  private static func ownDay(_ request: SignedInRequest) async throws -> PresenceDayPage {
    let employee = try WorkingTimeReach.employee(request)
    return try await page(request, of: employee, in: .own(employee))
  }

  private static func personDay(_ request: SignedInRequest) async throws -> PresenceDayPage {
    let employee: RecordID<Employee> = try request.id("employee")
    return try await page(request, of: employee, in: WorkingTimeReach.scope(request))
  }

  private static func ask(_ request: SignedInRequest) async throws -> Reply {
    var page = try await personDay(request)
    var reader = FormReader(request.form)
    guard let words = reader.text("words", label: "確認したいこと", most: 400) else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let (employee, date) = (page.person.id, page.day.date)
    let scope = try await WorkingTimeReach.scope(request)
    try await PresenceErrors.told {
      try await PresenceDesk(request).ask(words, about: employee, on: date, in: scope)
    }
    let notice = Notice(.success, "本人に確認を依頼しました。")
    return .redirect(to: PresencePaths.day(date, of: employee), notice: notice)
  }

  private static func page(
    _ request: SignedInRequest,
    of employee: RecordID<Employee>,
    in scope: PersonScope
  ) async throws -> PresenceDayPage {
    let date = try request.date("date")
    let today = request.today
    let (token, once) = (request.formToken, request.freshOnce())
    let isOwn = employee == request.actor.employee
    let page = try await request.database.read { connection -> PresenceDayPage? in
      guard let person = try PresencePeople.person(employee, in: scope, today: today, on: connection),
        let day = try PresenceQuery.days(of: person, in: date...date, today: today, on: connection).first
      else { return nil }
      return PresenceDayPage(
        person: person,
        day: day,
        reasons: try GapRecords.reasons(of: [employee], in: date...date, on: connection)[employee] ?? [],
        questions: try GapRecords.questions(of: [employee], in: date...date, on: connection)[employee] ?? [],
        reader: isOwn ? .owner : .other,
        token: token,
        once: once
      )
    }
    guard let page else { throw SiteError.notFound }
    return page
  }
}

/// One's own days that are looked at: those of this month and the two before, and whatever is asked about earlier.
enum OwnGaps {
  private static let months = 2

  static func firstDay(asOf today: CivilDate) -> CivilDate {
    today.yearMonth.adding(months: -months).firstDay
  }

  /// Nil for somebody who is not among the staff.
  static func days(
    of employee: RecordID<Employee>,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [DayPresence]? {
    try PresencePeople.person(employee, in: .own(employee), today: today, on: connection).map { person in
      let first = firstDay(asOf: today)
      let asked = try GapRecords.unanswered(of: employee, before: first, on: connection)
      return try asked.flatMap { date in
        try PresenceQuery.days(of: person, in: date...date, today: today, on: connection)
      } + PresenceQuery.days(of: person, in: first...today, today: today, on: connection)
    }
  }
}

/// The pages of presence that a visitor may open.
enum PresenceLinks {
  static func all(for actor: Actor) -> [(title: String, path: String)] {
    let pages: [(AccessRule, String, String)] = [
      (WorkingTimeReach.unitReaders, "組織の在庁と申告の差", PresencePaths.units),
      (PatternRoutes.readers, "申告の傾向", PresencePaths.patterns),
      (SettingsRoutes.setters, "差の基準", PresencePaths.settings),
      (LogRoutes.keepers, "PC記録の取込", PresencePaths.logs),
    ]
    return pages.filter { $0.0.admits(actor) }.map { ($0.1, $0.2) }
  }
}
