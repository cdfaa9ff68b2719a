public import Indicators
public import Site

/// The follow-up (年次フォローアップ): the report of a year from draft to publication, and the secretariat's desk.
public enum FollowUpCapability: Sendable {
  /// What it brings to the house, reporting the indicators of all capabilities.
  public static func capability(indicators: [Indicator]) -> Capability {
    let definitions = indicators.map(\.definition)
    return Capability(
      name: "follow-up",
      migrations: FollowUpMigrations.all,
      navigation: [NavigationItem("事務局の机", ReportPaths.desk, allow: ReportRoutes.writers)],
      routes: ReportRoutes(definitions: definitions).all + DeskRoutes(definitions: definitions).all
    )
  }
}
