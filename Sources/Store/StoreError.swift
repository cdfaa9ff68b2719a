/// What an engine refused or could not do.
///
/// Texts never hold bound values, which may be personal. They name things as the engine does: they are for logs,
/// not to be compared.
public enum StoreError: Error, Sendable, Equatable {
  /// A value that must be unique exists already.
  case unique(constraint: String)
  /// A row refers to one that does not exist, or is still referred to.
  case foreignKey(String)
  /// A value breaks a CHECK, NOT NULL or type rule.
  case check(String)
  /// A row of an append-only table was to be changed or deleted.
  case appendOnly(String)
  /// Another writer was in the way for too long; trying again later is right.
  case busy
  /// The disk is full; nothing was written.
  case diskFull
  /// The connection was lost; `outcomeUnknown` when the loss fell on the commit itself.
  case connectionLost(outcomeUnknown: Bool)
  /// The database was written by a newer version of this software.
  case newerSchema(unknownMigration: String)
  /// A migration that has been applied was changed afterwards.
  case changedMigration(name: String)
  /// A text holds U+0000, which PostgreSQL cannot store; no engine takes it.
  case nullCharacter
  /// A column is missing or holds another type than the code expects.
  case unexpectedColumn(String)
  /// The database is closed.
  case closed
  /// The file or server cannot be opened.
  case cannotOpen(String)
  /// Anything else, as the engine names it.
  case engine(code: String, message: String)
}
