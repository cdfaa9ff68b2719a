public import Store

/// The schema of attachments.
public enum AttachmentsMigrations: Sendable {
  /// All steps, in order.
  ///
  /// The content stands apart, so that it can be removed when its time of keeping is over; that it was there stays.
  public static let all = [
    Migration(
      "attachments-0001-files",
      [
        """
        CREATE TABLE attachment (
          id {integer} PRIMARY KEY,
          name TEXT NOT NULL,
          type TEXT NOT NULL,
          size {integer} NOT NULL,
          digest {bytes} NOT NULL,
          owner_employee {integer} REFERENCES employee (id),
          uploaded_at {integer} NOT NULL,
          uploaded_by {integer} NOT NULL,
          CHECK (size > 0)
        ) {strict}
        """,
        "CREATE INDEX attachment_digest ON attachment (digest)",
        """
        CREATE TABLE attachment_content (
          attachment {integer} PRIMARY KEY REFERENCES attachment (id),
          bytes {bytes} NOT NULL
        ) {strict}
        """,
      ] + SchemaText.appendOnly("attachment")
    )
  ]
}
