internal import Access
public import Site

/// 職員の構成: the figures of hires, ranks, promotions and service, and the composition of staff.
public enum WorkforceCapability: Sendable {
  /// What it brings to the house; it keeps nothing of its own, so it has no tables.
  public static let capability = Capability(
    name: "workforce",
    navigation: [NavigationItem("職員の構成", CompositionPage.path, allow: WorkforceRoutes.personnel)],
    routes: WorkforceRoutes.all
  )
}
