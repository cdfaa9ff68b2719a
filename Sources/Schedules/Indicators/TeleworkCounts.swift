internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// Counts everybody's wishes and orders to work at home, one query each.
enum TeleworkCounts {
  /// The days on which an order stands.
  static func ordered(
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: Int] {
    var counts: [RecordID<Employee>: Int] = [:]
    try connection.forEachRow(
      """
      SELECT t.employee, COUNT(DISTINCT t.date) FROM telework t
      JOIN telework_decision d ON d.telework = t.id AND d.outcome = \(Telework.Outcome.ordered)
      LEFT JOIN telework_cancellation x ON x.telework = t.id
      WHERE t.date BETWEEN \(days.lowerBound) AND \(days.upperBound) AND x.telework IS NULL
      GROUP BY t.employee
      """
    ) { row in counts[try row.value(0)] = try row.value(1) }
    return counts
  }

  /// The days for which the person asked, and on how many of them an order followed; a wish that was taken back before
  /// anybody decided is none.
  static func wishes(
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: Ratio] {
    var ratios: [RecordID<Employee>: Ratio] = [:]
    // A day that was refused and then asked for again is one day.
    try connection.forEachRow(
      """
      SELECT t.employee, COUNT(DISTINCT t.date),
      COUNT(DISTINCT CASE WHEN d.outcome = \(Telework.Outcome.ordered) THEN t.date END)
      FROM telework t JOIN account a ON a.id = t.by_account AND a.employee = t.employee
      LEFT JOIN telework_decision d ON d.telework = t.id
      LEFT JOIN telework_cancellation x ON x.telework = t.id
      WHERE t.date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      AND (d.telework IS NOT NULL OR x.telework IS NULL)
      GROUP BY t.employee
      """
    ) { row in ratios[try row.value(0)] = Ratio(try row.value(2), of: try row.value(1)) }
    return ratios
  }
}
