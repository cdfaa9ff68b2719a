internal import Access
internal import Demo
internal import Directory
internal import Entrance
internal import Indicators
internal import Journal
internal import Oversight
internal import People
internal import Plan
internal import Site
internal import Store
internal import WorkingTime

/// The one list of all capabilities, and of everything that has a schema.
public enum House: Sendable {
  /// All steps of the schema, floor by floor.
  static let migrations: [Migration] =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + withoutEntrance.flatMap(\.migrations)

  /// Every indicator that the plan may ask for.
  static let indicators: [Indicator] = WorkingTimeIndicators.all
  /// Their names, for checking plan files.
  static let indicatorNames = Set(indicators.map(\.definition.id))

  /// All capabilities in the order of the main menu.
  static func capabilities(entrance: Capability) -> [Capability] {
    [entrance] + withoutEntrance
  }

  private static let withoutEntrance = [
    WorkingTimeCapability.capability,
    PlanCapability.capability(indicators: indicators),
    DirectoryCapability.capability,
    OversightCapability.capability,
    OpenAPICapability.capability,
  ]
}
