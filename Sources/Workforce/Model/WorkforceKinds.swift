internal import Journal

/// The kinds of entries that this capability writes into the journal.
enum WorkforceKinds {
  /// The composition of an employer's staff was saved as a file.
  static let compositionExported: JournalKind = "workforce.composition-exported"
}
