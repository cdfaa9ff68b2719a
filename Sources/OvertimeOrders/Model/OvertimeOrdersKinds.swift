internal import Journal

/// What orders of overtime write into the journal.
enum OvertimeOrdersKinds {
  static let requested: JournalKind = "overtime-orders.requested"
  static let decided: JournalKind = "overtime-orders.decided"
  static let withdrawn: JournalKind = "overtime-orders.withdrawn"
  static let decidedTogether: JournalKind = "overtime-orders.decided-together"
  static let claimConfirmed: JournalKind = "overtime-orders.claim-confirmed"
  static let claimAsked: JournalKind = "overtime-orders.claim-asked"
  static let claimAnswered: JournalKind = "overtime-orders.claim-answered"
  static let differenceExplained: JournalKind = "overtime-orders.difference-explained"
  static let changeProposed: JournalKind = "overtime-orders.change-proposed"
  static let changeConfirmed: JournalKind = "overtime-orders.change-confirmed"
  static let changeObjected: JournalKind = "overtime-orders.change-objected"
  static let budgetSet: JournalKind = "overtime-orders.budget-set"
  static let timeOffDeclined: JournalKind = "overtime-orders.time-off-declined"
  static let timeOffDesignated: JournalKind = "overtime-orders.time-off-designated"
}
