internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// Paths of an employer's months, and what they do.
struct OverviewRoutes: Sendable {
  let sources: [MonthConcernSource]

  var all: [Route] {
    [
      Route(.get, "/closing/overview/{month}", allow: .anyOf([.hr])) { request in
        .page(try await page(request).content)
      },
      Route(.post, "/closing/overview/{month}/terms", allow: .anyOf([.hr]), terms),
      Route(.post, "/closing/overview/{month}/sweep", allow: .anyOf([.hr]), sweep),
    ]
  }

  private func page(_ request: SignedInRequest) async throws -> OverviewPage {
    let month = try request.month("month")
    let desk = ClosingDesk(request, sources)
    let employers = try await request.database.read { try desk.employers(month, on: $0) }
    return OverviewPage(
      employers: employers,
      month: month,
      today: request.today,
      showsAll: request.query.first("all") == "1",
      token: request.formToken,
      once: request.freshOnce()
    )
  }

  /// One of the visitor's employers; any other is not there.
  private func employer(_ request: SignedInRequest) throws(SiteError) -> RecordID<Employer> {
    guard let employer = request.form.first("employer").flatMap({ RecordID<Employer>(text: $0) }),
      request.actor.personnelEmployers.contains(employer)
    else { throw .notFound }
    return employer
  }

  @Sendable private func terms(_ request: SignedInRequest) async throws -> Reply {
    let month = try request.month("month")
    let employer = try employer(request)
    var form = FormReader(request.form)
    let range = 1...ClosingTerms.latest
    let confirm = form.integer("confirm-\(employer)", label: "本人の確認", in: range)
    let check = form.integer("check-\(employer)", label: "点検", in: range)
    let approve = form.integer("approve-\(employer)", label: "確定", in: range)
    let timeOut = form.integer("time-out-\(employer)", label: "最終の期限", in: range)
    var chosen: ClosingTerms?
    if let confirm, let check, let approve, let timeOut {
      chosen = ClosingTerms(confirm: confirm, check: check, approve: approve, timeOut: timeOut)
      if chosen == nil { form.add("confirm-\(employer)", "本人の確認、点検、確定、最終の期限の順に、大きくなる数を入力してください。") }
    }
    // What is closed by its days stays so: a new rule counts from a month that is not yet due.
    if month < request.today.yearMonth.adding(months: -1) {
      form.add("confirm-\(employer)", "過ぎた月の期限は変えられません。前の月からの定めを変えてください。")
    }
    guard let chosen, form.faults.isEmpty else {
      var page = try await page(request)
      page.faults = form.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await ClosingDesk.told {
      try await ClosingDesk(request, sources).set(chosen, of: employer, from: month, once: request.once)
    }
    return .redirect(
      to: ClosingPaths.overview(month),
      notice: Notice(.success, "\(month.japanese)分からの期限を定めました。")
    )
  }

  @Sendable private func sweep(_ request: SignedInRequest) async throws -> Reply {
    let month = try request.month("month")
    let employer = try employer(request)
    let actor = request.actor
    let report = try await ClosingSweep(database: request.database, ids: request.ids).close(
      employer,
      month,
      by: .account(actor.account.number, name: actor.name),
      at: request.now
    )
    return .redirect(
      to: ClosingPaths.overview(month),
      notice: Notice(.success, "\(report.closed)人の月を期限切れとして確定しました。期限の残る人は\(report.notDue)人です。")
    )
  }
}
