internal import CivilTime
internal import People
internal import Store

/// Where the pages of the plan live: the one place that spells their paths.
enum Paths {
  static let home = "/plan"
  static let yearView = "/plan/year"
  static let units = "/plan/units"
  static let versions = "/plan/versions"

  static func home(_ year: FiscalYear) -> String { "/plan?year=\(year.startYear)" }

  static func home(_ year: FiscalYear, _ status: MeasureStatus) -> String {
    "/plan?year=\(year.startYear)&state=\(status.rawValue)"
  }

  static func yearView(_ year: FiscalYear) -> String { "/plan/year?year=\(year.startYear)" }

  static func measure(_ id: MeasureID) -> String { "/plan/measures/\(id)" }

  static func measure(_ id: MeasureID, _ year: FiscalYear) -> String {
    "/plan/measures/\(id)?year=\(year.startYear)"
  }

  static func decision(_ id: MeasureID) -> String { "/plan/measures/\(id)/decision" }

  /// The form for a report without a duty, a page of the reports.
  static func reportForm(_ id: MeasureID) -> String { "/plan/measures/\(id)/report" }

  /// The duties of a measure in one's own inbox, a page of the duties.
  static func ownDuties(_ id: MeasureID) -> String { "/duties?measure=\(id)" }

  static func target(_ id: TargetID, _ year: FiscalYear) -> String {
    "/plan/targets/\(id)?year=\(year.startYear)"
  }

  static func unit(_ id: RecordID<OrganizationUnit>, _ year: FiscalYear) -> String {
    "/plan/units/\(id)?year=\(year.startYear)"
  }

  static func units(_ year: FiscalYear) -> String { "/plan/units?year=\(year.startYear)" }

  /// The duties of a unit one by one, a page of the duties.
  static func unitDuties(_ id: RecordID<OrganizationUnit>) -> String { "/duties/units/\(id)" }

  static func report(_ year: FiscalYear) -> String { "/plan/report/\(year.startYear)" }

  static func reportFile(_ year: FiscalYear) -> String { "/plan/report/\(year.startYear)/markdown" }
}
