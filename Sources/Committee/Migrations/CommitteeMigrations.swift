public import Store

/// The schema of the committee, the intensive period and the voices.
public enum CommitteeMigrations: Sendable {
  /// All steps, in order.
  public static let all = [meetings, intensive, voices, papers, removals]

  private static let meetings = Migration(
    "committee-0001-meetings",
    [
      """
      CREATE TABLE meeting (
        id {integer} PRIMARY KEY,
        plan_code TEXT NOT NULL,
        held_on TEXT NOT NULL,
        title TEXT NOT NULL,
        place TEXT NOT NULL,
        state TEXT NOT NULL,
        revision {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX meeting_day ON meeting (plan_code, held_on)",
      """
      CREATE TABLE agenda_item (
        id {integer} PRIMARY KEY,
        meeting {integer} NOT NULL REFERENCES meeting (id),
        position {integer} NOT NULL,
        origin TEXT NOT NULL,
        origin_key TEXT NOT NULL,
        title TEXT NOT NULL,
        note TEXT NOT NULL,
        UNIQUE (meeting, position),
        UNIQUE (meeting, origin, origin_key)
      ) {strict}
      """,
      """
      CREATE TABLE minutes (
        meeting {integer} NOT NULL REFERENCES meeting (id),
        revision {integer} NOT NULL,
        text TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        PRIMARY KEY (meeting, revision),
        CHECK (revision > 0)
      ) {strict}
      """,
      """
      CREATE TABLE decision (
        id {integer} PRIMARY KEY,
        item {integer} NOT NULL REFERENCES agenda_item (id),
        text TEXT NOT NULL,
        owner_kind TEXT,
        owner_unit {integer} REFERENCES unit (id),
        owner_office TEXT,
        employer {integer} REFERENCES employer (id),
        due_on TEXT,
        duty {integer} REFERENCES duty (id),
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        CHECK ((owner_kind IS NULL) = (duty IS NULL)),
        CHECK ((owner_kind IS NULL) = (due_on IS NULL))
      ) {strict}
      """,
      "CREATE INDEX decision_item ON decision (item, id)",
    ] + SchemaText.appendOnly("minutes") + SchemaText.appendOnly("decision")
  )

  private static let intensive = Migration(
    "committee-0002-intensive",
    [
      """
      CREATE TABLE intensive_action (
        id {integer} PRIMARY KEY,
        plan_code TEXT NOT NULL,
        fiscal_year {integer} NOT NULL,
        employer {integer} NOT NULL REFERENCES employer (id),
        measure TEXT NOT NULL,
        title TEXT NOT NULL,
        note TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX intensive_action_year ON intensive_action (plan_code, fiscal_year, employer)",
    ] + SchemaText.appendOnly("intensive_action")
  )

  private static let papers = Migration(
    "committee-0004-papers",
    [
      """
      CREATE TABLE agenda_paper (
        item {integer} NOT NULL REFERENCES agenda_item (id),
        attachment {integer} NOT NULL REFERENCES attachment (id),
        PRIMARY KEY (item, attachment)
      ) {strict}
      """
    ]
  )

  private static let removals = Migration(
    "committee-0005-paper-removals",
    [
      """
      CREATE TABLE paper_removal (
        attachment {integer} PRIMARY KEY REFERENCES attachment (id),
        item {integer} NOT NULL REFERENCES agenda_item (id),
        reason TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL
      ) {strict}
      """
    ] + SchemaText.appendOnly("paper_removal")
  )

  // Neither table says who raised a voice; an answer is written anew beside the old one.
  private static let voices = Migration(
    "committee-0003-voices",
    [
      """
      CREATE TABLE voice (
        id {integer} PRIMARY KEY,
        plan_code TEXT NOT NULL,
        received_on TEXT NOT NULL,
        employer {integer} NOT NULL REFERENCES employer (id),
        unit {integer} REFERENCES unit (id),
        origin TEXT NOT NULL,
        theme TEXT NOT NULL,
        text TEXT NOT NULL,
        recorded_by {integer} NOT NULL,
        recorded_at {integer} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX voice_day ON voice (plan_code, received_on)",
      """
      CREATE TABLE voice_answer (
        voice {integer} NOT NULL REFERENCES voice (id),
        revision {integer} NOT NULL,
        text TEXT NOT NULL,
        outcome TEXT NOT NULL,
        answered_on TEXT NOT NULL,
        at {integer} NOT NULL,
        by_account {integer} NOT NULL,
        PRIMARY KEY (voice, revision),
        CHECK (revision > 0)
      ) {strict}
      """,
    ] + SchemaText.appendOnly("voice") + SchemaText.appendOnly("voice_answer")
  )
}
