internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Schedules
internal import Store
internal import WorkingTime

/// Proposing other minutes for somebody's claim, and the owner's answer: until it is given, the owner's value counts.
extension OrdersDesk {
  /// What somebody proposes for a day, as it was seen with its claim.
  struct Proposed: Sendable {
    let employee: RecordID<Employee>
    let date: CivilDate
    let seen: RecordID<OvertimeDeclaration>?
    let amount: OvertimeDeclaration.Amount
    let reason: String
  }

  /// - Throws: ``OrderRefusal``; ``OnceAct/Refusal``.
  func propose(_ proposed: Proposed, key: String?) async throws {
    let parts = [
      "\(proposed.employee)", proposed.date.iso, proposed.amount.japanese, proposed.reason,
    ]
    _ = try await once(OvertimeOrdersKinds.changeProposed, parts, key) { connection in
      guard try isWithinReach(proposed.employee, on: connection) else { throw OrderRefusal.notFound }
      guard let capacity = try editing(proposed.employee, on: connection) else {
        throw OrderRefusal.notAnswering
      }
      let newest = try newestClaim(of: proposed.employee, on: proposed.date, connection)
      guard newest?.id == proposed.seen else { throw OrderRefusal.claimChanged }
      try checkNeighbours(proposed.amount, of: proposed.employee, on: proposed.date, connection)
      let amount = try counted(proposed.amount, of: proposed.employee, on: proposed.date, connection)
      let id: RecordID<ClaimChange> = ids.next()
      let change = ClaimChange(
        id: id,
        employee: proposed.employee,
        date: proposed.date,
        declaration: newest?.id,
        claimed: newest?.length ?? .zero,
        amount: amount,
        isDownward: try lowers(newest, amount, proposed, on: connection),
        reason: proposed.reason,
        capacity: capacity,
        proposedAt: now,
        proposerName: "",
        answer: nil
      )
      try ChangeRecords.insert(change, by: by, on: connection)
      let payload: [(StaticString, String)] = [
        ("change", "\(id)"), ("date", proposed.date.iso), ("claimed", "\(change.claimed.count)"),
        ("minutes", "\(amount.length.count)"),
      ]
      try journal(
        OvertimeOrdersKinds.changeProposed,
        about: proposed.employee,
        payload,
        on: connection
      )
      return "\(id)"
    }
  }

  /// Whether a proposal is less than what the owner claimed, by what the day asks of the person as it is now.
  private func lowers(
    _ claimed: OvertimeDeclaration?,
    _ amount: OvertimeDeclaration.Amount,
    _ proposed: Proposed,
    on connection: any SQLConnection
  ) throws -> Bool {
    guard let claimed else { return false }
    let (employee, date) = (proposed.employee, proposed.date)
    let days = date...date.adding(days: 1)
    let allotments = try AllotmentRecords.allotments(of: employee, in: days, on: connection)
    let punches =
      allotments[date].hours == nil
      ? try PunchRecords.punches(of: employee, in: date...date, on: connection) : []
    let arrival = punches.first { $0.counts && $0.kind == .arrival }?.time
    let worth = { ClaimWorth($0, on: date, allotments, arrival: arrival) }
    return worth(amount).isLess(than: worth(claimed.amount))
  }

  /// The owner confirms, which claims the proposed minutes, or objects, which leaves all as it is.
  ///
  /// - Throws: ``OrderRefusal``; ``OnceAct/Refusal``.
  func answer(
    _ id: RecordID<ClaimChange>,
    _ kind: ChangeAnswer.Kind,
    _ words: String?,
    key: String?
  ) async throws -> CivilDate {
    let journalKind =
      kind == .confirmed ? OvertimeOrdersKinds.changeConfirmed : OvertimeOrdersKinds.changeObjected
    do {
      let date = try await once(journalKind, ["\(id)", words ?? ""], key) { connection in
        guard let change = try ChangeRecords.change(id, on: connection), change.employee == employee else {
          throw OrderRefusal.notFound
        }
        guard change.answer == nil else { throw OrderRefusal.answeredBefore }
        if kind == .confirmed { try claimAnew(change, on: connection) }
        let answer = ChangeAnswer(kind: kind, words: words, at: now)
        try ChangeRecords.answer(id, answer, by: actor.account.number, on: connection)
        try journal(journalKind, about: employee, [("change", "\(id)")], on: connection)
        return change.date.iso
      }
      guard let date = CivilDate(iso: date) else { throw OrderRefusal.notFound }
      return date
    } catch StoreError.unique {
      throw OrderRefusal.answeredBefore
    }
  }

  private func claimAnew(
    _ change: ClaimChange,
    on connection: any SQLConnection
  ) throws {
    let newest = try newestClaim(of: employee, on: change.date, connection)
    guard newest?.id == change.declaration else { throw OrderRefusal.claimChanged }
    try checkNeighbours(change.amount, of: employee, on: change.date, connection)
    let amount = try counted(change.amount, of: employee, on: change.date, connection)
    if let newest, !change.isDownward, amount.length < newest.length { throw OrderRefusal.hoursChanged }
    let declaration = OvertimeDeclaration(
      id: ids.next(),
      date: change.date,
      amount: amount,
      isSpecial: newest?.isSpecial ?? false,
      reason: newest?.reason ?? change.reason,
      recordedAt: now,
      recordedBy: actor.account.number
    )
    try OvertimeRecords.insert(declaration, of: employee, on: connection)
    try MonthTotalling.refresh(employee, change.date.yearMonth, on: connection)
  }

  /// As what the actor may propose a change for somebody: never for oneself; nil for those who only read.
  func editing(
    _ person: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws -> DecisionCapacity? {
    guard person != employee else { return nil }
    let tree = try units.tree(asOf: today, on: connection)
    for (units, capacity) in [(actor.headedUnits, DecisionCapacity.head), (actor.keptUnits, .timeKeeper)] {
      let reach = PersonScope.units(tree.descendants(of: units), own: nil)
      if !units.isEmpty, try EmployeeRecords.employee(person, in: reach, asOf: today, on: connection) != nil {
        return capacity
      }
    }
    return nil
  }

  /// Nobody works twice at the same time: what counts for the days beside must lie apart.
  private func checkNeighbours(
    _ amount: OvertimeDeclaration.Amount,
    of employee: RecordID<Employee>,
    on date: CivilDate,
    _ connection: any SQLConnection
  ) throws {
    guard let worked = amount.worked else { return }
    for days in [-1, 1] {
      let other = try newestClaim(of: employee, on: date.adding(days: days), connection)
      if let theirs = other?.amount.worked, worked.overlaps(theirs, laterBy: days) {
        throw OrderRefusal.overlapping(date.adding(days: days), theirs.japanese)
      }
    }
  }

  private func newestClaim(
    of employee: RecordID<Employee>,
    on date: CivilDate,
    _ connection: any SQLConnection
  ) throws -> OvertimeDeclaration? {
    try OvertimeRecords.declarations(of: employee, in: date...date, on: connection).last
  }
}
