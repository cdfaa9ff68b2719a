internal import CivilTime
internal import People
internal import Store

/// Where the pages of working time live: the one place that spells their paths.
enum Paths {
  static let today = "/working-time"
  static let clock = "/working-time/clock"
  static let undo = "/working-time/undo"
  static let units = "/working-time/units"

  static func ownMonth(_ month: YearMonth) -> String { "/working-time/months/\(month.iso)" }

  static func ownMonthFile(_ month: YearMonth) -> String { "/working-time/months/\(month.iso)/csv" }

  static func day(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)" }

  static func overtime(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)/overtime" }

  static func manualPunch(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)/punch" }

  static func month(_ month: YearMonth, of employee: RecordID<Employee>) -> String {
    "/working-time/people/\(employee)/months/\(month.iso)"
  }

  static func day(_ date: CivilDate, of employee: RecordID<Employee>) -> String {
    "/working-time/people/\(employee)/days/\(date.iso)"
  }

  static func limits(_ month: YearMonth, of employee: RecordID<Employee>) -> String {
    "/working-time/people/\(employee)/limits/\(month.iso)"
  }

  static func unit(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "/working-time/units/\(unit)?month=\(month.iso)"
  }

  static func unitFile(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "/working-time/units/\(unit)/csv?month=\(month.iso)"
  }
}
