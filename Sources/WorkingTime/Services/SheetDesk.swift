internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Claims the days of a month together: all that was changed, or nothing.
struct SheetDesk: Sendable {
  /// What came of it.
  enum Outcome: Sendable {
    /// So many days were claimed, with so much overtime together.
    case written(days: Int, overtime: Minutes)
    /// Nothing was written: something must be mended, or nothing was changed.
    case mend([SheetRow])
  }

  let database: any SQLDatabase
  let ids: RecordIDSource

  /// Writes what was changed of the actor's own days, each as if it had been claimed by itself.
  ///
  /// The same `once` writes it once. Nil where nobody has this month.
  ///
  /// - Throws: ``ClockService/Refusal/notEmployed``; `OnceAct.Refusal` for a key that did something else before.
  func claim(
    _ entries: [SheetEntry],
    in month: YearMonth,
    for actor: Actor,
    at now: Instant,
    once: String?
  ) async throws -> Outcome? {
    guard let employee = actor.employee else { throw ClockService.Refusal.notEmployed }
    let act = Self.act(entries, month)
    let today = OfficeZone.date(of: now)
    let ids = ids
    return try await database.write { connection -> Outcome? in
      if let known = try act.outcome(of: once, account: actor.account, on: connection) {
        return Self.outcome(known)
      }
      guard let facts = try SheetFacts(of: employee, month, today: today, on: connection) else { return nil }
      let rows = SheetReading(facts: facts).rows(entries)
      let changed = rows.filter { $0.claim != nil }
      guard !changed.isEmpty, rows.allSatisfy({ $0.faults.isEmpty }) else { return .mend(rows) }
      var overtime = Minutes.zero
      for row in changed {
        guard let claim = row.claim else { continue }
        let declaration = OvertimeDeclaration(
          id: ids.next(),
          date: row.date,
          amount: claim.amount,
          isSpecial: claim.isSpecial,
          reason: claim.reason,
          recordedAt: now,
          recordedBy: actor.account.number
        )
        overtime = overtime + declaration.length
        try OvertimeRecords.insert(declaration, of: employee, on: connection)
        try JournalRecords.append(Self.entry(ids.next(), declaration, actor), on: connection)
      }
      try MonthTotalling.refresh(employee, month, on: connection)
      try act.remember(
        "\(changed.count) \(overtime.count)",
        of: once,
        account: actor.account,
        at: now,
        on: connection
      )
      return .written(days: changed.count, overtime: overtime)
    }
  }

  /// By what the same sheet is known again: all that was sent of it.
  private static func act(_ entries: [SheetEntry], _ month: YearMonth) -> OnceAct {
    OnceAct(
      WorkingTimeKinds.overtimeDeclared,
      [month.iso] + entries.flatMap { [$0.date.iso, $0.times, $0.work, "\($0.seen)"] }
    )
  }

  private static func outcome(_ known: String) -> Outcome {
    let numbers = known.utf8.split(separator: UInt8(ascii: " ")).compactMap { Int(String(Substring($0))) }
    return .written(days: numbers.first ?? 0, overtime: Minutes(numbers.last ?? 0))
  }

  /// The same as of a day that is claimed by itself.
  private static func entry(
    _ id: RecordID<JournalEntry>,
    _ declaration: OvertimeDeclaration,
    _ actor: Actor
  ) -> JournalEntry {
    JournalEntry(
      id: id,
      at: declaration.recordedAt,
      actor: .account(actor.account.number),
      kind: WorkingTimeKinds.overtimeDeclared,
      employee: actor.employee,
      unit: actor.unit,
      payload: JournalPayload([("record", "\(declaration.id)"), ("date", declaration.date.iso)])
    )
  }
}
