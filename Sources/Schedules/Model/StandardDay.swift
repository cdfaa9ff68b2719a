package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// 標準の勤務時間 – the regular day of an employer's staff from a day on (勤務時間法第6条第2項).
package struct StandardDay: Sendable, Hashable {
  /// Its identifier; the later record goes before the earlier one.
  package let id: RecordID<StandardDay>
  /// Whose staff.
  package let employer: RecordID<Employer>
  /// The first day.
  package let from: CivilDate
  /// The hours of Monday to Friday.
  package let hours: DayHours

  /// A standard day.
  package init(
    id: RecordID<StandardDay>,
    employer: RecordID<Employer>,
    from: CivilDate,
    hours: DayHours
  ) {
    self.id = id
    self.employer = employer
    self.from = from
    self.hours = hours
  }
}
