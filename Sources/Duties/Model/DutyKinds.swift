internal import Journal

/// The kinds of journal entries about duties.
enum DutyKinds {
  static let opened: JournalKind = "duties.opened"
  static let fulfilled: JournalKind = "duties.fulfilled"
  static let excused: JournalKind = "duties.excused"
  static let reopened: JournalKind = "duties.reopened"
  static let handedOver: JournalKind = "duties.handed-over"
  static let reminded: JournalKind = "duties.reminded"
  static let exported: JournalKind = "duties.exported"
  static let periodSet: JournalKind = "duties.period-set"
}
