internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Site
internal import Store

/// 割振りの机: who works at it, when, and for whom; every act is done once, journalled, and checked for reach.
struct ScheduleDesk: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let units: UnitShelf
  let actor: Actor
  let now: Instant
  let follower: HoursFollower

  init(_ request: SignedInRequest) {
    database = request.database
    ids = request.ids
    units = request.units
    actor = request.actor
    now = request.now
    follower = request.services.hoursFollower
  }

  var today: CivilDate { OfficeZone.date(of: now) }
  var account: Int64 { actor.account.number }

  /// What an act leaves in the journal.
  struct Note: Sendable {
    let kind: JournalKind
    let employee: RecordID<Employee>?
    let payload: [(StaticString, String)]
  }

  /// Does an act in one transaction, unless the form's key did it before.
  ///
  /// - Throws: ``ScheduleRefusal``; `OnceAct.Refusal`; ``StoreError`` from the engine.
  func perform(
    _ note: Note,
    _ parts: [String],
    once: String?,
    _ body: @escaping @Sendable (any SQLConnection) throws -> Void
  ) async throws {
    let act = OnceAct(note.kind, parts)
    let entry: RecordID<JournalEntry> = ids.next()
    try await database.write { connection in
      if try act.outcome(of: once, account: actor.account, on: connection) != nil { return }
      try body(connection)
      let change = HoursFollower.Change(of: note.employee, at: now, account: account, ids: ids)
      try follower.follow(change, connection)
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .account(account),
          kind: note.kind,
          employee: note.employee,
          unit: nil as RecordID<OrganizationUnit>?,
          payload: JournalPayload(note.payload)
        ),
        on: connection
      )
      try act.remember("done", of: once, account: actor.account, at: now, on: connection)
    }
  }

  /// Somebody for whom the actor may decide: within reach, and not the actor.
  ///
  /// - Throws: ``ScheduleRefusal/notFound``; ``ScheduleRefusal/ownMatter``.
  @discardableResult
  func led(_ employee: RecordID<Employee>, on connection: any SQLConnection) throws -> Employee {
    let scope = try ScheduleReach.scope(of: actor, units.tree(asOf: today, on: connection))
    guard let person = try EmployeeRecords.employee(employee, in: scope, asOf: today, on: connection) else {
      throw ScheduleRefusal.notFound
    }
    if employee == actor.employee { throw ScheduleRefusal.ownMatter }
    return person
  }

  /// The actor as an employee.
  ///
  /// - Throws: ``ScheduleRefusal/notFound`` for an account without one.
  func own(on connection: any SQLConnection) throws -> Employee {
    guard let id = actor.employee,
      let person = try EmployeeRecords.employee(id, in: .own(id), asOf: today, on: connection)
    else { throw ScheduleRefusal.notFound }
    return person
  }

  /// Writes that hit a key somebody else has just taken: the decision was made meanwhile.
  func first(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch StoreError.unique {
      throw ScheduleRefusal.decidedBefore
    }
  }
}
