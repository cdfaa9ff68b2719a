internal import Access
public import Site

/// Working time (勤務時間): the clock, a person's month, a unit's months with the verdicts of law.
public enum WorkingTimeCapability: Sendable {
  /// What it brings to the house.
  ///
  /// - Parameters:
  ///   - day: pages to which that of the day leads.
  ///   - units: pages to which that of the units leads.
  ///   - notes: who knows more of the days that are claimed.
  public static func capability(
    day: [HoursEntry] = [],
    units: [HoursEntry] = [],
    notes: [DayNoteSource] = []
  ) -> Capability {
    Capability(
      name: "working-time",
      migrations: WorkingTimeMigrations.all,
      navigation: [
        NavigationItem("今日の勤務", Paths.today, allow: .anyOf([.staff])),
        NavigationItem("組織の勤務時間", Paths.units, allow: WorkingTimeReach.unitReaders),
      ],
      routes: WorkingTimeRoutes.all(day: day, units: units) + SheetRoutes(sources: notes).all
        + WorkingTimeAPI.all
    )
  }
}
