internal import Store

extension WorkingTimeMigrations {
  /// Whether a month is external is no longer kept: a roster or a designation that comes later changes it.
  static let externality = Migration(
    "working-time-0002-externality",
    ["ALTER TABLE month_total DROP COLUMN is_external"]
  )
}
