internal import Access
internal import CivilTime
internal import DisclosureRules
internal import FollowUps
internal import Indicators
internal import Journal
internal import People
internal import Plan
internal import Site
internal import Store

/// Paths of publication, who may use them, and what they do.
struct PublicationRoutes: Sendable {
  /// Those who publish for the plan, and the personnel authorities of its employers.
  static let publishers: AccessRule = .anyOf([.secretariat, .hr])
  /// Those who answer for what is known of few people.
  static let personnel: AccessRule = .anyOf([.hr])

  let indicators: [Indicator]

  var all: [Route] {
    [
      Route(.get, "/plan/publication", allow: Self.publishers, newest),
      Route(.get, "/plan/publication/{year}", allow: Self.publishers, page),
      Route(.get, "/plan/publication/{year}/implementation", allow: Self.publishers) { request in
        try await file(.implementation, request)
      },
      Route(.get, "/plan/publication/{year}/disclosure", allow: Self.publishers) { request in
        try await file(.disclosure, request)
      },
      Route(.get, "/plan/publication/{year}/employers/{employer}", allow: Self.publishers, employer),
      Route(.post, "/plan/publication/{year}/employers/{employer}", allow: Self.publishers, save),
      Route(
        .post,
        "/plan/publication/{year}/employers/{employer}/release",
        allow: Self.personnel,
        release
      ),
    ]
  }

  /// The year that is published next: the one before this.
  @Sendable private func newest(_ request: SignedInRequest) async throws -> Reply {
    .redirect(to: Paths.year(request.today.fiscalYear.advanced(by: -1)))
  }

  @Sendable private func page(_ request: SignedInRequest) async throws -> Reply {
    let year = try year(request)
    let known = try await material(year, request)
    let page = PublicationPage(
      material: known,
      own: try await own(request).map { (code: $0.code, id: $0.id) },
      today: request.today
    )
    return .page(page.content)
  }

  private func file(_ file: PublicData, _ request: SignedInRequest) async throws -> Reply {
    let year = try year(request)
    let actor = JournalActor.account(request.actor.account.number)
    let bytes = try await orNotFound {
      try await publishing(request).file(file, year: year, actor: actor)
    }
    return .download(
      name: "\(file.rawValue)-\(year.startYear).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: bytes
    )
  }

  @Sendable private func employer(_ request: SignedInRequest) async throws -> Reply {
    .page(try await employerPage(request, form: nil).content)
  }

  @Sendable private func save(_ request: SignedInRequest) async throws -> Reply {
    let year = try year(request)
    let employer = try await ownEmployer(request)
    let form = SettingForm(posted: request.request.form, year: year)
    guard form.faults.isEmpty else {
      return .mend(try await employerPage(request, form: form).content)
    }
    guard let seen = request.request.form.first(SettingForm.seen).flatMap({ Int64($0) }), seen >= 0 else {
      throw SiteError.badRequest("設定の版がありません。画面を読み込み直してください。")
    }
    let draft = SettingDraft(values: form.values, seen: seen)
    switch try await service(request).set(draft, of: employer.id, in: year) {
    case .overtaken(let changes):
      var form = form
      form.overtaken = changes
      return .mend(try await employerPage(request, form: form).content)
    case .written(let changed):
      let words = changed == 0 ? "変わった設定はありません。" : "設定を保存しました。"
      return .redirect(to: Paths.employer(employer.id, year), notice: Notice(.success, words))
    }
  }

  @Sendable private func release(_ request: SignedInRequest) async throws -> Reply {
    let year = try year(request)
    let employer = try await ownEmployer(request)
    // A granted reach, not the secretariat's: only the personnel authority of this very employer decides it.
    guard request.actor.personnelEmployers.contains(employer.id) else { throw SiteError.notFound }
    let form = request.request.form
    guard let table = form.first("table").flatMap({ PayGapRow.Table(rawValue: $0) }),
      let key = form.first("row"), let row = PayGapRow(table: table, key: key)
    else { throw SiteError.badRequest("給与の差異の行を選び直してください。") }
    let isReleased = form.first("release") == "yes"
    let isDone = try await service(request).release(
      row,
      named: form.first("figure") ?? "",
      isReleased: isReleased,
      of: employer.id,
      in: year
    )
    guard isDone else {
      throw SiteError.conflict("「\(row.japanese)」の差異が計算し直されたか、取り込み直されました。新しい値を見てから決めてください。")
    }
    let words = isReleased ? "「\(row.japanese)」を公表することにしました。" : "「\(row.japanese)」を非表示に戻しました。"
    return .redirect(to: Paths.employer(employer.id, year), notice: Notice(.success, words))
  }

  private func employerPage(_ request: SignedInRequest, form: SettingForm?) async throws -> EmployerPage {
    let year = try year(request)
    let employer = try await ownEmployer(request)
    let known = try await material(year, request)
    guard let shown = known.employers.first(where: { $0.code == employer.code }) else {
      throw SiteError.notFound
    }
    return EmployerPage(
      employer: shown,
      id: employer.id,
      year: year,
      form: form ?? SettingForm(shown.settings),
      isPersonnel: request.actor.personnelEmployers.contains(employer.id),
      token: request.formToken
    )
  }
}

extension PublicationRoutes {
  private func publishing(_ request: SignedInRequest) -> Publishing {
    Publishing(
      database: request.database,
      clock: request.request.services.clock,
      ids: request.ids,
      indicators: indicators
    )
  }

  private func service(_ request: SignedInRequest) -> SettingService {
    SettingService(
      database: request.database,
      ids: request.ids,
      actor: request.actor,
      now: request.request.now
    )
  }

  private func material(_ year: FiscalYear, _ request: SignedInRequest) async throws -> PublicationMaterial {
    let publishing = publishing(request)
    return try await orNotFound { try await publishing.material(year: year) }
  }

  /// The employers for which the visitor publishes: all for the secretariat, one's own for a personnel authority.
  private func own(_ request: SignedInRequest) async throws -> [Employer] {
    let all = try await request.database.read { try EmployerRecords.all(on: $0) }
    if request.actor.has(.secretariat) { return all }
    return all.filter { request.actor.personnelEmployers.contains($0.id) }
  }

  private func ownEmployer(_ request: SignedInRequest) async throws -> Employer {
    let id = try request.id("employer", Employer.self)
    guard let employer = try await own(request).first(where: { $0.id == id }) else {
      throw SiteError.notFound
    }
    return employer
  }

  private func orNotFound<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch PlanReadingError.noPlan {
      throw SiteError.notFound
    }
  }

  /// The year of the path, `YYYY`, as far as this fiscal year.
  private func year(_ request: SignedInRequest) throws(SiteError) -> FiscalYear {
    // The month reader takes four ASCII digits only.
    guard let text = request.parameters["year"], let april = YearMonth(iso: text + "-04"),
      april.year >= 2000, april.fiscalYear <= request.today.fiscalYear
    else { throw .notFound }
    return april.fiscalYear
  }
}
