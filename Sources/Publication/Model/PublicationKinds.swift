internal import Journal

/// The kinds of entries that publication writes into the journal.
enum PublicationKinds {
  /// What an employer publishes, or from where, was set.
  static let settingChanged: JournalKind = "publication.setting-changed"
  /// The files for the government's site or the public folder were made.
  static let exported: JournalKind = "publication.exported"
  /// The pay gap was computed from a file that was not kept.
  static let payGapComputed: JournalKind = "pay-gap.computed"
  /// The pay gap was taken over from a file.
  static let payGapImported: JournalKind = "pay-gap.imported"
}
