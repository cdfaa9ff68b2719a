internal import Access
internal import CivilTime
internal import Indicators
internal import Plan
internal import Site
internal import Store

/// Paths of the follow-up, who may use them, and what they do.
struct ReportRoutes: Sendable {
  /// Those who make the report, judge it or answer for it.
  static let readers: AccessRule = .anyOf([.secretariat, .committee, .executive, .hr])
  /// Those who write it and take it from body to body.
  static let writers: AccessRule = .anyOf([.secretariat])

  private let reading: ReportReading

  init(definitions: [Indicator.Definition]) {
    reading = ReportReading(assembly: FollowUpAssembly(definitions: definitions))
  }

  var all: [Route] {
    [
      Route(.get, "/plan/report/{year}", allow: Self.readers, report),
      Route(.get, "/plan/report/{year}/html", allow: Self.readers) { try await file(.html, $0) },
      Route(.get, "/plan/report/{year}/markdown", allow: Self.readers) { try await file(.markdown, $0) },
      Route(.get, "/plan/report/{year}/csv", allow: Self.readers) { try await file(.csv, $0) },
      Route(.get, "/plan/report/{year}/json", allow: Self.readers) { try await file(.json, $0) },
      Route(.get, "/plan/report/{year}/differences", allow: Self.readers, differences),
      Route(.get, "/plan/report/{year}/snapshots/{snapshot}", allow: Self.readers, snapshot),
      Route(.get, "/plan/report/{year}/subjects/{subject}", allow: Self.writers, subject),
      Route(.post, "/plan/report/{year}/subjects/{subject}", allow: Self.writers, write),
      Route(.post, "/plan/report/{year}/step", allow: Self.writers, step),
    ]
  }

  @Sendable private func report(_ request: SignedInRequest) async throws -> Reply {
    .page(try await page(request, .standing, asked: nil).content)
  }

  @Sendable private func snapshot(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<ReportSnapshot> = try request.id("snapshot")
    return .page(try await page(request, .snapshot(id), asked: id).content)
  }

  private func page(
    _ request: SignedInRequest,
    _ source: ReportSource,
    asked: RecordID<ReportSnapshot>?
  ) async throws -> ReportPage {
    let year = try Self.year(request)
    return ReportPage(
      report: try await read(request, year, source),
      asked: asked,
      isSecretariat: Self.writers.admits(request.actor),
      today: request.today,
      token: request.formToken
    )
  }

  private func file(_ format: ReportFormat, _ request: SignedInRequest) async throws -> Reply {
    let year = try Self.year(request)
    let report = try await read(request, year, .standing)
    return .download(
      name: "follow-up-\(year.startYear).\(format.fileExtension)",
      contentType: format.contentType,
      bytes: try format.bytes(of: report)
    )
  }

  @Sendable private func differences(_ request: SignedInRequest) async throws -> Reply {
    let year = try Self.year(request)
    let this = try await read(request, year, .standing)
    let last = try await read(request, year.advanced(by: -1), .standing)
    return .page(DifferencesPage(last: last.content, this: this.content).content)
  }

  @Sendable private func subject(_ request: SignedInRequest) async throws -> Reply {
    .page(try await subjectPage(request).content)
  }

  @Sendable private func write(_ request: SignedInRequest) async throws -> Reply {
    let year = try Self.year(request)
    guard let subject = request.parameters["subject"].flatMap({ ReportSubject(key: $0) }) else {
      throw SiteError.notFound
    }
    var reader = FormReader(request.form)
    var drafts: [TextDraft] = []
    for field in subject.fields {
      let text = reader.optionalText(field.rawValue, label: field.japanese, most: ReportField.most)
      let seen = request.form.first("\(field.rawValue)-seen").flatMap { Int($0) }
      guard let seen, seen >= 0 else { throw SiteError.badRequest("記入欄の版がありません。画面を読み込み直してください。") }
      drafts.append(TextDraft(field: field, text: text ?? "", seen: seen))
    }
    guard reader.faults.isEmpty else {
      var page = try await subjectPage(request)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let writing = ReportWriting(database: request.database, ids: request.ids, assembly: reading.assembly)
    let outcome = try await Self.orConflict {
      try await writing.write(drafts, about: subject, in: year, by: request.actor, at: request.now)
    }
    guard case .overtaken(let texts) = outcome else {
      return .redirect(to: ReportPaths.report(year), notice: Notice(.success, "記入を保存しました。"))
    }
    var page = try await subjectPage(request)
    page.overtaken = texts
    page.entered = request.form
    return .mend(page.content)
  }

  @Sendable private func step(_ request: SignedInRequest) async throws -> Reply {
    let year = try Self.year(request)
    var reader = FormReader(request.form)
    let move = reader.choice("move", label: "操作", as: ReportMove.self)
    let day = reader.date("day", label: "扱った日")
    let note = reader.optionalText("note", label: "理由", most: 400)
    if let move, move.needsNote, note == nil { reader.add("note", FollowUpError.noteMissing.japanese) }
    if let day, day > request.today { reader.add("day", FollowUpError.impossibleDay.japanese) }
    let seen = request.form.first("seen").flatMap { Int($0) }
    guard reader.faults.isEmpty, let move, let day, let seen else {
      var page = try await page(request, .standing, asked: nil)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let order = StepOrder(move: move, day: day, note: note, seenSteps: seen)
    let stepping = ReportStepping(database: request.database, ids: request.ids, reading: reading)
    let stage = try await Self.orConflict {
      try await stepping.step(order, in: year, by: request.actor, at: request.now)
    }
    let notice = Notice(.success, "報告を「\(stage.japanese)」にしました。")
    return .redirect(to: ReportPaths.report(year), notice: notice)
  }

  private func subjectPage(_ request: SignedInRequest) async throws -> SubjectPage {
    let year = try Self.year(request)
    guard let subject = request.parameters["subject"].flatMap({ ReportSubject(key: $0) }) else {
      throw SiteError.notFound
    }
    let reading = reading
    let token = request.formToken
    let today = request.today
    return try await Self.orNotFound {
      try await request.database.read { connection in
        let report = try reading.report(of: year, from: .live, today: today, on: connection)
        guard subject.isIn(report.content.plan) else { throw SiteError.notFound }
        return SubjectPage(
          subject: subject,
          report: report,
          texts: try ReportTextRecords.newest(of: report.standing.report, on: connection),
          history: try ReportTextRecords.history(of: subject, in: report.standing.report, on: connection),
          token: token
        )
      }
    }
  }

  private func read(
    _ request: SignedInRequest,
    _ year: FiscalYear,
    _ source: ReportSource
  ) async throws -> ReadReport {
    let reading = reading
    let today = request.today
    return try await Self.orConflict {
      try await request.database.read { connection in
        try reading.report(of: year, from: source, today: today, on: connection)
      }
    }
  }
}

extension ReportRoutes {
  /// What there is not, or not yet, is told as such.
  static func orNotFound<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch PlanReadingError.noPlan, FollowUpError.noSnapshot, FollowUpError.noSuchSubject {
      throw SiteError.notFound
    }
  }

  /// What the state of the report does not allow is told in words.
  private static func orConflict<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await orNotFound(body)
    } catch let error as FollowUpError {
      throw SiteError.conflict(error.japanese)
    }
  }

  /// The year of the path, `YYYY`, as far as this fiscal year.
  static func year(_ request: SignedInRequest) throws(SiteError) -> FiscalYear {
    guard let year = year(request.parameters["year"], today: request.today) else { throw .notFound }
    return year
  }

  /// A year as four ASCII digits, from 2000 to this fiscal year.
  static func year(_ text: String?, today: CivilDate) -> FiscalYear? {
    // The month reader takes four ASCII digits only.
    guard let text, let april = YearMonth(iso: text + "-04"), april.year >= 2000,
      april.fiscalYear <= today.fiscalYear
    else { return nil }
    return april.fiscalYear
  }
}
