package import CivilTime
package import Store
package import WorkingTimeRules

/// 割り振った単位期間 – the days of a settlement period as they were allotted last (勤務時間法第6条第3項).
package struct FlextimeAllotment: Sendable, Hashable {
  /// Its identifier; the later period goes before the earlier one.
  package let id: RecordID<FlextimePeriod>
  /// The days of the period.
  package let days: ClosedRange<CivilDate>
  /// What was allotted to each weekday.
  package let plans: [CivilDate: FlextimeDay.Plan]
}
