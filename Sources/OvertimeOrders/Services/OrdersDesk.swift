internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// 命令の机 – who acts on overtime, and when; what all acts leave in the journal and do only once.
struct OrdersDesk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let units: UnitShelf
  let actor: Actor
  /// The employee who acts.
  let employee: RecordID<Employee>
  /// Whose overtime the actor may see.
  let scope: PersonScope
  let now: Instant

  var today: CivilDate { OfficeZone.date(of: now) }
  var by: (account: Int64, employee: RecordID<Employee>) { (actor.account.number, employee) }

  /// Does something once under a form's key; the outcome is remembered and answered again.
  ///
  /// Identifiers are made within the body: of what counts by its newest, none is older than what it follows.
  ///
  /// - Throws: ``OnceAct/Refusal``; what the body throws.
  func once(
    _ kind: JournalKind,
    _ parts: [String],
    _ key: String?,
    _ body: @escaping @Sendable (any SQLConnection) throws -> String
  ) async throws -> String {
    let act = OnceAct(kind, parts)
    let (account, now) = (actor.account, now)
    return try await database.write { connection in
      if let known = try act.outcome(of: key, account: account, on: connection) { return known }
      let outcome = try body(connection)
      try act.remember(outcome, of: key, account: account, at: now, on: connection)
      return outcome
    }
  }

  func journal(
    _ kind: JournalKind,
    about employee: RecordID<Employee>,
    _ payload: [(StaticString, String)],
    on connection: any SQLConnection
  ) throws {
    try JournalRecords.append(
      JournalEntry(
        id: ids.next(),
        at: now,
        actor: .account(actor.account.number),
        kind: kind,
        employee: employee,
        unit: actor.unit,
        payload: JournalPayload(payload)
      ),
      on: connection
    )
  }

  /// Those for whom the actor answers today.
  func subordinates(on connection: any SQLConnection) throws -> (Subordinates, UnitTree) {
    let tree = try units.tree(asOf: today, on: connection)
    return (try Subordinates(of: actor, in: tree, on: connection), tree)
  }

  /// As what the actor answers for somebody.
  ///
  /// - Throws: ``OrderRefusal/notAnswering``.
  func capacity(
    over employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws -> DecisionCapacity {
    guard let person = try subordinates(on: connection).0[employee] else { throw OrderRefusal.notAnswering }
    return person.capacity
  }

  func isWithinReach(_ employee: RecordID<Employee>, on connection: any SQLConnection) throws -> Bool {
    try EmployeeRecords.employee(employee, in: scope, asOf: today, on: connection) != nil
  }
}
