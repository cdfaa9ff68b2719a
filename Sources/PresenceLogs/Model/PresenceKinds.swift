internal import Journal

/// What presence logs write into the journal.
enum PresenceKinds {
  static let imported: JournalKind = "presence-logs.imported"
  static let mappingSet: JournalKind = "presence-logs.mapping-set"
  static let namesRegistered: JournalKind = "presence-logs.names-registered"
  static let thresholdSet: JournalKind = "presence-logs.threshold-set"
  static let reasonRecorded: JournalKind = "presence-logs.reason-recorded"
  static let questionAsked: JournalKind = "presence-logs.question-asked"
  static let patternNoted: JournalKind = "presence-logs.pattern-noted"
}
