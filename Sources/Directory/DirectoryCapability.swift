public import Site

/// The directory (職員・組織の案内): who works where.
///
/// What a page shows of a person depends on who looks.
public enum DirectoryCapability: Sendable {
  /// What it brings to the house.
  public static let capability = Capability(
    name: "directory",
    navigation: [NavigationItem("職員・組織", "/directory", allow: DirectoryRoutes.readers)],
    routes: DirectoryRoutes.all
  )
}
