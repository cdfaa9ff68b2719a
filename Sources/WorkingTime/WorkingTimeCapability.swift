internal import Access
public import Site

/// Working time (勤務時間): the clock, a person's month, a unit's months with the verdicts of law.
public enum WorkingTimeCapability: Sendable {
  /// What it brings to the house.
  public static let capability = Capability(
    name: "working-time",
    migrations: WorkingTimeMigrations.all,
    navigation: [
      NavigationItem("今日の勤務", "/working-time", allow: .anyOf([.staff])),
      NavigationItem("組織の勤務時間", "/working-time/units", allow: WorkingTimeRoutes.unitReaders),
    ],
    routes: WorkingTimeRoutes.all + WorkingTimeAPI.all
  )
}
