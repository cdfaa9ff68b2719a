internal import CivilTime
internal import Plan
internal import Store

/// Where the pages of the follow-up live: the one place that spells their paths.
enum ReportPaths {
  static let desk = "/plan/desk"
  static let remind = "/plan/desk/remind"

  static func desk(_ year: FiscalYear) -> String { "\(desk)?year=\(year.startYear)" }

  static func outstanding(_ year: FiscalYear) -> String {
    "/plan/desk/outstanding.csv?year=\(year.startYear)"
  }

  static func report(_ year: FiscalYear) -> String { "/plan/report/\(year.startYear)" }

  static func file(_ year: FiscalYear, _ format: ReportFormat) -> String {
    "\(report(year))/\(format.rawValue)"
  }

  static func subject(_ year: FiscalYear, _ subject: ReportSubject) -> String {
    "\(report(year))/subjects/\(subject.key)"
  }

  static func step(_ year: FiscalYear) -> String { "\(report(year))/step" }

  static func differences(_ year: FiscalYear) -> String { "\(report(year))/differences" }

  static func snapshot(_ year: FiscalYear, _ id: RecordID<ReportSnapshot>) -> String {
    "\(report(year))/snapshots/\(id)"
  }

  static func plan(_ year: FiscalYear) -> String { "/plan?year=\(year.startYear)" }

  static func measure(_ id: String) -> String { "/plan/measures/\(id)" }

  static func target(_ id: String) -> String { "/plan/targets/\(id)" }
}
