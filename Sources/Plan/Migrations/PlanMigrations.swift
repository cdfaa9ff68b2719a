public import Store

/// The schema of the plan.
public enum PlanMigrations: Sendable {
  /// All steps, in order.
  public static let all = [
    Migration(
      "plan-0001-versions",
      [
        """
        CREATE TABLE plan_version (
          id {integer} PRIMARY KEY,
          code TEXT NOT NULL,
          edition {integer} NOT NULL,
          text TEXT NOT NULL,
          digest {bytes} NOT NULL,
          loaded_at {integer} NOT NULL,
          UNIQUE (code, edition)
        ) {strict}
        """
      ] + SchemaText.appendOnly("plan_version")
    ),
    Migration(
      "plan-0002-spans",
      [
        """
        CREATE TABLE plan_span (
          version {integer} PRIMARY KEY REFERENCES plan_version (id),
          first_year {integer} NOT NULL,
          reason TEXT NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE plan_mapping (
          version {integer} NOT NULL REFERENCES plan_version (id),
          old_measure TEXT NOT NULL,
          new_measure TEXT NOT NULL,
          ended {boolean} NOT NULL,
          note TEXT NOT NULL,
          PRIMARY KEY (version, old_measure, new_measure)
        ) {strict}
        """,
      ] + SchemaText.appendOnly("plan_span") + SchemaText.appendOnly("plan_mapping")
    ),
    Migration(
      "plan-0003-decisions",
      [
        """
        CREATE TABLE measure_decision (
          id {integer} PRIMARY KEY,
          plan_code TEXT NOT NULL,
          measure TEXT NOT NULL,
          fiscal_year {integer} NOT NULL,
          status TEXT NOT NULL,
          reason TEXT NOT NULL,
          at {integer} NOT NULL,
          by_account {integer},
          entry {integer} NOT NULL
        ) {strict}
        """,
        "CREATE INDEX measure_decision_year ON measure_decision (plan_code, fiscal_year, id)",
      ] + SchemaText.appendOnly("measure_decision")
    ),
  ]
}
