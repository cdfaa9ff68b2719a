public import Store

/// The schema of evidence by hand.
public enum EvidenceMigrations: Sendable {
  /// All steps, in order; they stand after those of attachments and duties.
  public static let all = [
    Migration(
      "evidence-0001-evidence",
      [
        """
        CREATE TABLE evidence (
          id {integer} PRIMARY KEY,
          plan_code TEXT NOT NULL,
          measure TEXT NOT NULL,
          kind TEXT NOT NULL,
          employer {integer} NOT NULL REFERENCES employer (id),
          unit {integer},
          bureau {integer} NOT NULL,
          about_employee {integer},
          fiscal_year {integer} NOT NULL,
          held_on TEXT NOT NULL,
          quantity {integer},
          quantity_of {integer},
          text TEXT NOT NULL,
          link TEXT,
          corrects {integer} REFERENCES evidence (id),
          entry {integer} NOT NULL,
          recorded_at {integer} NOT NULL,
          recorded_by {integer} NOT NULL,
          CHECK (quantity IS NULL OR quantity >= 0),
          CHECK (quantity_of IS NULL OR quantity_of > 0)
        ) {strict}
        """,
        "CREATE INDEX evidence_measure ON evidence (fiscal_year, measure, id)",
        "CREATE INDEX evidence_unit ON evidence (unit, fiscal_year)",
        "CREATE INDEX evidence_entry ON evidence (entry)",
        "CREATE UNIQUE INDEX evidence_corrects ON evidence (corrects)",
        """
        CREATE TABLE evidence_withdrawal (
          evidence {integer} PRIMARY KEY REFERENCES evidence (id),
          at {integer} NOT NULL,
          by_account {integer} NOT NULL,
          reason TEXT NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE evidence_attachment (
          evidence {integer} NOT NULL REFERENCES evidence (id),
          attachment {integer} NOT NULL REFERENCES attachment (id),
          PRIMARY KEY (evidence, attachment)
        ) {strict}
        """,
        "CREATE INDEX evidence_attachment_attachment ON evidence_attachment (attachment)",
        """
        CREATE TABLE evidence_tally (
          fiscal_year {integer} NOT NULL,
          plan_code TEXT NOT NULL,
          measure TEXT NOT NULL,
          employer {integer} NOT NULL,
          bureau {integer} NOT NULL,
          cases {integer} NOT NULL,
          quantity {integer},
          quantity_of {integer},
          last_held_on TEXT,
          PRIMARY KEY (fiscal_year, plan_code, measure, employer, bureau)
        ) {strict}
        """,
      ] + SchemaText.appendOnly("evidence") + SchemaText.appendOnly("evidence_withdrawal")
        + SchemaText.appendOnly("evidence_attachment")
    )
  ]
}
