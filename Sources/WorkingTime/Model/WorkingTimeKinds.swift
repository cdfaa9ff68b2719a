internal import Journal

/// What working time writes into the journal.
enum WorkingTimeKinds {
  static let clockedIn: JournalKind = "working-time.clocked-in"
  static let clockedOut: JournalKind = "working-time.clocked-out"
  static let punchCancelled: JournalKind = "working-time.punch-cancelled"
  static let punchEntered: JournalKind = "working-time.punch-entered"
  static let punchesReceived: JournalKind = "working-time.punches-received"
  static let overtimeDeclared: JournalKind = "working-time.overtime-declared"
  static let overtimeRecounted: JournalKind = "working-time.overtime-recounted"
  static let punchesImported: JournalKind = "working-time.punches-imported"
  static let overtimeImported: JournalKind = "working-time.overtime-imported"
  static let designationsImported: JournalKind = "working-time.designations-imported"
}
