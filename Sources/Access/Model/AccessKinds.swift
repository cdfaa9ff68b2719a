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
  static let tokenCreated: JournalKind = "access.token-created"
}
