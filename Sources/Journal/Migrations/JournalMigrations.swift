public import Store

/// The schema of the journal.
public enum JournalMigrations: Sendable {
  /// All steps, in order.
  public static let all = [
    Migration(
      "journal-0001-entries",
      [
        """
        CREATE TABLE journal_entry (
          id {integer} PRIMARY KEY,
          at {integer} NOT NULL,
          actor {integer} NOT NULL,
          kind TEXT NOT NULL,
          employee {integer},
          unit {integer},
          payload TEXT NOT NULL
        ) {strict}
        """,
        "CREATE INDEX journal_entry_employee ON journal_entry (employee, id)",
        "CREATE INDEX journal_entry_kind ON journal_entry (kind, id)",
        """
        CREATE TABLE journal_seal (
          id {integer} PRIMARY KEY,
          sealed_at {integer} NOT NULL,
          entry_count {integer} NOT NULL,
          last_entry {integer} NOT NULL,
          previous {bytes} NOT NULL UNIQUE,
          digest {bytes} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE journal_leaf (
          seal {integer} NOT NULL REFERENCES journal_seal (id),
          entry {integer} NOT NULL UNIQUE,
          digest {bytes} NOT NULL,
          PRIMARY KEY (seal, entry)
        ) {strict}
        """,
      ] + SchemaText.appendOnly("journal_entry") + SchemaText.appendOnly("journal_seal")
        + SchemaText.appendOnly("journal_leaf")
    ),
    Migration(
      "journal-0002-waiting",
      [
        // What stands in no seal yet, so that sealing neither searches millions of entries nor trusts their clocks.
        "CREATE TABLE journal_waiting (entry {integer} PRIMARY KEY) {strict}",
        """
        INSERT INTO journal_waiting (entry)
        SELECT e.id FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry = e.id WHERE l.entry IS NULL
        """,
      ]
    ),
  ]
}
