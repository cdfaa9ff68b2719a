public import CivilTime
internal import Journal
public import People
public import Store

/// What ends: roles, tokens, and whole accounts.
extension AccountAdministration {
  /// Ends a role; answers how many grants were ended.
  ///
  /// - Parameters:
  ///   - employer: only the grant for this employer; nil for any.
  ///   - unit: only the grant for this unit; nil for any.
  ///   - lastDay: the last day on which it holds, yesterday at the earliest; nil ends it at once.
  /// - Throws: ``AccessError/unknownLogin(_:)``; ``AccessError/noSuchGrant(_:)`` when nothing would end;
  ///   ``AccessError/unsuitablePeriod`` for a day that is over, on which the role was held.
  @discardableResult
  public func revoke(
    _ role: Role,
    employer: RecordID<Employer>? = nil,
    unit: RecordID<OrganizationUnit>? = nil,
    of login: String,
    lastDay: CivilDate? = nil
  ) async throws -> Int {
    let yesterday = OfficeZone.date(of: clock.now()).adding(days: -1)
    let lastDay = lastDay ?? yesterday
    guard lastDay >= yesterday else { throw AccessError.unsuitablePeriod }
    let account = try await account(login)
    var payload: [(StaticString, String)] = [
      ("account", "\(account.id)"), ("role", role.rawValue), ("last-day", lastDay.iso),
    ]
    if let employer { payload.append(("employer", "\(employer)")) }
    if let unit { payload.append(("unit", "\(unit)")) }
    let entry = entry(AccessKinds.roleRevoked, about: account.employee, payload)
    return try await database.write { connection in
      let count = try RoleGrantRecords.end(
        role,
        employer: employer,
        unit: unit,
        of: account.id,
        lastDay: lastDay,
        on: connection
      )
      guard count > 0 else { throw AccessError.noSuchGrant(role) }
      try JournalRecords.append(entry, on: connection)
      return count
    }
  }

  /// The tokens of an account that are in force.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``.
  public func tokens(of login: String) async throws -> [StoredToken] {
    let account = try await account(login)
    let now = clock.now()
    return try await database.read { connection in
      try APITokenRecords.inForce(of: account.id, at: now, on: connection)
    }
  }

  /// Ends one token of an account, or all of them; answers how many.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``; ``AccessError/noSuchToken`` when nothing would end.
  @discardableResult
  public func revokeTokens(of login: String, only token: RecordID<APIToken>? = nil) async throws -> Int {
    let account = try await account(login)
    let now = clock.now()
    var payload: [(StaticString, String)] = [("account", "\(account.id)")]
    if let token { payload.append(("token", "\(token)")) }
    let entry = entry(AccessKinds.tokenRevoked, about: account.employee, payload)
    return try await database.write { connection in
      let meant = try APITokenRecords.inForce(of: account.id, at: now, on: connection).filter { stored in
        token.map { $0 == stored.id } ?? true
      }
      guard !meant.isEmpty else { throw AccessError.noSuchToken }
      for stored in meant { try APITokenRecords.revoke(stored.id, at: now, on: connection) }
      try JournalRecords.append(entry, on: connection)
      return meant.count
    }
  }

  /// Locks an account: nobody signs in with it, and its sessions, tokens and set-up code end at once.
  ///
  /// Answers false when it was locked already.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``.
  @discardableResult
  public func lock(_ login: String) async throws -> Bool {
    let account = try await account(login)
    let now = clock.now()
    let entry = entry(AccessKinds.accountLocked, about: account.employee, [("account", "\(account.id)")])
    return try await database.write { connection in
      guard try AccountRecords.setLocked(at: now, account.id, on: connection) else { return false }
      try SessionRecords.deleteAll(of: account.id, on: connection)
      for token in try APITokenRecords.inForce(of: account.id, at: now, on: connection) {
        try APITokenRecords.revoke(token.id, at: now, on: connection)
      }
      try JournalRecords.append(entry, on: connection)
      return true
    }
  }

  /// Opens a locked account again; what the lock has ended stays ended.
  ///
  /// Answers false when it was not locked.
  ///
  /// - Throws: ``AccessError/unknownLogin(_:)``.
  @discardableResult
  public func unlock(_ login: String) async throws -> Bool {
    let account = try await account(login)
    let entry = entry(AccessKinds.accountUnlocked, about: account.employee, [("account", "\(account.id)")])
    return try await database.write { connection in
      guard try AccountRecords.setLocked(at: nil, account.id, on: connection) else { return false }
      try JournalRecords.append(entry, on: connection)
      return true
    }
  }
}
