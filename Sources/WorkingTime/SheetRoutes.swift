internal import Access
internal import CivilTime
internal import Site
internal import Store

/// What the sheet of one's month does.
struct SheetRoutes: Sendable {
  /// Who knows more of the days.
  let sources: [DayNoteSource]

  var all: [Route] {
    [
      Route(.get, "/working-time/months/{month}/sheet", allow: .anyOf([.staff]), open),
      Route(.post, "/working-time/months/{month}/sheet", allow: .anyOf([.staff]), post),
    ]
  }

  @Sendable private func open(_ request: SignedInRequest) async throws -> Reply {
    let facts = try await facts(request)
    return .page(page(request, facts, SheetReading(facts: facts).standing, .opened).content)
  }

  @Sendable private func post(_ request: SignedInRequest) async throws -> Reply {
    let entries = SheetFields.entries(request.form, try request.month("month"))
    let isCheck = request.form.first("act")?.utf8.elementsEqual(SheetFields.check.utf8) ?? false
    return isCheck ? try await check(request, entries) : try await claim(request, entries)
  }

  /// Copies into the rows that were ticked, and shows what would be claimed.
  private func check(_ request: SignedInRequest, _ entries: [SheetEntry]) async throws -> Reply {
    let source = SheetFields.source(request.form)
    let (copied, empty) = source.copied(into: entries)
    let facts = try await facts(request)
    let rows = SheetReading(facts: facts).rows(copied)
    let days = empty.map(SheetWords.day).joined(separator: "、")
    let others =
      empty.isEmpty
      ? [] : [FormFault(SheetFields.source, "\(days)に写す内容がありません。入力のある日を「写すもと」に選んでください。")]
    return answer(request, facts, rows, others, source: source)
  }

  private func claim(_ request: SignedInRequest, _ entries: [SheetEntry]) async throws -> Reply {
    let source = SheetFields.source(request.form)
    guard !entries.contains(where: \.isTarget) else {
      let facts = try await facts(request)
      let fault = FormFault(SheetFields.source, "「写す」に印があります。「写して確かめる」を押すか、印を外してから申告してください。")
      return answer(request, facts, SheetReading(facts: facts).rows(entries), [fault], source: source)
    }
    let month = try request.month("month")
    let outcome: SheetDesk.Outcome?
    do {
      outcome = try await SheetDesk(database: request.database, ids: request.ids).claim(
        entries,
        in: month,
        for: request.actor,
        at: request.now,
        once: request.once
      )
    } catch is OnceAct.Refusal {
      throw WorkingTimeReach.sentOtherwise
    }
    switch outcome {
    case nil: throw SiteError.notFound
    case .written(let days, let overtime):
      let notice = Notice(.success, "\(days)日分の超過勤務、合わせて\(overtime.japanese)を申告しました。")
      return .redirect(to: Paths.ownMonth(month), notice: notice)
    case .mend(let rows):
      let facts = try await facts(request)
      let isUnchanged = rows.allSatisfy { $0.outcome == .unchanged }
      let first = month.days.first { $0 <= facts.lastDay }.map { SheetFields.name(.times, $0) }
      let fault = FormFault(first ?? SheetFields.source, "変更した日がありません。申告する日の時間帯と業務の内容を入力してください。")
      return answer(request, facts, rows, isUnchanged ? [fault] : [], source: source)
    }
  }

  private func answer(
    _ request: SignedInRequest,
    _ facts: SheetFacts,
    _ rows: [SheetRow],
    _ others: [FormFault],
    source: SheetSource
  ) -> Reply {
    let isSound = others.isEmpty && rows.allSatisfy { $0.faults.isEmpty }
    var page = page(request, facts, rows, isSound ? .checked : .faulty)
    page.others = others
    page.source = source
    return isSound ? .page(page.content) : .mend(page.content)
  }

  private func page(
    _ request: SignedInRequest,
    _ facts: SheetFacts,
    _ rows: [SheetRow],
    _ state: SheetPage.State
  ) -> SheetPage {
    SheetPage(
      facts: facts,
      rows: rows,
      state: state,
      formToken: request.formToken,
      once: request.freshOnce()
    )
  }

  private func facts(_ request: SignedInRequest) async throws -> SheetFacts {
    let employee = try WorkingTimeReach.employee(request)
    let month = try request.month("month")
    let today = request.today
    let sources = sources
    let facts = try await request.database.glance { connection in
      try SheetFacts(of: employee, month, today: today, notes: sources, on: connection)
    }
    guard let facts else { throw SiteError.notFound }
    return facts
  }
}
