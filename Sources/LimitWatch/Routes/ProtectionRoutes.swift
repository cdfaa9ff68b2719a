internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// Paths of protections from overtime and night work, who may use them, and what they do.
///
/// A person asks; heads and the personnel authority learn what may not be ordered, never why.
enum ProtectionRoutes {
  static let everyone: AccessRule = .anyOf([.staff])
  static let deciders: AccessRule = .anyOf([.superior, .hr])

  static let all: [Route] = [
    Route(.get, "/limits/own-protections", allow: everyone) { request in
      .page(try await own(request).content)
    },
    Route(.post, "/limits/own-protections", allow: everyone, ask),
    Route(.post, "/limits/own-protections/{request}/end", allow: everyone, end),
    Route(.get, "/limits/protections", allow: deciders, list),
    Route(.post, "/limits/protections/{request}", allow: deciders, decide),
  ]

  private static func own(_ request: SignedInRequest) async throws -> OwnProtectionsPage {
    let employee = try WorkingTimeReach.employee(request)
    let today = request.today
    let (token, once) = (request.formToken, request.freshOnce())
    return try await request.database.glance { connection in
      OwnProtectionsPage(
        requests: try ProtectionRecords.requests(of: [employee], on: connection),
        today: today,
        token: token,
        once: once
      )
    }
  }

  private static func ask(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    var page = try await own(request)
    var form = FormReader(request.form)
    let kind = form.choice("kind", label: "種類", as: Protection.Kind.self)
    let from = form.date("from", label: "開始日")
    let to = form.date("to", label: "終了日")
    if let kind, let from, let to { check(kind, from, to, &form) }
    guard form.faults.isEmpty, let kind, let from, let to else {
      page.faults = form.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let desk = ProtectionDesk(desk: RegisterDesk(request))
    do {
      try await LimitWatchRefusal.told(but: .overlapping) {
        try await desk.ask(kind, during: from...to, for: employee, once: request.once)
      }
    } catch LimitWatchRefusal.overlapping {
      form.add("from", "超過勤務の免除と制限の期間は重ねられません。前の請求を終えるか、期間を分けてください。")
      page.faults = form.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let isLate = kind.lastDayToAsk(for: from).map { $0 < request.today } ?? false
    let words: String =
      if kind.standsOnRequest { "請求を受け付けました。確認を待たずに適用します。" } else if isLate {
        "請求を受け付けました。請求の期限は過ぎていますが、記録し、取扱いを上司と人事担当が確かめます。"
      } else { "請求を受け付けました。" }
    return .redirect(to: LimitWatchPaths.ownProtections, notice: Notice(isLate ? .warning : .success, words))
  }

  private static func check(
    _ kind: Protection.Kind,
    _ from: CivilDate,
    _ to: CivilDate,
    _ form: inout FormReader
  ) {
    if to < from { return form.add("to", "終了日を開始日（\(from.japaneseShort)）以後にしてください。") }
    let most = kind.mostMonths.map { lastDay(from, months: $0) }
    if let most, to > most {
      form.add("to", "一回の請求は\(kind.mostMonths ?? 0)か月以内です。\(most.japaneseShort)までにし、続きは改めて請求してください。")
    }
  }

  /// The last day of a period of so many months.
  private static func lastDay(_ from: CivilDate, months: Int) -> CivilDate {
    let last = from.yearMonth.adding(months: months)
    return from.day > last.dayCount ? last.lastDay : last.firstDay.adding(days: from.day - 2)
  }

  private static func end(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    let id: RecordID<ProtectionRequest> = try request.id("request")
    let found = try await request.database.glance { try ProtectionRecords.request(id, on: $0) }
    guard let found, found.employee == employee else { throw SiteError.notFound }
    var form = FormReader(request.form)
    guard let seen = request.form.first("seen").flatMap({ Int($0) }),
      let day = form.date("end-\(id)", label: "最後の日")
    else {
      throw SiteError.badRequest("最後の日を読み取れませんでした。「令和8年4月1日」「2026/4/1」のように入力してください。")
    }
    try await LimitWatchRefusal.told {
      try await ProtectionDesk(desk: RegisterDesk(request)).end(
        found,
        on: day,
        seen: seen,
        once: request.once
      )
    }
    return .redirect(to: LimitWatchPaths.ownProtections, notice: Notice(.success, "終了を記録しました。"))
  }

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    let (actor, units, today) = (request.actor, request.units, request.today)
    let (token, once) = (request.formToken, request.freshOnce())
    let page = try await request.database.read { connection in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      let people = try StaffRecords.people(in: reach.scope, asOf: today, today: today, on: connection)
        .filter { reach.answersFor($0.value.unit) }
      let requests = try ProtectionRecords.requests(in: reach.scope, asOf: today, on: connection)
        .filter { people[$0.employee] != nil && $0.concerns(today.fiscalYear) }
      let days = try days(of: requests, in: today.fiscalYear, on: connection)
      return ProtectionsPage(
        lines: requests.compactMap { one in
          guard let person = people[one.employee] else { return nil }
          return ProtectionsPage.Line(
            person: person,
            request: one,
            isOfAuthority: reach.administers(person.unit),
            use: one.protection.map { ProtectionUse($0, days: days[one.employee] ?? []) }
          )
        },
        own: actor.employee,
        tree: reach.tree,
        today: today,
        token: token,
        once: once
      )
    }
    return .page(page.content)
  }

  /// What those with a protection of the year have claimed under it; what began earlier is read a year back.
  private static func days(
    of requests: [ProtectionRequest],
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection.Day]] {
    let standing = requests.compactMap { one in one.protection.map { (one.employee, $0.period) } }
    guard let first = standing.map(\.1.lowerBound).min(), let last = standing.map(\.1.upperBound).max() else {
      return [:]
    }
    let earliest = max(first, year.advanced(by: -1).firstDay)
    guard earliest <= last else { return [:] }
    return try ProtectionRecords.days(of: Set(standing.map(\.0)), in: earliest...last, on: connection)
  }

  private static func decide(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<ProtectionRequest> = try request.id("request")
    let (actor, units, today) = (request.actor, request.units, request.today)
    let found = try await request.database.glance { connection -> ProtectionRequest? in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      guard let one = try ProtectionRecords.request(id, on: connection) else { return nil }
      let unit = try AssignmentRecords.primaryUnit(of: one.employee, asOf: today, on: connection)
      return unit.map { one.kind.mayBeDeclined ? reach.answersFor($0) : reach.administers($0) } ?? false
        ? one : nil
    }
    guard let found else { throw SiteError.notFound }
    guard let seen = request.form.first("seen").flatMap({ Int($0) }), let act = request.form.first("act")
    else {
      throw SiteError.badRequest("どちらの操作か読み取れませんでした。画面を開き直してください。")
    }
    let ground =
      act == "decline" ? request.form.first("ground").flatMap { ProtectionRequest.Ground(rawValue: $0) } : nil
    if act == "decline", ground == nil { throw SiteError.badRequest("認めない理由を選んでください。") }
    try await LimitWatchRefusal.told {
      try await ProtectionDesk(desk: RegisterDesk(request))
        .decide(found, declining: ground, seen: seen, once: request.once)
    }
    let words = ground == nil ? "請求を確認しました。" : "請求を認めないことを記録しました。本人に理由を示します。"
    return .redirect(to: LimitWatchPaths.protections, notice: Notice(.success, words))
  }
}
