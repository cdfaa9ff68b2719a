internal import Access
internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// Paths of duties, who may use them, and what they do.
struct DutyRoutes: Sendable {
  static let owners: AccessRule = .anyOf([.staff])
  static let watchers: AccessRule = .anyOf([.secretariat, .hr])
  static let unitReaders: AccessRule = .anyOf([.superior, .secretariat, .hr])

  let words: DutyWords
  let file: DutyFile

  var all: [Route] {
    [
      Route(.get, "/duties", allow: Self.owners, inbox),
      Route(.get, "/duties/csv", allow: Self.owners, InboxFile(file: file).download),
      Route(.post, "/duties/confirm", allow: Self.owners, confirm),
      Route(.post, "/duties/fulfil", allow: Self.owners, fulfil),
      Route(.get, "/duties/{duty}", allow: Self.owners) { request in
        .page(try await page(request, kept: .empty, faults: []).content)
      },
      Route(.post, "/duties/{duty}/excuse", allow: Self.watchers) { try await change($0, .excuse) },
      Route(.post, "/duties/{duty}/reopen", allow: Self.watchers) { try await change($0, .reopen) },
      Route(.post, "/duties/{duty}/hand-over", allow: Self.owners) { try await change($0, .handOver) },
      Route(.get, "/duties/units/{unit}", allow: Self.unitReaders, unit),
    ]
  }

  private func inbox(_ request: SignedInRequest) async throws -> Reply {
    let filter = InboxFilter(request.query)
    let page = Self.page(request)
    let (actor, today, units) = (request.actor, request.today, request.units)
    let (inbox, headed) = try await request.database.read { connection in
      let tree = try units.tree(asOf: today, on: connection)
      let headed = tree.ordered.filter { actor.headedUnits.contains($0.id) }.map {
        (id: $0.id, name: $0.name)
      }
      return (
        try DutyQuery.inbox(of: actor, today: today, filter: filter, page: page, on: connection), headed
      )
    }
    let view = InboxView(
      inbox: inbox,
      filter: filter,
      page: page,
      today: today,
      units: headed,
      formToken: request.formToken
    )
    return .page(view.content)
  }

  /// A page of a list; anything unreadable is the first.
  private static func page(_ request: SignedInRequest) -> Int {
    let number = request.query.first("page").flatMap { Int($0) } ?? 1
    return (1...100_000).contains(number) ? number : 1
  }

  // MARK: Many at once

  private func confirm(_ request: SignedInRequest) async throws -> Reply {
    guard let page = try await bulkPage(request, faults: []) else { return Self.nothingChosen }
    return .page(page.content)
  }

  private func fulfil(_ request: SignedInRequest) async throws -> Reply {
    let ids = Self.chosen(request)
    guard !ids.isEmpty else { return Self.nothingChosen }
    var form = FormReader(request.form)
    let day = form.date("day", label: "実施した日")
    if let day, day > request.today { form.add("day", DutyRefusal.dayAhead.japanese) }
    guard let day, form.faults.isEmpty else {
      guard let page = try await bulkPage(request, faults: form.faults) else { return Self.nothingChosen }
      return .mend(page.content)
    }
    do {
      let done = try await DutyBulk(database: request.database, ids: request.ids)
        .fulfil(ids, on: day, by: request.actor, at: request.now, once: request.once)
      let already = done.already == 0 ? "" : "\(done.already)件は、ほかの人がすでに済みにしていました。"
      let notice = Notice(.success, "\(done.settled)件を\(day.japanese)の実施として記録しました。\(already)")
      return .redirect(to: DutyPaths.inbox, notice: notice)
    } catch DutyRefusal.notFound {
      throw SiteError.notFound
    } catch let refusal as DutyRefusal {
      throw SiteError.conflict(refusal.japanese)
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }

  private static let nothingChosen: Reply = .redirect(
    to: DutyPaths.inbox,
    notice: Notice(.warning, "記録できる取組が選ばれていません。一覧で選んでから、もう一度押してください。")
  )

  private static func chosen(_ request: SignedInRequest) -> [RecordID<Duty>] {
    let ids = request.form.all("duty").prefix(BulkRule.most).compactMap { RecordID<Duty>(text: $0) }
    return Set(ids).sorted()
  }

  /// The ticked duties that lie with the visitor and take a date alone; nil without any.
  private func bulkPage(_ request: SignedInRequest, faults: [FormFault]) async throws -> BulkPage? {
    let ids = Self.chosen(request)
    let actor = request.actor
    let items = try await request.database.read { connection in
      let owned = try DutyReach(actor, on: connection).owned
      return try InboxItems.read(
        where: "d.id IN (\(list: ids)) AND \(fragment: owned)",
        order: InboxItems.byDue,
        page: 1,
        RuleBook(on: connection),
        on: connection
      ).filter { BulkRule.admits($0.duty) }
    }
    guard !items.isEmpty else { return nil }
    return BulkPage(
      items: items,
      today: request.today,
      kept: faults.isEmpty ? .empty : request.form,
      faults: faults,
      formToken: request.formToken,
      once: request.freshOnce()
    )
  }

  // MARK: One duty

  private func page(
    _ request: SignedInRequest,
    kept: FormFields,
    faults: [FormFault]
  ) async throws -> DutyPage {
    let id: RecordID<Duty> = try request.id("duty")
    let (actor, today, units) = (request.actor, request.today, request.units)
    let shown = try await request.database.read { connection in
      try ShownDuty(id, for: actor, tree: units.tree(asOf: today, on: connection), on: connection)
    }
    guard let shown else { throw SiteError.notFound }
    return DutyPage(
      shown: shown,
      words: words,
      today: today,
      kept: kept,
      faults: faults,
      formToken: request.formToken,
      once: request.freshOnce()
    )
  }

  private func change(_ request: SignedInRequest, _ act: DutyPage.Form) async throws -> Reply {
    let id: RecordID<Duty> = try request.id("duty")
    var form = FormReader(request.form)
    let reason = form.text(act.reason, label: "理由", most: 500)
    // The page offers heads and offices alone.
    let owner = request.form.first("to").flatMap { DutyOwner(code: $0) }.flatMap {
      $0.person == nil ? $0 : nil
    }
    if act == .handOver, owner == nil { form.add("to", "引き継ぐ先を選んでください。") }
    let revision = request.form.first("revision").flatMap { Int($0) }
    guard let reason, form.faults.isEmpty else {
      return .mend(try await page(request, kept: form.fields, faults: form.faults).content)
    }
    do {
      return try await done(id, act, owner, reason: reason, revision: revision, request)
    } catch DutyRefusal.notFound {
      throw SiteError.notFound
    } catch let refusal as DutyRefusal {
      throw SiteError.conflict(refusal.japanese)
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }

  private func done(
    _ id: RecordID<Duty>,
    _ act: DutyPage.Form,
    _ owner: DutyOwner?,
    reason: String,
    revision: Int?,
    _ request: SignedInRequest
  ) async throws -> Reply {
    let desk = DutyDesk(database: request.database, ids: request.ids)
    let (actor, now, once) = (request.actor, request.now, request.once)
    switch act {
    case .excuse:
      try await desk.excuse(id, reason: reason, revision: revision, by: actor, at: now, once: once)
      return .redirect(to: DutyPaths.duty(id), notice: Notice(.success, "免除しました。理由は経過に残ります。"))
    case .reopen:
      try await desk.reopen(id, reason: reason, revision: revision, by: actor, at: now, once: once)
      return .redirect(to: DutyPaths.duty(id), notice: Notice(.success, "未了に戻しました。"))
    case .handOver:
      guard let owner else { throw DutyRefusal.ownerNotThere }
      try await desk.handOver(
        id,
        to: owner,
        reason: reason,
        revision: revision,
        by: actor,
        at: now,
        once: once
      )
      return .redirect(to: DutyPaths.inbox, notice: Notice(.success, "引き継ぎました。"))
    }
  }

  // MARK: A unit

  private func unit(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<OrganizationUnit> = try request.id("unit")
    let part: InboxFilter.Part = request.query.first("state") == "settled" ? .settled : .open
    let page = Self.page(request)
    let (actor, today, units) = (request.actor, request.today, request.units)
    let shown = try await request.database.read { connection -> UnitSheet? in
      let tree = try units.tree(asOf: today, on: connection)
      guard let unit = tree.unit(id), let reader = UnitReader(unit, actor, in: tree) else { return nil }
      return try UnitSheet(
        unit,
        in: tree,
        part: part,
        page: page,
        today: today,
        reader: reader,
        on: connection
      )
    }
    guard let shown else { throw SiteError.notFound }
    return .page(UnitPage(shown: shown, part: part, page: page, today: today).content)
  }
}

/// As what somebody looks at a unit.
enum UnitReader: Sendable, Hashable {
  /// The secretariat, or the personnel authority of the employer.
  case watcher
  /// Who leads the unit.
  case head
  /// Who leads a unit above.
  case above

  /// Nil for everybody else.
  init?(_ unit: OrganizationUnit, _ actor: Actor, in tree: UnitTree) {
    if actor.has(.secretariat) || actor.personnelEmployers.contains(unit.employer) {
      self = .watcher
    } else if actor.headedUnits.contains(unit.id) {
      self = .head
    } else if tree.ancestors(of: unit.id).contains(where: { actor.headedUnits.contains($0.id) }) {
      self = .above
    } else {
      return nil
    }
  }
}
