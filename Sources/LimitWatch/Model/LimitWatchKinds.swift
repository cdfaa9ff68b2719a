internal import Journal

/// What the management of limits writes into the journal.
enum LimitWatchKinds {
  static let designationRecorded: JournalKind = "limit-watch.designation-recorded"
  static let specialWorkRecorded: JournalKind = "limit-watch.special-work-recorded"
  static let analysisWritten: JournalKind = "limit-watch.analysis-written"
  static let analysisSubmitted: JournalKind = "limit-watch.analysis-submitted"
  static let interviewRecorded: JournalKind = "limit-watch.interview-recorded"
  static let interviewTakenBack: JournalKind = "limit-watch.interview-taken-back"
  static let protectionDecided: JournalKind = "limit-watch.protection-decided"
  /// What somebody asks for oneself or takes back; who reads the journal does not learn what, nor of whom others wrote.
  static let ownRequest: JournalKind = "limit-watch.own-request"
}
