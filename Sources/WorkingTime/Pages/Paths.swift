package import CivilTime
package import People
package import Store

/// Where the pages of working time live: the one place that spells their paths.
package enum Paths {
  package static let today = "/working-time"
  package static let clock = "/working-time/clock"
  package static let undo = "/working-time/undo"
  package static let units = "/working-time/units"

  package static func ownMonth(_ month: YearMonth) -> String { "/working-time/months/\(month.iso)" }

  package static func ownMonthFile(_ month: YearMonth) -> String { "/working-time/months/\(month.iso)/csv" }

  package static func sheet(_ month: YearMonth) -> String { "/working-time/months/\(month.iso)/sheet" }

  package static func day(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)" }

  package static func overtime(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)/overtime" }

  package static func manualPunch(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)/punch" }

  package static func month(_ month: YearMonth, of employee: RecordID<Employee>) -> String {
    "/working-time/people/\(employee)/months/\(month.iso)"
  }

  package static func day(_ date: CivilDate, of employee: RecordID<Employee>) -> String {
    "/working-time/people/\(employee)/days/\(date.iso)"
  }

  package static func limits(_ month: YearMonth, of employee: RecordID<Employee>) -> String {
    "/working-time/people/\(employee)/limits/\(month.iso)"
  }

  package static func unit(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "/working-time/units/\(unit)?month=\(month.iso)"
  }

  package static func unitFile(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "/working-time/units/\(unit)/csv?month=\(month.iso)"
  }
}
