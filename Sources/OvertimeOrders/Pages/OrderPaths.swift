internal import CivilTime
internal import People
internal import Store

/// Where the pages of orders live: the one place that spells their paths.
enum OrderPaths {
  static let own = "/overtime"
  static let requests = "/overtime/requests"
  static let newRequest = "/overtime/requests/new"
  static let approvals = "/overtime/approvals"
  static let approvalsCheck = "/overtime/approvals/check"
  static let changes = "/overtime/changes"
  static let changesFile = "/overtime/changes/csv"
  static let pay = "/overtime/pay"
  static let payFile = "/overtime/pay/csv"
  static let budgets = "/overtime/budgets"

  static func newRequest(_ date: CivilDate) -> String { "\(newRequest)?date=\(date.iso)" }

  static func request(_ id: RecordID<OvertimeRequest>) -> String { "\(requests)/\(id)" }

  static func decision(_ id: RecordID<OvertimeRequest>) -> String { "\(requests)/\(id)/decision" }

  static func withdrawal(_ id: RecordID<OvertimeRequest>) -> String { "\(requests)/\(id)/withdrawal" }

  static func day(_ date: CivilDate, of employee: RecordID<Employee>) -> String {
    "/overtime/people/\(employee)/days/\(date.iso)"
  }

  static func confirmation(_ date: CivilDate, of employee: RecordID<Employee>) -> String {
    "\(day(date, of: employee))/confirmation"
  }

  static func difference(_ date: CivilDate) -> String { "/overtime/days/\(date.iso)/difference" }

  static func answer(_ date: CivilDate) -> String { "/overtime/days/\(date.iso)/answer" }

  static func change(_ date: CivilDate, of employee: RecordID<Employee>) -> String {
    "\(day(date, of: employee))/changes"
  }

  static func changeAnswer(_ id: RecordID<ClaimChange>) -> String { "/overtime/changes/\(id)/answer" }

  static func book(_ month: YearMonth, of employee: RecordID<Employee>) -> String {
    "/overtime/people/\(employee)/book/\(month.iso)"
  }

  static func book(_ month: YearMonth, of unit: RecordID<OrganizationUnit>) -> String {
    "/overtime/units/\(unit)/book/\(month.iso)"
  }

  static func file(_ book: String) -> String { "\(book)/csv" }

  static func timeOff(_ month: YearMonth, of employee: RecordID<Employee>) -> String {
    "/overtime/people/\(employee)/time-off/\(month.iso)"
  }

  static func budget(_ unit: RecordID<OrganizationUnit>, _ year: FiscalYear) -> String {
    "\(budgets)/\(unit)?year=\(year.startYear)"
  }

  /// The same with what was paid, however long that takes.
  static func paidBudget(_ unit: RecordID<OrganizationUnit>, _ year: FiscalYear) -> String {
    "\(budget(unit, year))&paid=1"
  }
}
