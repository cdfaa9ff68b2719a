internal import Access
internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store

/// Patterns of claims, and the file by which presence and claims are checked by somebody independent.
enum PatternRoutes {
  static let readers: AccessRule = .anyOf([.hr, .auditor])

  static let all: [Route] = [
    Route(.get, "/presence/patterns", allow: readers, list),
    Route(.get, "/presence/patterns/csv", allow: readers, file),
    Route(.get, "/presence/match/csv", allow: readers, match),
    Route(.get, "/presence/patterns/{person}", allow: readers) { request in
      .page(try await person(request).content)
    },
    Route(.post, "/presence/patterns/{person}/notes", allow: readers, note),
  ]

  /// What was asked for: which units, by their choice in the form.
  private struct Chosen: Sendable {
    let choices: [Fields.Choice]
    let value: String
    let units: Set<RecordID<OrganizationUnit>>
  }

  private static let everything = "all"

  /// The unit asked for within reach, or the first of all.
  private static func chosen(_ request: SignedInRequest, in tree: UnitTree) -> Chosen {
    let units = PatternReach(request.actor).units(in: tree)
    let asked = request.query.first("unit") ?? ""
    let choices = units.map { Fields.Choice("\($0.id)", tree.path(of: $0.id) ?? $0.name) }
    let all = [Fields.Choice(everything, "すべての組織（時間がかかります）")]
    let unit = units.first { "\($0.id)".utf8.elementsEqual(asked.utf8) } ?? units.first
    guard let unit, !asked.utf8.elementsEqual(everything.utf8) else {
      return Chosen(choices: choices + all, value: everything, units: Set(units.map(\.id)))
    }
    let below = tree.descendants(of: unit.id).intersection(units.map(\.id))
    return Chosen(choices: choices + all, value: "\(unit.id)", units: below)
  }

  private static func asked(_ request: SignedInRequest) -> PatternsAsked {
    let before = request.today.yearMonth.adding(months: -1)
    let month = request.query.first("month").flatMap { YearMonth(iso: $0) } ?? before
    return PatternsAsked(
      month: min(month, request.today.yearMonth),
      kind: request.query.first("kind").flatMap { PatternKind(rawValue: $0) }
    )
  }

  private static func list(_ request: SignedInRequest) async throws -> Reply {
    .page(try await page(request).content)
  }

  private static func page(_ request: SignedInRequest) async throws -> PatternsPage {
    let (asked, reach) = (asked(request), PatternReach(request.actor))
    let today = request.today
    return try await request.database.read { connection in
      let chosen = chosen(request, in: try request.units.tree(asOf: today, on: connection))
      let found = try PatternQuery.found(
        in: chosen.units,
        asked: asked,
        reach: reach,
        today: today,
        on: connection
      )
      return PatternsPage(
        units: chosen.choices,
        unit: chosen.value,
        asked: asked,
        found: found,
        notes: try PatternNoteRecords.notes(of: found.map(\.person.id), on: connection)
      )
    }
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let page = try await page(request)
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["職員番号", "氏名", "傾向", "確かめること", "確認の結果"])
    for one in page.found {
      for pattern in one.patterns {
        writer.write(fields: [
          .freeText(one.person.number), .freeText(one.person.name), .value(pattern.kind.japanese),
          .value(pattern.question), .value(page.notes[one.person.id]?.last?.outcome.japanese ?? ""),
        ])
      }
    }
    return .download(
      name: "shinkoku-keiko-\(page.asked.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: writer.bytes
    )
  }

  /// Presence beside claims, every day of the month.
  private static func match(_ request: SignedInRequest) async throws -> Reply {
    let (asked, reach) = (asked(request), PatternReach(request.actor))
    let today = request.today
    let bytes = try await request.database.read { connection in
      let chosen = chosen(request, in: try request.units.tree(asOf: today, on: connection))
      let people = try UnitGapsQuery.people(
        of: chosen.units,
        asOf: min(today, asked.month.lastDay),
        on: connection
      ).filter { !reach.isOwn($0.id) }
      let names = Dictionary(try EmployerRecords.all(on: connection).map { ($0.id, $0.name) }) { first, _ in
        first
      }
      var writer = try PresenceFile.writer()
      try PresenceQuery.forEach(people, in: asked.month.days, today: today, on: connection) { person, days in
        for day in days {
          PresenceFile.write(person, day, employer: names[person.employer] ?? "", to: &writer)
        }
      }
      return writer.bytes
    }
    return .download(
      name: "zaicho-shinkoku-\(asked.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: bytes
    )
  }

  private static func person(_ request: SignedInRequest) async throws -> PersonPatternsPage {
    let id: RecordID<Employee> = try request.id("person")
    let (asked, reach) = (asked(request), PatternReach(request.actor))
    let (today, token, once) = (request.today, request.formToken, request.freshOnce())
    let page = try await request.database.read { connection -> PersonPatternsPage? in
      try PatternQuery.person(id, asked: asked, reach: reach, today: today, on: connection).map { shown in
        PersonPatternsPage(
          shown: shown,
          notes: try PatternNoteRecords.notes(of: [id], on: connection)[id] ?? [],
          month: asked.month,
          token: token,
          once: once
        )
      }
    }
    guard let page else { throw SiteError.notFound }
    return page
  }

  private static func note(_ request: SignedInRequest) async throws -> Reply {
    var page = try await person(request)
    var reader = FormReader(request.form)
    let asked = reader.text("asked", label: "だれに聞いたか", most: 100)
    let outcome = reader.choice("outcome", label: "結果", as: PatternNote.Outcome.self)
    let words = reader.text("words", label: "分かったこと", most: 2000)
    guard reader.faults.isEmpty, let asked, let outcome, let words else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let employee = page.shown.person.id
    try await PresenceErrors.told {
      try await PresenceDesk(request).note(asked, outcome, words, about: employee)
    }
    let notice = Notice(.success, "確認の記録を加えました。")
    return .redirect(to: PresencePaths.person(employee, through: page.month), notice: notice)
  }
}
