internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// Paths of the months of units, and what they do.
struct UnitRoutes: Sendable {
  let sources: [MonthConcernSource]

  var all: [Route] {
    let readers = WorkingTimeReach.unitReaders
    return [
      Route(.get, "/closing/units/{unit}/{month}", allow: readers, unit),
      Route(.post, "/closing/units/{unit}/{month}/review", allow: readers, review),
      Route(.post, "/closing/units/{unit}/{month}/decide", allow: readers, decide),
      Route(.get, "/closing/units/{unit}/{month}/sheets", allow: readers, sheets),
      Route(.get, "/closing/units/{unit}/{month}/csv", allow: readers, file),
    ]
  }

  @Sendable private func unit(_ request: SignedInRequest) async throws -> Reply {
    .page(UnitClosingPage(closing: try await closing(request), token: request.formToken).content)
  }

  @Sendable private func review(_ request: SignedInRequest) async throws -> Reply {
    let closing = try await closing(request)
    let act = try act(request)
    let ids = Set(request.form.all("person").compactMap { RecordID<Employee>(text: $0) })
    let chosen = closing.all.filter { ids.contains($0.person.id) }
    guard !chosen.isEmpty else {
      var page = UnitClosingPage(closing: closing, token: request.formToken)
      page.faults = [FormFault("people", "\(ClosingWords.act(act))する職員を1人以上選んでください。")]
      return .mend(page.content)
    }
    let page = ClosingReviewPage(
      closing: closing,
      act: act,
      chosen: chosen,
      token: request.formToken,
      once: request.freshOnce()
    )
    return .page(page.content)
  }

  @Sendable private func decide(_ request: SignedInRequest) async throws -> Reply {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let month = try request.month("month")
    let ticks =
      request.form.all("person").compactMap { ClosingTick($0) }
      + request.form.all("warned").compactMap { ClosingTick($0, isWarned: true) }
    let act = try act(request)
    let told = try await ClosingDesk.told {
      try await ClosingDesk(request, sources).decide(act, ticks, in: unit, month, once: request.once)
    }
    guard let told else { throw SiteError.notFound }
    return .redirect(to: ClosingPaths.unit(unit, month), notice: Notice(told.kind, told.text))
  }

  @Sendable private func sheets(_ request: SignedInRequest) async throws -> Reply {
    let closing = try await closing(request)
    let page = AttendancePage(
      cases: closing.members,
      month: closing.month,
      unitName: closing.path,
      unitNames: [closing.unit.id: closing.path]
    )
    return .page(page.content)
  }

  @Sendable private func file(_ request: SignedInRequest) async throws -> Reply {
    let closing = try await closing(request)
    return .download(
      name: "kakutei-\(closing.unit.id)-\(closing.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try ClosedFile.bytes(closing.members)
    )
  }

  private func act(_ request: SignedInRequest) throws(SiteError) -> ClosingAct {
    switch request.form.first("act").flatMap({ ClosingAct(rawValue: $0) }) {
    case .check: return .check
    case .approve: return .approve
    case .confirm, .object, .sendBack, nil:
      throw .badRequest("点検か確定かを読み取れませんでした。組織の画面からもう一度操作してください。")
    }
  }

  private func closing(_ request: SignedInRequest) async throws -> UnitClosing {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let month = try request.month("month")
    let desk = ClosingDesk(request, sources)
    let found = try await request.database.read { try desk.unit(unit, month, on: $0) }
    guard let found else { throw SiteError.notFound }
    return found
  }
}
