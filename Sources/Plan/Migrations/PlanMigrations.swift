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
    )
  ]
}
