internal import Access
internal import CivilTime
internal import People
internal import Plan
internal import Site
internal import Store

/// Paths of the voices, who may use them, and what they do.
struct VoiceRoutes: Sendable {
  /// The committee and its secretariat read all; heads of units those of their own.
  static let readers: AccessRule = .anyOf([.committee, .secretariat, .superior])
  /// Those who write down what they were told.
  static let recorders: AccessRule = .anyOf([.secretariat, .superior])

  let plan: CommitteePlan

  var all: [Route] {
    [
      Route(.get, "/plan/voices", allow: Self.readers, list),
      Route(.post, "/plan/voices", allow: Self.recorders, record),
      Route(.post, "/plan/voices/{voice}/answer", allow: MeetingRoutes.writers, answer),
    ]
  }

  private func desk(_ request: SignedInRequest) -> VoiceDesk {
    VoiceDesk(
      database: request.database,
      ids: request.ids,
      plan: plan,
      actor: request.actor,
      now: request.now
    )
  }

  @Sendable private func list(_ request: SignedInRequest) async throws -> Reply {
    .page(try await page(request).content)
  }

  @Sendable private func record(_ request: SignedInRequest) async throws -> Reply {
    var page = try await page(request)
    var reader = FormReader(request.form)
    let day = reader.date("received", label: "届いた日")
    if let day, day > request.today { reader.add("received", "届いた日は今日までの日にしてください。") }
    let code = request.form.first("place") ?? ""
    let isOffered = page.places.contains { $0.value.utf8.elementsEqual(code.utf8) }
    if !isOffered { reader.add("place", "部署を選んでください。") }
    let origin = reader.choice("origin", label: "届き方", as: VoiceOrigin.self)
    let theme = reader.text("theme", label: "件名", most: 100)
    let text = reader.text("text", label: "声の内容", most: 4000)
    let (units, today) = (request.units, request.today)
    let place = try await request.database.read { connection in
      VoicePlaces.place(
        code,
        in: try units.tree(asOf: today, on: connection),
        try EmployerRecords.all(on: connection)
      )
    }
    guard reader.faults.isEmpty, let day, let origin, let theme, let text, let place else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let entry = VoiceDesk.Entry(
      receivedOn: day,
      employer: place.employer,
      unit: place.unit,
      origin: origin,
      theme: theme,
      text: text
    )
    try await CommitteeErrors.told { try await desk(request).record(entry, once: request.once) }
    return .redirect(to: CommitteePaths.voices, notice: Notice(.success, "声を記録しました。"))
  }

  @Sendable private func answer(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Voice> = try request.id("voice")
    var reader = FormReader(request.form)
    let text = reader.text("answer-\(id)", label: "回答", most: 4000)
    let outcome = reader.choice("outcome-\(id)", label: "扱い", as: VoiceOutcome.self)
    let seen = request.form.first("seen").flatMap { Int($0) }
    if seen == nil, reader.faults.isEmpty {
      throw SiteError.badRequest("回答の版がありません。画面を読み込み直してください。")
    }
    guard reader.faults.isEmpty, let text, let outcome, let seen else {
      return .mend(try await page(request, reader.faults).content)
    }
    let isWritten = try await CommitteeErrors.told {
      try await desk(request).answer(id, text, outcome, seen: seen)
    }
    guard isWritten else {
      let words = "ほかの人が先に回答しました。上の回答を確かめ、必要なら書き直して保存してください。"
      return .mend(try await page(request, [FormFault("answer-\(id)", words)]).content)
    }
    return .redirect(to: CommitteePaths.voices, notice: Notice(.success, "回答を保存しました。"))
  }

  private func page(_ request: SignedInRequest, _ faults: [FormFault]) async throws -> VoicesPage {
    var page = try await page(request)
    page.faults = faults
    page.entered = request.form
    return page
  }

  private func page(_ request: SignedInRequest) async throws -> VoicesPage {
    let plan = plan
    let actor = request.actor
    let today = request.today
    let units = request.units
    let token = request.formToken
    let once = request.freshOnce()
    return try await CommitteeErrors.told {
      try await request.database.read { connection in
        let code = try plan.version(for: today.fiscalYear, on: connection).plan.code
        let tree = try units.tree(asOf: today, on: connection)
        let employers = try EmployerRecords.all(on: connection)
        let seesAll = MeetingRoutes.readers.admits(actor)
        let reach = seesAll ? nil : tree.descendants(of: actor.headedUnits)
        let year = today.fiscalYear.firstDay...today
        let delays =
          seesAll ? try VoiceRecords.delays(of: code, in: year, on: connection) : (received: 0, delays: [])
        let voices = try VoiceRecords.all(of: code, units: reach, limit: VoicesPage.most, on: connection)
        return VoicesPage(
          voices: voices,
          received: seesAll ? delays.received : voices.count { year.contains($0.receivedOn) },
          delays: seesAll ? delays.delays : Self.delays(voices, in: year),
          places: VoicePlaces.offered(to: actor, in: tree, employers),
          placeNames: VoicePlaces.names(in: tree, employers),
          mayAnswer: MeetingRoutes.writers.admits(actor),
          mayRecord: Self.recorders.admits(actor),
          readsMeetings: seesAll,
          token: token,
          once: once
        )
      }
    }
  }

  private static func delays(_ voices: [Voice], in days: ClosedRange<CivilDate>) -> [Int] {
    voices.filter { days.contains($0.receivedOn) }.compactMap { voice in
      voice.answer.map { voice.receivedOn.distance(to: $0.answeredOn) }
    }
  }
}

/// 声の部署: where a voice came from, as it stands in a form: `employer:1`, `unit:45`.
enum VoicePlaces {
  /// Heads choose among their own units, the secretariat among employers and the units at the top.
  static func offered(to actor: Actor, in tree: UnitTree, _ employers: [Employer]) -> [Fields.Choice] {
    let own = tree.ordered.filter { actor.headedUnits.contains($0.id) }.map(\.id)
    let tops = actor.has(.secretariat) ? tree.roots.map(\.id) : []
    let whole =
      actor.has(.secretariat) ? employers.map { Fields.Choice("employer:\($0.id)", "\($0.name)全体") } : []
    let units = (own + tops.filter { !own.contains($0) }).map { id in
      Fields.Choice("unit:\(id)", tree.path(of: id) ?? "")
    }
    return units + whole
  }

  static func names(in tree: UnitTree, _ employers: [Employer]) -> [String: String] {
    let units = tree.ordered.map { ("unit:\($0.id)", tree.path(of: $0.id) ?? $0.name) }
    let whole = employers.map { ("employer:\($0.id)", "\($0.name)全体") }
    return Dictionary(units + whole) { first, _ in first }
  }

  static func place(
    _ code: String,
    in tree: UnitTree,
    _ employers: [Employer]
  ) -> (employer: RecordID<Employer>, unit: RecordID<OrganizationUnit>?)? {
    if let unit = tree.ordered.first(where: { "unit:\($0.id)".utf8.elementsEqual(code.utf8) }) {
      return (unit.employer, unit.id)
    }
    return employers.first { "employer:\($0.id)".utf8.elementsEqual(code.utf8) }.map { ($0.id, nil) }
  }
}
