internal import Journal

/// What this target writes into the journal.
enum AccessKinds {
  static let signedIn: JournalKind = "access.signed-in"
  static let signedOut: JournalKind = "access.signed-out"
  static let refused: JournalKind = "access.sign-in-refused"
  static let passwordSet: JournalKind = "access.password-set"
  static let accountCreated: JournalKind = "access.account-created"
  static let setupCodeIssued: JournalKind = "access.setup-code-issued"
  static let roleGranted: JournalKind = "access.role-granted"
  static let roleRevoked: JournalKind = "access.role-revoked"
  static let tokenCreated: JournalKind = "access.token-created"
  static let tokenRevoked: JournalKind = "access.token-revoked"
  static let accountLocked: JournalKind = "access.account-locked"
  static let accountUnlocked: JournalKind = "access.account-unlocked"
  static let deputyNamed: JournalKind = "access.deputy-named"
}
