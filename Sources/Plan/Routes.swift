internal import Access
internal import CivilTime
internal import Indicators
internal import Site
internal import Store

/// Paths of the plan, who may use them, and what they do.
struct PlanRoutes: Sendable {
  /// Everyone who is employed: the plan must be known to all staff (女性活躍推進法第19条).
  static let readers: AccessRule = .anyOf([.staff])
  /// Those who make the report, judge it or answer for it.
  static let reportReaders: AccessRule = .anyOf([.secretariat, .committee, .executive, .hr])

  private let computation: FigureComputation
  private let current = CurrentPlan()

  init(indicators: [Indicator]) {
    computation = FigureComputation(indicators: indicators)
  }

  var all: [Route] {
    [
      Route(.get, "/plan", allow: Self.readers, home),
      Route(.get, "/plan/measures/{id}", allow: Self.readers, measure),
      Route(.get, "/plan/report/{year}", allow: Self.reportReaders, report),
      Route(.get, "/plan/report/{year}/markdown", allow: Self.reportReaders, reportFile),
    ]
  }

  private func planReport(_ request: SignedInRequest) -> PlanReport {
    PlanReport(database: request.database, computation: computation, current: current)
  }

  @Sendable private func home(_ request: SignedInRequest) async throws -> Reply {
    let filter = request.query.first("state").flatMap { PlanHomePage.Filter(rawValue: $0) }
    do {
      let followUp = try await planReport(request).followUp(year: shownYear(request), today: request.today)
      let page = PlanHomePage(
        followUp: followUp,
        today: request.today,
        filter: filter ?? .all,
        readsReport: Self.reportReaders.admits(request.actor)
      )
      return .page(page.content)
    } catch PlanReadingError.noPlan {
      return .page(NoPlanPage.content)
    }
  }

  @Sendable private func measure(_ request: SignedInRequest) async throws -> Reply {
    guard let id = request.parameters["id"].flatMap({ MeasureID($0) }) else { throw SiteError.notFound }
    let year = shownYear(request)
    let today = request.today
    let shown = try await orNotFound { try await planReport(request).measure(id, year: year, today: today) }
    guard let shown else { throw SiteError.notFound }
    return .page(MeasurePage(shown: shown).content)
  }

  @Sendable private func report(_ request: SignedInRequest) async throws -> Reply {
    .page(FollowUpPage(followUp: try await followUp(request)).content)
  }

  @Sendable private func reportFile(_ request: SignedInRequest) async throws -> Reply {
    let followUp = try await followUp(request)
    return .download(
      name: "follow-up-\(followUp.year.startYear).md",
      contentType: "text/markdown; charset=utf-8",
      bytes: Array(FollowUpMarkdown.text(followUp).utf8)
    )
  }

  private func followUp(_ request: SignedInRequest) async throws -> FollowUp {
    let year = try reportYear(request)
    return try await orNotFound { try await planReport(request).followUp(year: year, today: request.today) }
  }

  private func orNotFound<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch PlanReadingError.noPlan {
      throw SiteError.notFound
    }
  }

  /// This fiscal year, or the last one when the query asks for it.
  private func shownYear(_ request: SignedInRequest) -> FiscalYear {
    let this = request.today.fiscalYear
    let last = this.advanced(by: -1)
    return request.query.first("year") == "\(last.startYear)" ? last : this
  }

  /// The year of the path, `YYYY`, as far as this fiscal year.
  private func reportYear(_ request: SignedInRequest) throws(SiteError) -> FiscalYear {
    // The month reader takes four ASCII digits only.
    guard let text = request.parameters["year"], let april = YearMonth(iso: text + "-04"),
      april.year >= 2000, april.fiscalYear <= request.today.fiscalYear
    else { throw .notFound }
    return april.fiscalYear
  }
}
