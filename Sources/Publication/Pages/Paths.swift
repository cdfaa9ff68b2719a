internal import CivilTime
internal import People
internal import Store

/// Where the pages of publication live: the one place that spells their paths.
enum Paths {
  static let home = "/plan/publication"

  static func year(_ year: FiscalYear) -> String { "\(home)/\(year.startYear)" }

  static func file(_ file: PublicData, _ year: FiscalYear) -> String { "\(self.year(year))/\(file.rawValue)" }

  static func employer(_ employer: RecordID<Employer>, _ year: FiscalYear) -> String {
    "\(self.year(year))/employers/\(employer)"
  }

  static func release(_ employer: RecordID<Employer>, _ year: FiscalYear) -> String {
    "\(self.employer(employer, year))/release"
  }

  static func report(_ year: FiscalYear) -> String { "/plan/report/\(year.startYear)" }
}
