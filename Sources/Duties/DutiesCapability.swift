internal import Access
public import Site

/// Duties (担当の取組): what measures of the plan ask of people, units and offices, and what became of it.
public enum DutiesCapability: Sendable {
  /// What it brings to the house; the sources give events their names on pages.
  public static func capability(sources: [DutyEventSource]) -> Capability {
    Capability(
      name: "duties",
      migrations: DutiesMigrations.all,
      navigation: [NavigationItem("担当の取組", DutyPaths.inbox, allow: DutyRoutes.owners)],
      routes: DutyRoutes(words: DutyWords(sources)).all
    )
  }

  /// What it brings to the house, with the events of people alone.
  public static let capability = capability(sources: PeopleEvents.all)
}
