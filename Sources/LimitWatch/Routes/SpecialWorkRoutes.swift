internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// Paths of the register of special work, who may use them, and what they do.
enum SpecialWorkRoutes {
  static let writers: AccessRule = .anyOf([.superior, .hr])

  static let all: [Route] = [
    Route(.get, "/limits/special-work", allow: WorkingTimeReach.unitReaders) { request in
      .page(try await list(request).content)
    },
    Route(.get, "/limits/special-work/csv", allow: WorkingTimeReach.unitReaders, file),
    Route(.get, "/limits/special-work/units/{unit}", allow: writers) { request in
      .page(try await form(request).content)
    },
    Route(.post, "/limits/special-work/units/{unit}", allow: writers, add),
    Route(.get, "/limits/special-work/entries/{record}", allow: WorkingTimeReach.unitReaders) { request in
      .page(try await sheet(request).content)
    },
    Route(.post, "/limits/special-work/entries/{record}", allow: writers, change),
  ]

  private static func list(_ request: SignedInRequest) async throws -> SpecialWorkPage {
    let month = request.query.first("month").flatMap { YearMonth(iso: $0) } ?? request.today.yearMonth
    let (actor, units, today) = (request.actor, request.units, request.today)
    return try await request.database.read { connection in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      let former = try FormerUnits.read(beside: reach.tree, on: connection).filter(reach.answersFor)
      let seen = reach.visible.union(former.ids)
      let near = seen.union(reach.visible.flatMap { reach.tree.ancestors(of: $0).map(\.id) })
      let year = month.fiscalYear
      let works = try SpecialWorkRecords.newest(of: near, in: year.firstDay...year.lastDay, on: connection)
      let people = try StaffRecords.people(
        in: reach.scope,
        asOf: min(today, month.lastDay),
        today: today,
        on: connection
      ).filter { seen.contains($0.value.unit) }
      return SpecialWorkPage(
        month: month,
        works: works,
        questions: try SpecialWorkQuestions(month, of: people, in: reach.tree, former, on: connection),
        reach: reach,
        former: former,
        today: today
      )
    }
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    .download(
      name: "tokurei-gyomu.csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try await list(request).file()
    )
  }

  private static func form(_ request: SignedInRequest) async throws -> SpecialWorkForm {
    let unit: RecordID<OrganizationUnit> = try request.id("unit")
    let (actor, units, today) = (request.actor, request.units, request.today)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.glance { connection -> SpecialWorkForm? in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      guard let path = reach.tree.path(of: unit) else {
        let former = try FormerUnits.read(beside: reach.tree, on: connection).unit(unit)
        guard let former, reach.answersFor(former) else { return nil }
        return SpecialWorkForm(
          unit: unit,
          path: former.path,
          members: try candidates(of: former, units, on: connection),
          lastDay: former.lastDay,
          token: token,
          once: once
        )
      }
      guard reach.answersFor(unit) else { return nil }
      let below = reach.tree.descendants(of: unit)
      return SpecialWorkForm(
        unit: unit,
        path: path,
        members: try candidates(below, in: .everyone, andGone: true, today: today, on: connection),
        lastDay: nil,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  /// Today's people of the units, each once; for who answers for them also those who have left since the year before:
  /// what was ordered may be recorded late.
  private static func candidates(
    _ units: Set<RecordID<OrganizationUnit>>,
    in scope: PersonScope,
    andGone: Bool,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [SpecialWork.Candidate] {
    var seen: Set<RecordID<Employee>> = []
    let members = try MemberRecords.members(of: units, in: scope, asOf: today, on: connection)
      .filter { seen.insert($0.employee).inserted }
      .map { SpecialWork.Candidate(employee: $0.employee, name: $0.name, title: $0.title) }
    guard andGone else { return members }
    let first = today.fiscalYear.advanced(by: -1).firstDay
    let gone = try SpecialWorkRecords.gone(from: units, since: first, before: today, on: connection)
    return members + gone.filter { !seen.contains($0.employee) }
  }

  /// Whoever worked in a former unit, or below it, in its last two fiscal years.
  private static func candidates(
    of former: FormerUnit,
    _ units: UnitShelf,
    on connection: any SQLConnection
  ) throws -> [SpecialWork.Candidate] {
    let below = try units.tree(asOf: former.lastDay, on: connection).descendants(of: former.id)
    let first = former.lastDay.fiscalYear.advanced(by: -1).firstDay
    return try SpecialWorkRecords.present(in: below, during: first...former.lastDay, on: connection)
  }

  private static func add(_ request: SignedInRequest) async throws -> Reply {
    var page = try await form(request)
    let reading = SpecialWorkReading(
      request.form,
      unit: page.unit,
      members: page.memberIDs,
      lastDay: page.lastDay
    )
    guard let entry = reading.entry else {
      page.faults = reading.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await LimitWatchRefusal.told {
      try await SpecialWorkDesk(desk: RegisterDesk(request)).record(entry, after: nil, once: request.once)
    }
    return .redirect(to: LimitWatchPaths.specialWork, notice: Notice(.success, "特例業務を台帳に記録しました。"))
  }

  private static func sheet(_ request: SignedInRequest) async throws -> SpecialWorkSheet {
    let id: RecordID<SpecialWork> = try request.id("record")
    let (actor, units, today) = (request.actor, request.units, request.today)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.glance { connection -> SpecialWorkSheet? in
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      let revisions = try SpecialWorkRecords.revisions(of: id, on: connection)
      guard let newest = revisions.first else { return nil }
      let former =
        reach.tree.unit(newest.unit) == nil
        ? try FormerUnits.read(beside: reach.tree, on: connection).unit(newest.unit) : nil
      if let former {
        guard reach.answersFor(former) else { return nil }
        return SpecialWorkSheet(
          revisions: revisions,
          path: former.path,
          members: try candidates(of: former, units, on: connection),
          mayChange: true,
          lastDay: former.lastDay,
          token: token,
          once: once
        )
      }
      let isNear = reach.visible.contains { unit in
        unit == newest.unit || reach.tree.ancestors(of: unit).contains { $0.id == newest.unit }
      }
      guard isNear else { return nil }
      let below = reach.tree.descendants(of: newest.unit)
      let mayChange = reach.answersFor(newest.unit)
      let members = try candidates(below, in: reach.scope, andGone: mayChange, today: today, on: connection)
      return SpecialWorkSheet(
        revisions: revisions,
        path: reach.tree.path(of: newest.unit) ?? "",
        members: members,
        mayChange: mayChange,
        lastDay: nil,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private static func change(_ request: SignedInRequest) async throws -> Reply {
    var sheet = try await sheet(request)
    guard sheet.mayChange, let seen = sheet.seen(request.form) else { throw SiteError.notFound }
    let reading = SpecialWorkReading(
      request.form,
      unit: seen.unit,
      members: sheet.memberIDs,
      changing: seen,
      lastDay: sheet.lastDay
    )
    guard let entry = reading.entry else {
      sheet.faults = reading.faults
      sheet.entered = request.form
      return .mend(sheet.content)
    }
    try await LimitWatchRefusal.told {
      try await SpecialWorkDesk(desk: RegisterDesk(request)).record(entry, after: seen, once: request.once)
    }
    let words = entry.isWithdrawn ? "記録を取り消しました。以前の内容も残ります。" : "記録を訂正しました。以前の内容も残ります。"
    return .redirect(to: LimitWatchPaths.specialWork, notice: Notice(.success, words))
  }
}

/// Reads the form of special work.
struct SpecialWorkReading {
  let entry: SpecialWorkDesk.Entry?
  let faults: [FormFault]

  init(
    _ fields: FormFields,
    unit: RecordID<OrganizationUnit>,
    members: Set<RecordID<Employee>>,
    changing standing: SpecialWork? = nil,
    lastDay: CivilDate? = nil
  ) {
    var form = FormReader(fields)
    let isWithdrawn = standing != nil && fields.first("withdrawn") == "1"
    // What was wrong may be taken back, wherever it stands.
    let from = form.beginning("from", ofUnitUntil: isWithdrawn ? nil : lastDay)
    let to = form.end("to", label: "終了日", from: from)
    let category = form.choice("category", label: "区分", as: SpecialWork.Category.self)
    let description = form.text("description", label: "業務の内容", most: 400)
    let extent = form.choice("people", label: "従事する職員", as: SpecialWorkFields.People.self)
    let named = Set(form.choices("named").compactMap { RecordID<Employee>(text: $0) }).intersection(members)
    let gone = Self.gone(standing, members)
    if extent == .named, named.isEmpty, gone.isEmpty { form.add("named", "従事する職員を一人以上選んでください。") }
    let known = form.optionalDate("known", label: "周知の日")
    let why = standing != nil ? form.text("why", label: "変える理由") : ""
    faults = form.faults
    guard faults.isEmpty, let from, let category, let description, let extent, let why else {
      entry = nil
      return
    }
    entry = SpecialWorkDesk.Entry(
      unit: unit,
      from: from,
      to: to,
      category: category,
      description: description,
      people: extent == .named ? .named(named.union(gone)) : .everyone,
      madeKnownOn: known,
      isWithdrawn: isWithdrawn,
      changeReason: why
    )
  }

  /// Those named before whom the form cannot offer any more; they stay.
  private static func gone(
    _ standing: SpecialWork?,
    _ members: Set<RecordID<Employee>>
  ) -> Set<RecordID<Employee>> {
    guard case .named(let names) = standing?.people else { return [] }
    return names.subtracting(members)
  }
}
