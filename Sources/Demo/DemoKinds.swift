internal import Journal

/// What the demo writes into the journal.
enum DemoKinds {
  static let created: JournalKind = "demo.created"
  static let monthImported: JournalKind = "demo.month-imported"
}
