internal import Access
public import Indicators
public import Site

/// The plan (取組と指標): its measures and targets with what is known of them, and the yearly follow-up.
public enum PlanCapability: Sendable {
  /// What it brings to the house, computing from the indicators of all capabilities.
  public static func capability(indicators: [Indicator]) -> Capability {
    Capability(
      name: "plan",
      migrations: PlanMigrations.all,
      navigation: [NavigationItem("取組と指標", Paths.home, allow: PlanRoutes.readers)],
      routes: PlanRoutes(indicators: indicators).all
    )
  }
}
