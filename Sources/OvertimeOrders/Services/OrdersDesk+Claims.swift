internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTime

/// Confirming claims and asking about them; saying why actual and order differ. None of it touches a claim.
extension OrdersDesk {
  /// A superior's or the owner's step about the claim of a day, as it was seen with so many steps.
  struct Step: Sendable {
    let employee: RecordID<Employee>
    let date: CivilDate
    let declaration: RecordID<OvertimeDeclaration>
    let seen: Int
    let step: ConfirmationStep
    let words: String?
  }

  /// - Throws: ``OrderRefusal``; ``OnceAct/Refusal``.
  func take(_ taken: Step, key: String?) async throws {
    let parts = [
      "\(taken.declaration)", "\(taken.seen)", taken.step.rawValue, taken.words ?? "",
    ]
    do {
      _ = try await once(taken.step.journalKind, parts, key) { connection in
        guard try isWithinReach(taken.employee, on: connection) else { throw OrderRefusal.notFound }
        let capacity = try capacity(for: taken, on: connection)
        let day = try DayOrdersQuery.day(taken.date, of: taken.employee, on: connection)
        try write(taken, of: day, as: capacity, on: connection)
        return "\(taken.declaration)"
      }
    } catch StoreError.unique {
      throw OrderRefusal.threadWentOn
    }
  }

  /// Writes a step in a transaction that has shown the right to it.
  func write(
    _ taken: Step,
    of day: DayOrders,
    as capacity: DecisionCapacity,
    on connection: any SQLConnection
  ) throws {
    guard day.claim?.id == taken.declaration else { throw OrderRefusal.claimChanged }
    let isAnswer = taken.step == .answered
    guard day.thread.count == taken.seen, day.claimState != .confirmed, !isAnswer || day.claimState == .asked
    else { throw OrderRefusal.threadWentOn }
    let step = ClaimConfirmation(
      declaration: taken.declaration,
      employee: taken.employee,
      date: taken.date,
      position: taken.seen + 1,
      step: taken.step,
      words: taken.words,
      capacity: capacity,
      at: now,
      name: ""
    )
    try ConfirmationRecords.append(step, by: by, on: connection)
    let payload: [(StaticString, String)] = [
      ("declaration", "\(taken.declaration)"), ("date", taken.date.iso), ("capacity", capacity.rawValue),
    ]
    try journal(taken.step.journalKind, about: taken.employee, payload, on: connection)
  }

  private func capacity(for taken: Step, on connection: any SQLConnection) throws -> DecisionCapacity {
    guard taken.step == .answered else { return try capacity(over: taken.employee, on: connection) }
    guard taken.employee == employee else { throw OrderRefusal.notAnswering }
    return .owner
  }

  /// The owner's reason why the work of a day differs from what was ordered.
  ///
  /// - Throws: ``OnceAct/Refusal``.
  func explain(_ date: CivilDate, _ reason: String, key: String?) async throws {
    _ = try await once(OvertimeOrdersKinds.differenceExplained, [date.iso, reason], key) { connection in
      let id: RecordID<DifferenceReason> = ids.next()
      let difference = DifferenceReason(employee: employee, date: date, reason: reason, at: now)
      try ConfirmationRecords.append(difference, id: id, by: actor.account.number, on: connection)
      let kind = OvertimeOrdersKinds.differenceExplained
      try journal(kind, about: employee, [("date", date.iso)], on: connection)
      return "\(id)"
    }
  }
}

extension ConfirmationStep {
  var journalKind: JournalKind {
    switch self {
    case .confirmed: OvertimeOrdersKinds.claimConfirmed
    case .asked: OvertimeOrdersKinds.claimAsked
    case .answered: OvertimeOrdersKinds.claimAnswered
    }
  }
}
