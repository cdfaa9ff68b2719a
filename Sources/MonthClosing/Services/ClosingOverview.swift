internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// 特定事業主の月次 – how far the units of an employer are, and who holds what up.
struct EmployerClosing: Sendable {
  /// One unit.
  struct Line: Sendable {
    /// Nil for those who held no main post in the month.
    let unit: OrganizationUnit?
    let path: String
    let tally: StageTally
    /// Who is to check, and who is to approve, by name.
    let keepers: [String]
    let leaders: [String]
  }

  let employer: Employer
  let month: YearMonth
  let terms: ClosingTerms
  let dues: ClosingDues
  /// In the order of the organisation (建制順).
  let lines: [Line]

  func total(_ count: (StageTally) -> Int) -> Int { lines.reduce(0) { $0 + count($1.tally) } }
}

extension ClosingDesk {
  /// The employers for which the visitor is the personnel authority.
  func employers(_ month: YearMonth, on connection: any SQLConnection) throws -> [EmployerClosing] {
    let tree = try reading(month, on: connection).tree
    return try EmployerRecords.all(on: connection).filter { actor.personnelEmployers.contains($0.id) }.map {
      try employer($0, month, tree, on: connection)
    }
  }

  private func employer(
    _ employer: Employer,
    _ month: YearMonth,
    _ tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> EmployerClosing {
    let tallies = try StageTallyRecords.byUnit(of: employer.id, in: month, today: today, on: connection)
    let late = Set(tallies.filter { $0.value.isLate }.compactMap(\.key))
    let officers = try ClosingOfficerRecords.officers(of: late, on: today, connection: connection)
    let names = try names(of: officers, on: connection)
    let words = { (people: Set<RecordID<Employee>>) in people.sorted().compactMap { names[$0] } }
    let terms = try ClosingTermsRecords.terms(of: employer.id, in: month, on: connection)
    let units = tree.ordered.map(Optional.some) + [nil]
    return EmployerClosing(
      employer: employer,
      month: month,
      terms: terms,
      dues: ClosingDues(terms, of: month),
      lines: units.compactMap { unit in
        tallies[unit?.id].map { tally in
          EmployerClosing.Line(
            unit: unit,
            path: unit.flatMap { tree.path(of: $0.id) } ?? "本務の官職のない職員",
            tally: tally,
            keepers: words(unit.map { officers.keepers[$0.id, default: []] } ?? []),
            leaders: words(unit.map { officers.leaders(of: $0.id) } ?? [])
          )
        }
      }
    )
  }

  private func names(
    of officers: ClosingOfficers,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: String] {
    let people = [officers.heads, officers.deputies, officers.keepers].flatMap(\.values).reduce(into: Set()) {
      $0.formUnion($1)
    }
    let found = try ClosingPeopleRecords.people(people, on: connection)
    return Dictionary(found.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Sets the terms of an employer from a month on, beside those that counted before.
  ///
  /// - Throws: ``ClosingRefusal/notTheirs``; ``OnceAct/Refusal``; `StoreError` from the engine.
  func set(
    _ terms: ClosingTerms,
    of employer: RecordID<Employer>,
    from month: YearMonth,
    once: String?
  ) async throws {
    guard actor.personnelEmployers.contains(employer) else { throw ClosingRefusal.notTheirs }
    let days = [terms.confirm, terms.check, terms.approve, terms.timeOut].map { "\($0)" }
    let record = OnceAct(MonthClosingKinds.termsSet, ["\(employer)", month.iso] + days)
    try await database.write { connection in
      guard try !isKnown(record, once, on: connection) else { return }
      try ClosingTermsRecords.insert(
        terms,
        // The newest counts: an identifier is made when it is this act's turn.
        id: ids.next(),
        of: employer,
        from: month,
        at: now,
        by: actor.account.number,
        on: connection
      )
      try JournalRecords.append(
        JournalEntry(
          id: ids.next(),
          at: now,
          actor: .account(actor.account.number),
          kind: MonthClosingKinds.termsSet,
          payload: JournalPayload([
            ("employer", "\(employer)"), ("from", month.iso), ("days", days.joined(separator: " ")),
          ])
        ),
        on: connection
      )
      try record.remember("done", of: once, account: actor.account, at: now, on: connection)
    }
  }
}
