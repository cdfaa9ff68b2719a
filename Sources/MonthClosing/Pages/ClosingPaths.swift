internal import CivilTime
internal import People
internal import Store

/// Where the pages of the closing of months live: the one place that spells their paths.
enum ClosingPaths {
  static let home = "/closing"

  static func own(_ month: YearMonth) -> String { "/closing/months/\(month.iso)" }

  static func confirm(_ month: YearMonth) -> String { "/closing/months/\(month.iso)/confirm" }

  static func object(_ month: YearMonth) -> String { "/closing/months/\(month.iso)/object" }

  static func person(_ employee: RecordID<Employee>, _ month: YearMonth) -> String {
    "/closing/people/\(employee)/\(month.iso)"
  }

  static func sendBack(_ employee: RecordID<Employee>, _ month: YearMonth) -> String {
    "\(person(employee, month))/return"
  }

  static func sheet(_ employee: RecordID<Employee>, _ month: YearMonth) -> String {
    "\(person(employee, month))/sheet"
  }

  static func certificate(_ employee: RecordID<Employee>, _ month: YearMonth, number: Int? = nil) -> String {
    "\(person(employee, month))/certificate\(number.map { "?number=\($0)" } ?? "")"
  }

  static func unit(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "/closing/units/\(unit)/\(month.iso)"
  }

  static func review(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(Self.unit(unit, month))/review"
  }

  static func decide(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(Self.unit(unit, month))/decide"
  }

  static func sheets(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(Self.unit(unit, month))/sheets"
  }

  static func file(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(Self.unit(unit, month))/csv"
  }

  static func overview(_ month: YearMonth) -> String { "/closing/overview/\(month.iso)" }

  static func terms(_ month: YearMonth) -> String { "\(overview(month))/terms" }

  static func sweep(_ month: YearMonth) -> String { "\(overview(month))/sweep" }
}
