internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// Paths of one person's months, and what they do.
struct PersonRoutes: Sendable {
  static let everyone: AccessRule = .anyOf([.staff])

  let sources: [MonthConcernSource]

  var all: [Route] {
    [
      Route(.get, "/closing", allow: Self.everyone, home),
      Route(.get, "/closing/months/{month}", allow: Self.everyone, own),
      Route(.post, "/closing/months/{month}/confirm", allow: Self.everyone, confirm),
      Route(.post, "/closing/months/{month}/object", allow: Self.everyone, object),
      Route(.get, "/closing/people/{employee}/{month}", allow: Self.everyone, person),
      Route(
        .post,
        "/closing/people/{employee}/{month}/return",
        allow: WorkingTimeReach.unitReaders,
        sendBack
      ),
      Route(.get, "/closing/people/{employee}/{month}/sheet", allow: Self.everyone, sheet),
      Route(.get, "/closing/people/{employee}/{month}/certificate", allow: Self.everyone, certificate),
    ]
  }

  @Sendable private func home(_ request: SignedInRequest) async throws -> Reply {
    let desk = ClosingDesk(request, sources)
    let month = request.today.yearMonth.adding(months: -1)
    let isPersonnel = !request.actor.personnelEmployers.isEmpty
    let page = try await request.database.glance { connection in
      ClosingHomePage(
        own: try desk.ownMonths(on: connection),
        units: try desk.unitLines(month, on: connection),
        month: month,
        isPersonnel: isPersonnel
      )
    }
    return .page(page.content)
  }

  @Sendable private func own(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    return .page(try await page(request, employee).content)
  }

  @Sendable private func person(_ request: SignedInRequest) async throws -> Reply {
    .page(try await page(request, request.id("employee")).content)
  }

  @Sendable private func confirm(_ request: SignedInRequest) async throws -> Reply {
    try await answer(request, .confirm, words: nil, field: "confirm")
  }

  @Sendable private func object(_ request: SignedInRequest) async throws -> Reply {
    var form = FormReader(request.form)
    guard let words = form.text("words", label: "どこが違うか", most: 1000) else {
      return try await mend(request, WorkingTimeReach.employee(request), form.faults)
    }
    return try await answer(request, .object, words: words, field: "words")
  }

  private func answer(
    _ request: SignedInRequest,
    _ act: ClosingAct,
    words: String?,
    field: String
  ) async throws -> Reply {
    let month = try request.month("month")
    let employee = try WorkingTimeReach.employee(request)
    do {
      try await ClosingDesk.told {
        try await ClosingDesk(request, sources).answer(
          act,
          month,
          words: words,
          seen: request.form.first("seen") ?? "",
          once: request.once
        )
      }
    } catch let refusal as ClosingRefusal {
      return try await mend(request, employee, [Self.fault(refusal, at: field)])
    }
    let text = act == .confirm ? "\(month.japanese)を確認しました。" : "異議を申し立てました。勤務時間管理員と上司に見えています。"
    return .redirect(to: ClosingPaths.own(month), notice: Notice(.success, text))
  }

  @Sendable private func sendBack(_ request: SignedInRequest) async throws -> Reply {
    let employee: RecordID<Employee> = try request.id("employee")
    let month = try request.month("month")
    var form = FormReader(request.form)
    guard let reason = form.text("reason", label: "差し戻す理由", most: 1000) else {
      return try await mend(request, employee, form.faults)
    }
    do {
      let isFound = try await ClosingDesk.told {
        try await ClosingDesk(request, sources).sendBack(
          employee,
          month,
          reason: reason,
          mark: request.form.first("mark") ?? "",
          once: request.once
        )
      }
      guard isFound else { throw SiteError.notFound }
    } catch let refusal as ClosingRefusal {
      return try await mend(request, employee, [Self.fault(refusal, at: "reason")])
    }
    return .redirect(
      to: ClosingPaths.person(employee, month),
      notice: Notice(.success, "本人に差し戻しました。理由は本人の画面に表示します。")
    )
  }

  /// Told at the control where it is still there, and otherwise at the records.
  private static func fault(_ refusal: ClosingRefusal, at field: String) -> FormFault {
    FormFault(refusal == .changed ? field : "sheet", refusal.japanese)
  }

  @Sendable private func sheet(_ request: SignedInRequest) async throws -> Reply {
    let month = try request.month("month")
    let employee: RecordID<Employee> = try request.id("employee")
    let desk = ClosingDesk(request, sources)
    let page = try await request.database.glance { connection -> AttendancePage? in
      let reading = try desk.reading(month, on: connection)
      let cases = try desk.shown(reading, [employee], on: connection)
      let paths = cases.compactMap(\.place.unit).compactMap { unit in
        reading.tree.path(of: unit).map { (unit, $0) }
      }
      return cases.isEmpty
        ? nil
        : AttendancePage(
          cases: cases,
          month: month,
          unitName: nil,
          unitNames: Dictionary(paths, uniquingKeysWith: { first, _ in first })
        )
    }
    guard let page else { throw SiteError.notFound }
    return .page(page.content)
  }

  @Sendable private func certificate(_ request: SignedInRequest) async throws -> Reply {
    let one = try await one(request, request.id("employee")).one
    let number = request.query.first("number").flatMap { Int($0) } ?? one.closed.count
    guard let closed = one.closed.first(where: { $0.number == number }) else { throw SiteError.notFound }
    return .page(CertificatePage(one: one, closed: closed).content)
  }

  private func mend(
    _ request: SignedInRequest,
    _ employee: RecordID<Employee>,
    _ faults: [FormFault]
  ) async throws -> Reply {
    var page = try await page(request, employee)
    page.faults = faults
    page.entered = request.form
    return .mend(page.content)
  }

  private struct Found {
    let one: ClosingCase
    let acts: Set<ClosingAct>
    let entries: [LateEntry]
  }

  private func one(_ request: SignedInRequest, _ employee: RecordID<Employee>) async throws -> Found {
    let month = try request.month("month")
    let desk = ClosingDesk(request, sources)
    let found = try await request.database.glance { connection -> Found? in
      let reading = try desk.reading(month, on: connection)
      guard let one = try desk.shown(reading, [employee], on: connection).first else { return nil }
      let officers = try desk.officers(of: [one], on: connection)
      let reach = try desk.reach(reading, on: connection)
      let acts = [ClosingAct.check, .approve, .sendBack].filter { act in
        one.rules.refusal(of: act, on: desk.today) == nil
          && reach.standing(for: act, on: one, officers) != nil
      }
      let entries = try one.closed.last.map { closed in
        try LateEntryRecords.entries(of: employee, in: month, after: closed.at, on: connection)
      }
      return Found(one: one, acts: Set(acts), entries: entries ?? [])
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private func page(
    _ request: SignedInRequest,
    _ employee: RecordID<Employee>
  ) async throws -> PersonClosingPage {
    let found = try await one(request, employee)
    return PersonClosingPage(
      one: found.one,
      reader: employee == request.actor.employee ? .owner : .other(acts: found.acts),
      entries: found.entries,
      today: request.today,
      token: request.formToken,
      once: request.freshOnce()
    )
  }
}
