internal import Journal

/// The kinds of journal entries that schedules leave.
enum ScheduleKinds {
  static let standardFixed: JournalKind = "schedules.standard-day-fixed"
  static let patternOffered: JournalKind = "schedules.pattern-offered"
  static let patternEnded: JournalKind = "schedules.pattern-ended"
  static let termsFixed: JournalKind = "schedules.flextime-terms-fixed"
  static let holidayAdded: JournalKind = "schedules.holiday-added"
  static let holidayWithdrawn: JournalKind = "schedules.holiday-withdrawn"
  static let patternAsked: JournalKind = "schedules.pattern-asked"
  static let patternDecided: JournalKind = "schedules.pattern-decided"
  static let patternChosen: JournalKind = "schedules.pattern-chosen"
  static let moveAsked: JournalKind = "schedules.move-asked"
  static let moveDecided: JournalKind = "schedules.move-decided"
  static let moveArranged: JournalKind = "schedules.move-arranged"
  static let moveCancelled: JournalKind = "schedules.move-cancelled"
  static let flextimeStep: JournalKind = "schedules.flextime-step"
  static let teleworkAsked: JournalKind = "schedules.telework-asked"
  static let teleworkDecided: JournalKind = "schedules.telework-decided"
  static let teleworkCancelled: JournalKind = "schedules.telework-cancelled"
}
