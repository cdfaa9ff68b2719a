internal import Access
internal import CivilTime
internal import People
internal import Store

/// Who may see patterns of whom: the personnel authority its own employers, the auditor everyone – and nobody the own.
struct PatternReach: Sendable {
  private let actor: Actor

  init(_ actor: Actor) {
    self.actor = actor
  }

  var scope: PersonScope { actor.has(.auditor) ? .everyone : .employers(actor.personnelEmployers) }

  /// The units that may be chosen, in the order of the organisation.
  func units(in tree: UnitTree) -> [OrganizationUnit] {
    tree.ordered.filter { actor.has(.auditor) || actor.personnelEmployers.contains($0.employer) }
  }

  func isOwn(_ employee: RecordID<Employee>) -> Bool { employee == actor.employee }
}

/// Reads patterns of a unit and the units below it.
enum PatternQuery {
  /// Those in whose claims something was noticed, the most urgent kind first.
  static func found(
    in units: Set<RecordID<OrganizationUnit>>,
    asked: PatternsAsked,
    reach: PatternReach,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [PersonPatterns] {
    // Every pattern is one of claims.
    let claiming = try claiming(in: asked.months, on: connection)
    let people = try UnitGapsQuery.people(of: units, asOf: today, on: connection).filter {
      !reach.isOwn($0.id) && claiming.contains($0.id)
    }
    var found: [PersonPatterns] = []
    try PresenceQuery.forEachMeasured(people, in: asked.days, today: today, on: connection) { person, days in
      let patterns = PersonPatterns(person, days)
      if patterns.kinds.contains(where: { asked.kind == nil || $0 == asked.kind }) { found.append(patterns) }
    }
    let order = PatternKind.allCases
    return order.flatMap { kind in found.filter { $0.kinds.first == kind } }
  }

  private static func claiming(
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<Employee>> {
    Set(
      try connection.rows(
        """
        SELECT DISTINCT employee FROM month_total
        WHERE month BETWEEN \(months.lowerBound) AND \(months.upperBound) AND overtime_minutes > 0
        """
      ) { try $0.value(0, as: RecordID<Employee>.self) }
    )
  }

  /// One person's, nil outside the reach.
  static func person(
    _ id: RecordID<Employee>,
    asked: PatternsAsked,
    reach: PatternReach,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PersonPatterns? {
    guard !reach.isOwn(id),
      let person = try PresencePeople.person(id, in: reach.scope, today: today, on: connection)
    else { return nil }
    var found = PersonPatterns(person, [])
    try PresenceQuery.forEachMeasured([person], in: asked.days, today: today, on: connection) {
      person,
      days in
      found = PersonPatterns(person, days)
    }
    return found
  }
}

extension PresenceDesk {
  /// Writes down whom somebody asked about a person's claims and what came of it, beside what stands.
  ///
  /// - Throws: ``GapRefusal/notFound`` outside the reach; `OnceAct.Refusal`; `StoreError` from the engine.
  func note(
    _ asked: String,
    _ outcome: PatternNote.Outcome,
    _ words: String,
    about employee: RecordID<Employee>
  ) async throws {
    let reach = PatternReach(actor)
    let (today, account) = (today, actor.account.number)
    let note = PatternNote(
      id: ids.next(),
      asked: asked,
      outcome: outcome,
      words: words,
      at: now,
      author: actor.name
    )
    let parts = ["\(employee)", asked, outcome.rawValue, words]
    try await act(PresenceKinds.patternNoted, parts, about: employee) { connection in
      let person = try PresencePeople.person(employee, in: reach.scope, today: today, on: connection)
      guard person != nil, !reach.isOwn(employee) else { throw GapRefusal.notFound }
      try PatternNoteRecords.append(note, about: employee, account: account, on: connection)
      return [("note", "\(note.id)"), ("outcome", outcome.rawValue)]
    }
  }
}
