public import Store

/// The schema of the follow-up.
public enum FollowUpMigrations: Sendable {
  /// All steps, in order.
  public static let all = [
    Migration(
      "followups-0001-reports",
      [
        """
        CREATE TABLE report (
          id {integer} PRIMARY KEY,
          plan_code TEXT NOT NULL,
          fiscal_year {integer} NOT NULL,
          opened_at {integer} NOT NULL,
          UNIQUE (plan_code, fiscal_year)
        ) {strict}
        """,
        """
        CREATE TABLE report_text (
          report {integer} NOT NULL REFERENCES report (id),
          subject TEXT NOT NULL,
          field TEXT NOT NULL,
          revision {integer} NOT NULL,
          text TEXT NOT NULL,
          at {integer} NOT NULL,
          by_account {integer} NOT NULL,
          PRIMARY KEY (report, subject, field, revision),
          CHECK (revision > 0)
        ) {strict}
        """,
        """
        CREATE TABLE report_snapshot (
          id {integer} PRIMARY KEY,
          report {integer} NOT NULL REFERENCES report (id),
          version {integer} NOT NULL REFERENCES plan_version (id),
          taken_at {integer} NOT NULL,
          digest {bytes} NOT NULL,
          body TEXT NOT NULL
        ) {strict}
        """,
        "CREATE INDEX report_snapshot_report ON report_snapshot (report, id)",
        """
        CREATE TABLE report_step (
          report {integer} NOT NULL REFERENCES report (id),
          position {integer} NOT NULL,
          stage TEXT NOT NULL,
          on_day TEXT NOT NULL,
          at {integer} NOT NULL,
          by_account {integer} NOT NULL,
          note TEXT,
          snapshot {integer} REFERENCES report_snapshot (id),
          entry {integer} NOT NULL,
          PRIMARY KEY (report, position),
          CHECK (position > 0)
        ) {strict}
        """,
      ] + SchemaText.appendOnly("report_text") + SchemaText.appendOnly("report_snapshot")
        + SchemaText.appendOnly("report_step")
    )
  ]
}
