internal import Journal

/// What the management of limits writes into the journal.
enum LimitWatchKinds {
  static let designationRecorded: JournalKind = "limit-watch.designation-recorded"
  static let specialWorkRecorded: JournalKind = "limit-watch.special-work-recorded"
  static let analysisWritten: JournalKind = "limit-watch.analysis-written"
  static let analysisSubmitted: JournalKind = "limit-watch.analysis-submitted"
  static let interviewRecorded: JournalKind = "limit-watch.interview-recorded"
  static let interviewRequested: JournalKind = "limit-watch.interview-requested"
  static let interviewTakenBack: JournalKind = "limit-watch.interview-taken-back"
  static let protectionAsked: JournalKind = "limit-watch.protection-asked"
  static let protectionDecided: JournalKind = "limit-watch.protection-decided"
  static let protectionEnded: JournalKind = "limit-watch.protection-ended"
}
