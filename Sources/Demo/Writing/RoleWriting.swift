internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Writes second posts, deputies, the granted roles, and the accounts of the operator and of a terminal.
struct RoleWriting: Sendable {
  let drawing: PeopleDrawing
  let password: PasswordHash
  let period: DemoPeriod
  let now: Instant

  func write(to database: any SQLDatabase) async throws {
    let source = drawing.identities.source
    let side = drawing.staff.sidePosts
    let assignments = side.posts.compactMap { post in
      drawing.assignment(post.posting, of: post.person, id: source.next())
    }
    let deputies = side.deputies.map { standing in
      Deputy(
        id: source.next(),
        unit: drawing.identities.units[standing.unit],
        employee: drawing.identities.people[standing.person],
        from: standing.from,
        to: standing.to
      )
    }
    let operatorAccount: RecordID<Account> = source.next()
    let terminalAccount: RecordID<Account> = source.next()
    let grants = grants
    let grantIDs: [RecordID<RoleGrant>] = grants.map { _ in source.next() }
    let entry = created(id: source.next())
    try await database.write { connection in
      try AssignmentRecords.insert(assignments, on: connection)
      for deputy in deputies { try DeputyRecords.insert(deputy, on: connection) }
      try insert(operatorAccount, of: .administrator, on: connection)
      try insert(terminalAccount, of: .terminal, on: connection)
      for (grant, id) in zip(grants, grantIDs) {
        guard let account = try AccountRecords.account(login: grant.role.rawValue, on: connection)
        else { continue }
        try RoleGrantRecords.insert(grant, id: id, to: account.id, on: connection)
      }
      try JournalRecords.append(entry, on: connection)
    }
  }

  private var grants: [RoleGrant] {
    let from = period.firstDay
    let ministry = drawing.identities.employer(.ministry)
    let showcase = drawing.identities.units[drawing.staff.ministry.showcase]
    return [
      RoleGrant(.hr, employer: ministry, from: from), RoleGrant(.timeKeeper, unit: showcase, from: from),
      RoleGrant(.secretariat, from: from), RoleGrant(.committee, from: from),
      RoleGrant(.auditor, from: from), RoleGrant(.administrator, from: from),
      RoleGrant(.terminal, employer: ministry, from: from),
    ]
  }

  private func insert(
    _ id: RecordID<Account>,
    of role: Role,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO account (id, login, name, password, created_at)
      VALUES (\(id), \(role.rawValue), \(role.japanese), \(password.stored), \(now))
      """
    )
  }

  private func created(id: RecordID<JournalEntry>) -> JournalEntry {
    JournalEntry(
      id: id,
      at: now,
      actor: .commandLine,
      kind: DemoKinds.created,
      payload: JournalPayload([
        ("units", "\(drawing.staff.ministry.units.count)"), ("people", "\(drawing.staff.people.count)"),
        ("seed", "\(drawing.seed)"),
      ])
    )
  }
}
