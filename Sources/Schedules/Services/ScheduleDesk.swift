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
    try await act(note, parts, once: once) { connection in
      try body(connection)
      return []
    }
  }

  /// Does an act that makes one record, whose identifier stands in the journal under a name.
  ///
  /// Of several records the newest counts, so that the identifier is made when its turn to be written has come.
  ///
  /// - Throws: ``ScheduleRefusal``; `OnceAct.Refusal`; ``StoreError`` from the engine.
  func record<Entity>(
    _ note: Note,
    as name: StaticString,
    _ parts: [String],
    once: String?,
    _ body: @escaping @Sendable (RecordID<Entity>, any SQLConnection) throws -> Void
  ) async throws {
    try await act(note, parts, once: once) { connection in
      let id: RecordID<Entity> = ids.next()
      try body(id, connection)
      return [(name, "\(id)")]
    }
  }

  /// `body` answers what the journal tells beside the note.
  private func act(
    _ note: Note,
    _ parts: [String],
    once: String?,
    _ body: @escaping @Sendable (any SQLConnection) throws -> [(StaticString, String)]
  ) async throws {
    let act = OnceAct(note.kind, parts)
    try await database.write { connection in
      if try act.outcome(of: once, account: actor.account, on: connection) != nil { return }
      let made = try body(connection)
      try JournalRecords.append(
        JournalEntry(
          id: ids.next(),
          at: now,
          actor: .account(account),
          kind: note.kind,
          employee: note.employee,
          unit: nil as RecordID<OrganizationUnit>?,
          payload: JournalPayload(made + note.payload)
        ),
        on: connection
      )
      try act.remember("done", of: once, account: actor.account, at: now, on: connection)
    }
  }

  /// Tells whoever counts hours that those of somebody have changed.
  func hoursChanged(of employee: RecordID<Employee>, on connection: any SQLConnection) throws {
    try hoursChanged(of: .person(employee), on: connection)
  }

  /// Tells whoever counts hours whose may have changed.
  func hoursChanged(of reach: HoursFollower.Change.Reach, on connection: any SQLConnection) throws {
    try follower.follow(.init(of: reach, at: now, account: account, ids: ids), connection)
  }

  /// Whether the actor may correct days of somebody that have passed.
  func mayCorrectPast(of employee: RecordID<Employee>, on connection: any SQLConnection) throws -> Bool {
    try ScheduleReach.keepsBooks(actor, of: employee, units.tree(asOf: today, on: connection), on: connection)
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
