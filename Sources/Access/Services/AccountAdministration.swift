public import CivilTime
internal import Journal
internal import People
public import Store

/// Creating accounts, handing out set-up codes, granting roles, making tokens: what the operator's commands do.
public struct AccountAdministration: Sendable {
  let database: any SQLDatabase
  let clock: any WallClock
  let ids: RecordIDSource

  /// The service on a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Adds an account that belongs to no employee, such as an operator's.
  ///
  /// - Throws: ``AccessError/loginTaken(_:)``.
  public func createAccount(login: String, name: String) async throws -> RecordID<Account> {
    let login = DigitFolding.folded(login)
    let id: RecordID<Account> = ids.next()
    let now = clock.now()
    let entry = entry(AccessKinds.accountCreated, about: nil, [("account", "\(id)")])
    try await database.write { connection in
      guard try AccountRecords.account(login: login, on: connection) == nil else {
        throw AccessError.loginTaken(login)
      }
      try AccountRecords.insert(id: id, login: login, name: name, employee: nil, at: now, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
    return id
  }

  /// Adds accounts for all employees in service who have none; the login is the employee number, or where that
  /// is taken, one made from it.
  public func createMissingAccounts() async throws -> Int {
    let now = clock.now()
    let today = OfficeZone.date(of: now)
    let missing = try await database.read { connection in
      try ActorRecords.employeesWithoutAccount(on: today, connection: connection)
    }
    let pairs = missing.map { person in (person.employee, ids.next(Account.self)) }
    let accounts = Dictionary(pairs) { first, _ in first }
    let entryID: RecordID<JournalEntry> = ids.next()
    return try await database.write { connection in
      // Read again, because a login or an employee may have got an account in the meantime.
      let people = try ActorRecords.employeesWithoutAccount(on: today, connection: connection)
      var count = 0
      for person in people {
        // Whoever was hired in the meantime waits for the next run.
        guard let id = accounts[person.employee] else { continue }
        try AccountRecords.insert(
          id: id,
          login: person.login,
          name: person.name,
          employee: person.employee,
          at: now,
          on: connection
        )
        count += 1
      }
      guard count > 0 else { return 0 }
      let payload: [(StaticString, String)] = [("count", "\(count)")]
      let entry = Self.entry(entryID, at: now, AccessKinds.accountCreated, about: nil, payload)
      try JournalRecords.append(entry, on: connection)
      return count
    }
  }

  /// Makes a fresh set-up code for an account; an older one ends, and so does every session.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``, ``AccessError/locked(_:)``.
  public func issueSetupCode(login: String) async throws -> String {
    let code = SetupCode.random()
    let digest = BearerSecret(text: code).digest
    let expiresAt = clock.now().adding(milliseconds: SetupCode.lifetime)
    let account = try await account(login)
    let entry = entry(AccessKinds.setupCodeIssued, about: account.employee, [("account", "\(account.id)")])
    try await database.write { connection in
      guard try !AccountRecords.isLocked(account.id, on: connection) else {
        throw AccessError.locked(account.login)
      }
      try AccountRecords.setSetupCode(digest, expiresAt: expiresAt, of: account.id, on: connection)
      try SessionRecords.deleteAll(of: account.id, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
    return code
  }

  /// Logins of all open accounts that have no password yet.
  ///
  /// - Parameter includingInvited: also those whose set-up code is still in force.
  public func loginsWithoutPassword(includingInvited: Bool) async throws -> [String] {
    let instant = includingInvited ? nil : clock.now()
    return try await database.read { connection in
      try AccountRecords.loginsWithoutPassword(noCodeInForceAt: instant, on: connection)
    }
  }

  /// Grants a role.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``; ``AccessError/unsuitableReach(_:)`` for a role that is not
  ///   granted by name, a time-keeper without a unit, or a personnel authority or terminal without an employer;
  ///   ``AccessError/unsuitablePeriod`` when it ends before it begins.
  public func grant(_ grant: RoleGrant, to login: String) async throws {
    let needsUnit = grant.role == .timeKeeper
    let needsEmployer = grant.role.isOfEmployer
    guard grant.role.isGranted, needsUnit == (grant.unit != nil), needsEmployer == (grant.employer != nil)
    else { throw AccessError.unsuitableReach(grant.role) }
    if let to = grant.to, to < grant.from { throw AccessError.unsuitablePeriod }
    let id: RecordID<RoleGrant> = ids.next()
    let account = try await account(login)
    var payload: [(StaticString, String)] = [
      ("account", "\(account.id)"), ("role", grant.role.rawValue), ("from", grant.from.iso),
    ]
    if let employer = grant.employer { payload.append(("employer", "\(employer)")) }
    if let unit = grant.unit { payload.append(("unit", "\(unit)")) }
    if let to = grant.to { payload.append(("until", to.iso)) }
    let entry = entry(AccessKinds.roleGranted, about: account.employee, payload)
    try await database.write { connection in
      try RoleGrantRecords.insert(grant, id: id, to: account.id, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
  }

  /// Makes a bearer token and answers its secret, which is shown once.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``, ``AccessError/locked(_:)``.
  public func createToken(
    login: String,
    label: String,
    scopes: Set<APIScope>,
    days: Int
  ) async throws -> BearerSecret {
    let secret = BearerSecret.random()
    let id: RecordID<APIToken> = ids.next()
    let now = clock.now()
    let expiresAt = now.adding(milliseconds: Int64(days) * 24 * 3600 * 1000)
    let account = try await account(login)
    let entry = entry(
      AccessKinds.tokenCreated,
      about: account.employee,
      [("account", "\(account.id)"), ("token", "\(id)")]
    )
    try await database.write { connection in
      guard try !AccountRecords.isLocked(account.id, on: connection) else {
        throw AccessError.locked(account.login)
      }
      try APITokenRecords.insert(
        secret,
        id: id,
        account: account.id,
        label: label,
        scopes: scopes,
        at: now,
        expiresAt: expiresAt,
        on: connection
      )
      try JournalRecords.append(entry, on: connection)
    }
    return secret
  }

  func account(_ login: String) async throws -> Account {
    let login = DigitFolding.folded(login)
    let account = try await database.read { connection in
      try AccountRecords.account(login: login, on: connection)
    }
    guard let account else { throw AccessError.unknownLogin(login) }
    return account
  }

  func entry(
    _ kind: JournalKind,
    about employee: RecordID<Employee>?,
    _ payload: [(StaticString, String)]
  ) -> JournalEntry {
    Self.entry(ids.next(), at: clock.now(), kind, about: employee, payload)
  }

  private static func entry(
    _ id: RecordID<JournalEntry>,
    at now: Instant,
    _ kind: JournalKind,
    about employee: RecordID<Employee>?,
    _ payload: [(StaticString, String)]
  ) -> JournalEntry {
    JournalEntry(
      id: id,
      at: now,
      actor: .commandLine,
      kind: kind,
      employee: employee,
      unit: RecordID<Never>?.none,
      payload: JournalPayload(payload)
    )
  }
}
