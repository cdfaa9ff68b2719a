internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTime

/// Declaring overtime beforehand, ordering it, and taking the declaration back.
extension OrdersDesk {
  /// What was entered.
  struct Expected: Sendable {
    let date: CivilDate
    let amount: OvertimeDeclaration.Amount
    let work: String
    let reason: String
    let isSpecial: Bool
  }

  /// What a superior decides.
  struct Decided: Sendable {
    let outcome: OrderOutcome
    /// The minutes of a changed order.
    let changed: OvertimeDeclaration.Amount?
    let reason: String?
  }

  /// - Throws: ``OnceAct/Refusal``.
  func send(_ entered: Expected, key: String?) async throws {
    let parts = [
      entered.date.iso, entered.amount.japanese, entered.work, entered.reason, "\(entered.isSpecial)",
    ]
    _ = try await once(OvertimeOrdersKinds.requested, parts, key) { connection in
      let id: RecordID<OvertimeRequest> = ids.next()
      let amount = try counted(entered.amount, of: employee, on: entered.date, connection)
      let request = OvertimeRequest(
        id: id,
        employee: employee,
        date: entered.date,
        amount: amount,
        work: entered.work,
        reason: entered.reason,
        isSpecial: entered.isSpecial,
        sentAt: now,
        decision: nil
      )
      try RequestRecords.insert(request, by: actor.account.number, on: connection)
      let payload: [(StaticString, String)] = [
        ("request", "\(id)"), ("date", entered.date.iso), ("minutes", "\(amount.length.count)"),
      ]
      try journal(OvertimeOrdersKinds.requested, about: employee, payload, on: connection)
      return "\(id)"
    }
  }

  /// - Throws: ``OrderRefusal``; ``OnceAct/Refusal``.
  func decide(_ id: RecordID<OvertimeRequest>, _ decided: Decided, key: String?) async throws {
    let parts = [
      "\(id)", decided.outcome.rawValue, decided.changed?.japanese ?? "", decided.reason ?? "",
    ]
    try await telling(id) {
      _ = try await once(OvertimeOrdersKinds.decided, parts, key) { connection in
        guard let request = try RequestRecords.request(id, on: connection),
          try isWithinReach(request.employee, on: connection)
        else { throw OrderRefusal.notFound }
        let capacity = try capacity(over: request.employee, on: connection)
        try write(decided, on: request, as: capacity, on: connection)
        return "\(id)"
      }
    }
  }

  /// Writes a decision in a transaction that has shown the right to it.
  func write(
    _ decided: Decided,
    on request: OvertimeRequest,
    as capacity: DecisionCapacity,
    on connection: any SQLConnection
  ) throws {
    if let decision = request.decision { throw OrderRefusal.decidedBefore(decision.told) }
    let decidedAmount: OvertimeDeclaration.Amount? =
      switch decided.outcome {
      case .ordered: request.amount
      case .changed: decided.changed
      case .notOrdered, .withdrawn: nil
      }
    let amount = try decidedAmount.map { try counted($0, of: request.employee, on: request.date, connection) }
    try RequestRecords.decide(
      request.id,
      decided.outcome,
      amount,
      reason: decided.reason,
      as: capacity,
      at: now,
      by: by,
      on: connection
    )
    let kind = capacity == .owner ? OvertimeOrdersKinds.withdrawn : OvertimeOrdersKinds.decided
    let payload: [(StaticString, String)] = [
      ("request", "\(request.id)"), ("outcome", decided.outcome.rawValue),
      ("minutes", amount.map { "\($0.length.count)" } ?? ""), ("capacity", capacity.rawValue),
    ]
    try journal(kind, about: request.employee, payload, on: connection)
  }

  /// The same work, counted by the hours that its day has now: they may have changed since it was entered.
  func counted(
    _ amount: OvertimeDeclaration.Amount,
    of employee: RecordID<Employee>,
    on date: CivilDate,
    _ connection: any SQLConnection
  ) throws -> OvertimeDeclaration.Amount {
    guard let worked = amount.worked else { return amount }
    return try RequestReading.amount(.stretches(worked), of: employee, on: date, connection)
  }

  /// Takes back one's own declaration that waits.
  ///
  /// - Throws: ``OrderRefusal``; ``OnceAct/Refusal``.
  func withdraw(_ id: RecordID<OvertimeRequest>, key: String?) async throws {
    try await telling(id) {
      _ = try await once(OvertimeOrdersKinds.withdrawn, ["\(id)"], key) { connection in
        guard let request = try RequestRecords.request(id, on: connection), request.employee == employee
        else {
          throw OrderRefusal.notFound
        }
        let decided = Decided(outcome: .withdrawn, changed: nil, reason: nil)
        try write(decided, on: request, as: .owner, on: connection)
        return "\(id)"
      }
    }
  }

  /// Two who decide at the same moment: the second is told what the first decided.
  private func telling(_ id: RecordID<OvertimeRequest>, _ act: () async throws -> Void) async throws {
    do {
      try await act()
    } catch StoreError.unique {
      let request = try await database.read { try RequestRecords.request(id, on: $0) }
      throw OrderRefusal.decidedBefore(request?.decision?.told ?? "")
    }
  }
}

extension OvertimeDecision {
  /// Who decided what, and when.
  var told: String {
    "この申告は、\(by)が\(OfficeZone.dateTimeText(at))に「\(outcome.japanese)」としています。"
  }
}
