internal import Access
public import Indicators
public import Site

/// 公表: the files for the government's site, the pay gap, and the folder that the public reads.
public enum PublicationCapability: Sendable {
  /// What it brings to the house, reading the figures of the indicators of all capabilities.
  public static func capability(indicators: [Indicator]) -> Capability {
    Capability(
      name: "publication",
      migrations: PublicationMigrations.all,
      navigation: [NavigationItem("公表", Paths.home, allow: PublicationRoutes.publishers)],
      routes: PublicationRoutes(indicators: indicators).all
    )
  }
}
