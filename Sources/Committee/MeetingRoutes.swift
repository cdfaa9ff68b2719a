internal import Access
internal import CivilTime
internal import People
internal import Plan
internal import Site
internal import Store

/// Paths of the committee's meetings, who may use them, and what they do.
struct MeetingRoutes: Sendable {
  /// Those who sit in the committee or serve it.
  static let readers: AccessRule = .anyOf([.committee, .secretariat])
  /// Those who serve it.
  static let writers: AccessRule = .anyOf([.secretariat])

  let proposals: AgendaProposals

  var all: [Route] {
    [
      Route(.get, "/plan/committee", allow: Self.readers, list),
      Route(.post, "/plan/committee", allow: Self.writers, plan),
      Route(.get, "/plan/committee/{meeting}", allow: Self.readers, meeting),
      Route(.post, "/plan/committee/{meeting}/agenda", allow: Self.writers, agenda),
      Route(.post, "/plan/committee/{meeting}/minutes", allow: Self.writers, minutes),
      Route(.post, "/plan/committee/{meeting}/decisions", allow: Self.writers, decide),
      Route(.post, "/plan/committee/{meeting}/held", allow: Self.writers, held),
      Route(.post, "/plan/committee/{meeting}/cancelled", allow: Self.writers, cancelled),
    ]
  }

  func desk(_ request: SignedInRequest) -> MeetingDesk {
    MeetingDesk(
      database: request.database,
      ids: request.ids,
      plan: proposals.plan,
      actor: request.actor,
      now: request.now
    )
  }

  @Sendable private func list(_ request: SignedInRequest) async throws -> Reply {
    .page(try await listPage(request).content)
  }

  @Sendable private func plan(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.form)
    let title = reader.text("title", label: "会議の名前", most: 100)
    let day = reader.date("day", label: "開催日")
    let place = reader.optionalText("place", label: "場所", most: 100)
    guard reader.faults.isEmpty, let title, let day else {
      var page = try await listPage(request)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let id = try await CommitteeErrors.told {
      try await desk(request).plan(day: day, title: title, place: place ?? "", once: request.once)
    }
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "会議を予定しました。"))
  }

  @Sendable private func meeting(_ request: SignedInRequest) async throws -> Reply {
    .page(try await page(request).content)
  }

  @Sendable private func agenda(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Meeting> = try request.id("meeting")
    if let item = request.form.first("remove") {
      guard let item = RecordID<AgendaItem>(text: item) else { throw SiteError.notFound }
      try await CommitteeErrors.told { try await desk(request).remove(item, from: id) }
      return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "議題から外しました。"))
    }
    var page = try await page(request)
    let chosen = Set(request.form.all("proposal"))
    let picked = page.sheet.proposals.filter { chosen.contains($0.code) }
    var reader = FormReader(request.form)
    let own = reader.optionalText("own", label: "そのほかの議題", most: 200)
    let note = reader.optionalText("own-note", label: "議題の説明", most: 1000)
    if reader.faults.isEmpty, picked.isEmpty, own == nil {
      reader.add(page.sheet.proposals.isEmpty ? "own" : "proposal", "議題を選ぶか、そのほかの議題を入力してください。")
    }
    guard reader.faults.isEmpty else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await CommitteeErrors.told {
      try await desk(request).add(picked, own: own, note: note ?? "", to: id, once: request.once)
    }
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "議題に加えました。"))
  }

  @Sendable private func minutes(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Meeting> = try request.id("meeting")
    var reader = FormReader(request.form)
    let text = reader.text("minutes", label: "議事録", most: 20_000)
    let seen = request.form.first("seen").flatMap { Int($0) }
    guard let text, let seen, seen >= 0 else {
      var page = try await page(request)
      if reader.faults.isEmpty { throw SiteError.badRequest("議事録の版がありません。画面を読み込み直してください。") }
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let written = try await CommitteeErrors.told {
      try await desk(request).write(text, seen: seen, to: id)
    }
    guard written == nil else {
      return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "議事録を保存しました。"))
    }
    var page = try await page(request)
    page.overtaken = page.sheet.minutes.first
    page.entered = request.form
    return .mend(page.content)
  }

  @Sendable private func decide(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Meeting> = try request.id("meeting")
    var reader = FormReader(request.form)
    let item = request.form.first("item").flatMap { RecordID<AgendaItem>(text: $0) }
    if item == nil { reader.add("item", "議題を選んでください。") }
    let text = reader.text("decision", label: "決定の内容", most: 1000)
    let order = try await order(request, &reader)
    guard reader.faults.isEmpty, let item, let text else {
      var page = try await page(request)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await CommitteeErrors.told {
      try await desk(request).decide(text, order: order, under: item, of: id, once: request.once)
    }
    let words = order == nil ? "決定を記録しました。" : "決定を記録し、担当の義務にしました。"
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, words))
  }

  /// The owner and the day of a decision; both or neither.
  private func order(
    _ request: SignedInRequest,
    _ reader: inout FormReader
  ) async throws -> DecisionOrder? {
    let code = request.form.first("owner") ?? ""
    let hasDay = !(request.form.first("due") ?? "").isEmpty
    guard !code.isEmpty else {
      if hasDay { reader.add("owner", "期限を決めるときは、担当も選んでください。") }
      return nil
    }
    let (units, today) = (request.units, request.today)
    let found = try await request.database.read { connection in
      OwnerChoices.owner(
        code,
        in: try units.tree(asOf: today, on: connection),
        try EmployerRecords.all(on: connection)
      )
    }
    if found == nil { reader.add("owner", CommitteeRefusal.ownerNotThere.japanese) }
    guard let day = reader.date("due", label: "期限") else { return nil }
    if day < today { reader.add("due", "期限は今日以降の日にしてください。") }
    return found.map { DecisionOrder(owner: $0.owner, employer: $0.employer, dueOn: day) }
  }

  @Sendable private func held(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Meeting> = try request.id("meeting")
    try await CommitteeErrors.told { try await desk(request).hold(id) }
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "開催したことを記録しました。"))
  }

  @Sendable private func cancelled(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Meeting> = try request.id("meeting")
    try await CommitteeErrors.told { try await desk(request).cancel(id) }
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "会議を取りやめました。"))
  }
}

extension MeetingRoutes {
  private func listPage(_ request: SignedInRequest) async throws -> MeetingsPage {
    let plan = proposals.plan
    let today = request.today
    let meetings = try await CommitteeErrors.told {
      try await request.database.read { connection in
        let code = try plan.version(for: today.fiscalYear, on: connection).plan.code
        return try MeetingRecords.all(of: code, on: connection)
      }
    }
    return MeetingsPage(
      meetings: meetings,
      isSecretariat: Self.writers.admits(request.actor),
      today: today,
      token: request.formToken,
      once: request.freshOnce()
    )
  }

  func page(_ request: SignedInRequest) async throws -> MeetingPage {
    let id: RecordID<Meeting> = try request.id("meeting")
    let reading = MeetingReading(proposals: proposals, units: request.units)
    let today = request.today
    let sheet = try await CommitteeErrors.told {
      try await request.database.read { try reading.sheet(id, today: today, on: $0) }
    }
    guard let sheet else { throw SiteError.notFound }
    return MeetingPage(
      sheet: sheet,
      isSecretariat: Self.writers.admits(request.actor),
      token: request.formToken,
      once: request.freshOnce()
    )
  }
}

/// What the committee's desk refuses, as the site tells it.
enum CommitteeErrors {
  static func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch PlanReadingError.noPlan {
      throw SiteError.notFound
    } catch CommitteeRefusal.notFound {
      throw SiteError.notFound
    } catch let refusal as CommitteeRefusal {
      throw SiteError.conflict(refusal.japanese)
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }
}
