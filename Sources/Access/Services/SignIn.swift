public import CivilTime
internal import Journal
public import Store

/// Signing in and out, and the first sign-in with a set-up code.
public struct SignIn: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  private let passwords: PasswordWorker

  /// The service on a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource, passwords: PasswordWorker)
  {
    self.database = database
    self.clock = clock
    self.ids = ids
    self.passwords = passwords
  }

  /// Lets somebody in and answers the secret of a new session; a session shown before is ended.
  ///
  /// - Throws: ``AccessError/wrongLoginOrPassword``, ``AccessError/tooManyTries``; ``StoreError/busy`` when too many
  ///   try at once.
  public func signIn(
    login: String,
    password: String,
    address: String,
    replacing old: BearerSecret?
  ) async throws -> BearerSecret {
    let login = DigitFolding.folded(login)
    return try await passwords.inPlace {
      let now = clock.now()
      let (attempt, account) = try await admit(login: login, address: address, at: now) { connection in
        try AccountRecords.account(login: login, on: connection)
      }
      let isRight = try await passwords.matches(password, account?.password)
      let mayWork = try await mayWork(account, at: now)
      guard let account, isRight, mayWork else {
        try await recordRefusal(attempt, of: account, at: now)
        throw AccessError.wrongLoginOrPassword
      }
      return try await open(account, login: login, password: password, at: now, replacing: old)
    }
  }

  /// Begins a session of somebody who has shown the right password.
  private func open(
    _ account: Account,
    login: String,
    password: String,
    at now: Instant,
    replacing old: BearerSecret?
  ) async throws -> BearerSecret {
    let stronger = try await strongerHash(of: account, password: password)
    let secret = BearerSecret.random()
    let entry = JournalEntry(
      id: ids.next(),
      at: now,
      actor: .account(account.id.number),
      kind: AccessKinds.signedIn,
      employee: account.employee,
      unit: RecordID<Never>?.none
    )
    try await database.write { connection in
      // Somebody may have locked the account while the password was looked at.
      guard try !AccountRecords.isLocked(account.id, on: connection) else {
        throw AccessError.wrongLoginOrPassword
      }
      if let old { try SessionRecords.delete(old, on: connection) }
      if let stronger { try AccountRecords.setPassword(stronger, of: account.id, on: connection) }
      try FailedSignInRecords.clear(login: login, on: connection)
      try SessionRecords.insert(secret, account: account.id, at: now, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
    return secret
  }

  /// Ends a session.
  public func signOut(_ secret: BearerSecret, actor: Actor) async throws {
    let entry = JournalEntry(
      id: ids.next(),
      at: clock.now(),
      actor: .account(actor.account.number),
      kind: AccessKinds.signedOut,
      employee: actor.employee,
      unit: actor.unit
    )
    try await database.write { connection in
      try SessionRecords.delete(secret, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
  }

  /// Sets the first password with the code that was handed out.
  ///
  /// - Throws: ``AccessError/wrongSetupCode``, ``AccessError/unsuitablePassword``,
  ///   ``AccessError/tooManyTries``; ``StoreError/busy`` when too many try at once.
  public func setFirstPassword(login: String, code: String, password: String, address: String) async throws {
    guard PasswordRule.allows(password) else { throw AccessError.unsuitablePassword }
    let login = DigitFolding.folded(login)
    let digest = BearerSecret(text: SetupCode.folded(code)).digest
    try await passwords.inPlace {
      let now = clock.now()
      let (attempt, account) = try await admit(login: login, address: address, at: now) { connection in
        try AccountRecords.account(login: login, setupDigest: digest, at: now, on: connection)
      }
      guard let account else {
        try await recordRefusal(attempt, of: nil, at: now)
        throw AccessError.wrongSetupCode
      }
      try await setPassword(password, of: account, code: digest, at: now)
    }
  }

  private func setPassword(
    _ password: String,
    of account: Account,
    code digest: [UInt8],
    at now: Instant
  ) async throws {
    let hash = try await passwords.hash(password)
    let entry = JournalEntry(
      id: ids.next(),
      at: now,
      actor: .account(account.id.number),
      kind: AccessKinds.passwordSet,
      employee: account.employee,
      unit: RecordID<Never>?.none
    )
    try await database.write { connection in
      let standing = try AccountRecords.account(
        login: account.login,
        setupDigest: digest,
        at: now,
        on: connection
      )
      // Another request has used the code in the meantime.
      guard standing != nil else { throw AccessError.wrongSetupCode }
      try AccountRecords.setPassword(hash, of: account.id, on: connection)
      try FailedSignInRecords.clear(login: account.login, on: connection)
      try SessionRecords.deleteAll(of: account.id, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
  }

  private func strongerHash(of account: Account, password: String) async throws -> PasswordHash? {
    guard let hash = account.password, passwords.isWeak(hash) else { return nil }
    return try await passwords.hash(password)
  }

  /// Counts the try before the password is looked at, so that many tries at once cannot pass the throttle
  /// together; a right password clears the count, a wrong one is judged so afterwards.
  private func admit(
    login: String,
    address: String,
    at now: Instant,
    _ find: @escaping @Sendable (any SQLConnection) throws -> Account?
  ) async throws -> (attempt: RecordID<FailedSignIn>, account: Account?) {
    let id: RecordID<FailedSignIn> = ids.next()
    return try await database.write { connection in
      switch try FailedSignInRecords.standing(login: login, address: address, at: now, on: connection) {
      case .open: break
      case .waiting: throw StoreError.busy
      case .closed: throw AccessError.tooManyTries
      }
      try FailedSignInRecords.insert(id: id, login: login, address: address, at: now, on: connection)
      return (id, try find(connection))
    }
  }

  private func mayWork(_ account: Account?, at now: Instant) async throws -> Bool {
    guard let account else { return false }
    return try await database.read { connection in
      try ActorRecords.mayWork(account.id, on: OfficeZone.date(of: now), connection: connection)
    }
  }

  private func recordRefusal(
    _ attempt: RecordID<FailedSignIn>,
    of account: Account?,
    at now: Instant
  ) async throws {
    let entry = JournalEntry(
      id: ids.next(),
      at: now,
      actor: .system,
      kind: AccessKinds.refused,
      employee: account?.employee,
      unit: RecordID<Never>?.none
    )
    try await database.write { connection in
      try FailedSignInRecords.judge(attempt, at: now, on: connection)
      try JournalRecords.append(entry, on: connection)
    }
  }
}

/// What a password must be: long, nothing else (NIST SP 800-63B asks for no mixture of characters).
public enum PasswordRule: Sendable {
  /// The least number of characters.
  public static let least = 12
  /// The greatest number of bytes, so that nobody can make the server work on a book.
  public static let mostBytes = 800

  /// Whether a password may be chosen.
  public static func allows(_ password: String) -> Bool {
    password.unicodeScalars.count >= least && password.utf8.count <= mostBytes
  }
}
