internal import CivilTime
internal import Duties
internal import People
internal import Store

/// 分析の義務 – the duties of the plan that a unit's breach of limits has raised.
enum AnalysisDuties {
  /// The event as working time names it; its day is the last of the fiscal year.
  private static let event = "working-time.limit-exceeded"

  /// The duties of a unit about a fiscal year, done or not.
  static func duties(
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [Duty] {
    let occasion = "\(event):\(year.lastDay.iso)"
    return try connection.rows(
      "SELECT id FROM duty WHERE about_unit = \(unit) AND occasion = \(occasion) ORDER BY id"
    ) { try $0.value(0, as: RecordID<Duty>.self) }.compactMap { try DutyQuery.duty($0, on: connection) }
  }
}
