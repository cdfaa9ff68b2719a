internal import Store

extension WorkingTimeMigrations {
  /// A designation that was wrong is withdrawn by a row of its own, which ends the series without a day.
  static let withdrawals = Migration(
    "working-time-0006-withdrawn-designations",
    ["ALTER TABLE external_designation ADD COLUMN is_withdrawn {boolean}"]
  )
}
