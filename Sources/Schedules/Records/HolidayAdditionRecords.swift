internal import CivilTime
internal import Store

/// Reads and appends holidays that the calendar does not know.
enum HolidayAdditionRecords {
  static func additions(
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [HolidayAddition] {
    try connection.rows(
      """
      SELECT date, name, law, recorded_on FROM holiday_addition
      WHERE date >= \(days.lowerBound) AND date <= \(days.upperBound) ORDER BY date
      """
    ).map { row in
      HolidayAddition(
        date: try row.value(0),
        name: try row.value(1),
        law: try row.value(2),
        recordedOn: try row.value(3)
      )
    }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the day is recorded already.
  static func append(
    _ holiday: HolidayAddition,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO holiday_addition (date, name, law, recorded_on, at, by_account)
      VALUES (\(holiday.date), \(holiday.name), \(holiday.law), \(holiday.recordedOn), \(now), \(account))
      """
    )
  }
}
