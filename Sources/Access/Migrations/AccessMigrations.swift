public import Store

/// The schema of accounts, roles, sessions and tokens.
public enum AccessMigrations: Sendable {
  /// All steps, in order.
  public static let all = [
    Migration(
      "access-0001-accounts",
      [
        """
        CREATE TABLE account (
          id {integer} PRIMARY KEY,
          login TEXT NOT NULL UNIQUE,
          employee {integer} UNIQUE REFERENCES employee (id),
          name TEXT NOT NULL,
          password TEXT,
          setup_digest {bytes} UNIQUE,
          setup_expires_at {integer},
          created_at {integer} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE role_grant (
          id {integer} PRIMARY KEY,
          account {integer} NOT NULL REFERENCES account (id),
          role TEXT NOT NULL,
          employer {integer} REFERENCES employer (id),
          unit {integer} REFERENCES unit (id),
          valid_from TEXT NOT NULL,
          valid_to TEXT,
          CHECK (valid_to IS NULL OR valid_to >= valid_from)
        ) {strict}
        """,
        "CREATE INDEX role_grant_account ON role_grant (account)",
        """
        CREATE TABLE session (
          digest {bytes} PRIMARY KEY,
          account {integer} NOT NULL REFERENCES account (id),
          created_at {integer} NOT NULL,
          last_seen_at {integer} NOT NULL
        ) {strict}
        """,
        "CREATE INDEX session_account ON session (account)",
        """
        CREATE TABLE failed_sign_in (
          id {integer} PRIMARY KEY,
          login TEXT NOT NULL,
          address TEXT NOT NULL,
          at {integer} NOT NULL
        ) {strict}
        """,
        "CREATE INDEX failed_sign_in_login ON failed_sign_in (login, at)",
        "CREATE INDEX failed_sign_in_address ON failed_sign_in (address, at)",
        """
        CREATE TABLE api_token (
          id {integer} PRIMARY KEY,
          digest {bytes} NOT NULL UNIQUE,
          account {integer} NOT NULL REFERENCES account (id),
          label TEXT NOT NULL,
          scopes TEXT NOT NULL,
          created_at {integer} NOT NULL,
          expires_at {integer} NOT NULL,
          revoked_at {integer}
        ) {strict}
        """,
        """
        CREATE TABLE once_key (
          account {integer} NOT NULL REFERENCES account (id),
          once TEXT NOT NULL,
          outcome TEXT NOT NULL,
          created_at {integer} NOT NULL,
          PRIMARY KEY (account, once)
        ) {strict}
        """,
      ]
    ),
    Migration(
      "access-0002-failed-sign-in-digests",
      [
        // What was typed as a login may be a password: the rows of the last minutes go, and digests come.
        "DROP TABLE failed_sign_in",
        """
        CREATE TABLE failed_sign_in (
          id {integer} PRIMARY KEY,
          login_digest {bytes} NOT NULL,
          address TEXT NOT NULL,
          at {integer} NOT NULL
        ) {strict}
        """,
        "CREATE INDEX failed_sign_in_login_digest ON failed_sign_in (login_digest, at)",
        "CREATE INDEX failed_sign_in_address ON failed_sign_in (address, at)",
      ]
    ),
    Migration(
      "access-0003-revision",
      SchemaText.counting(changesOf: ["account", "role_grant"], in: "people_revision")
    ),
    Migration(
      "access-0004-locks",
      [
        "ALTER TABLE account ADD COLUMN locked_at {integer}",
        // Empty while the password is still being looked at.
        "ALTER TABLE failed_sign_in ADD COLUMN wrong_at {integer}",
      ]
    ),
  ]
}
