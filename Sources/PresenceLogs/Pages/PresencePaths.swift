internal import CivilTime
internal import People
internal import Store

/// Where the pages of presence live: the one place that spells their paths.
enum PresencePaths {
  static let own = "/presence"
  static let units = "/presence/units"
  static let settings = "/presence/settings"
  static let threshold = "/presence/settings/threshold"
  static let logs = "/presence/logs"
  static let mappings = "/presence/logs/mappings"
  static let names = "/presence/logs/names"
  static let patterns = "/presence/patterns"
  static let patternsFile = "/presence/patterns/csv"
  static let match = "/presence/match/csv"

  static func day(_ date: CivilDate) -> String { "/presence/days/\(date.iso)" }

  static func reason(_ date: CivilDate) -> String { "/presence/days/\(date.iso)/reason" }

  static func day(_ date: CivilDate, of employee: RecordID<Employee>) -> String {
    "/presence/people/\(employee)/days/\(date.iso)"
  }

  static func question(_ date: CivilDate, about employee: RecordID<Employee>) -> String {
    "/presence/people/\(employee)/days/\(date.iso)/question"
  }

  static func unit(_ unit: RecordID<OrganizationUnit>, _ asked: BoardAsked) -> String {
    "/presence/units/\(unit)?\(asked.query)"
  }

  static func unitFile(_ unit: RecordID<OrganizationUnit>, _ asked: BoardAsked) -> String {
    "/presence/units/\(unit)/csv?\(asked.query)"
  }

  static func faults(_ id: RecordID<LogImport>) -> String { "/presence/logs/\(id)/faults" }

  static func person(_ employee: RecordID<Employee>, through month: YearMonth) -> String {
    "/presence/patterns/\(employee)?month=\(month.iso)"
  }

  static func note(_ employee: RecordID<Employee>) -> String { "/presence/patterns/\(employee)/notes" }
}
