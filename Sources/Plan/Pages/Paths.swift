internal import CivilTime

/// Where the pages of the plan live: the one place that spells their paths.
enum Paths {
  static let home = "/plan"

  static func home(_ year: FiscalYear) -> String { "/plan?year=\(year.startYear)" }

  static func measure(_ id: MeasureID) -> String { "/plan/measures/\(id)" }

  static func measure(_ id: MeasureID, _ year: FiscalYear) -> String {
    "/plan/measures/\(id)?year=\(year.startYear)"
  }

  static func report(_ year: FiscalYear) -> String { "/plan/report/\(year.startYear)" }

  static func reportFile(_ year: FiscalYear) -> String { "/plan/report/\(year.startYear)/markdown" }
}
